#!/usr/bin/env bash
# Prints how much is understood of real documents by other people, when they are at hand.
# usage: Scripts/score.sh DRILLBOOK FOLDER
# FOLDER holds seeds/, corpus/ and inventories/, each with its score.py.
set -euo pipefail
drillbook=$(realpath "$1")
folder=$2

if [[ ! -d $folder ]]; then
  echo "no yardsticks in \"$folder\": set YARDSTICKS to their folder; nothing was scored"
  exit 0
fi
folder=$(realpath "$folder")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

explain() { # OUTPUT FILE...
  local output=$1 code=0
  shift
  "$drillbook" explain --format json "$@" >"$output" || code=$?
  # 3 is an input of which nothing can be used; the others are explained.
  [[ $code -eq 0 || $code -eq 3 ]] || exit "$code"
}

if [[ -f $folder/corpus/score.py ]]; then
  echo "== corpus"
  mapfile -d '' files < <(find "$folder/corpus" -name '*.md' -print0 | sort -z)
  explain "$work/corpus.jsonl" "${files[@]}"
  python3 "$folder/corpus/score.py" "$work/corpus.jsonl"
fi
if [[ -f $folder/seeds/score.py ]]; then
  echo "== seeds: facts"
  explain "$work/seeds.jsonl" "$folder"/seeds/*.md
  python3 "$folder/seeds/score.py" facts "$work/seeds.jsonl"
  echo "== seeds: findings"
  mkdir -p "$work/content/plans"
  cp "$folder"/seeds/*.md "$work/content/plans/"
  "$drillbook" check --format json --fail-on never --as-of 2025-12-04T12:00:00Z \
    --content "$work/content" >"$work/checked.json"
  python3 "$folder/seeds/score.py" findings "$work/checked.json"
fi
if [[ -f $folder/inventories/score.py ]]; then
  echo "== inventories"
  # A score is a figure, not a gate.
  python3 "$folder/inventories/score.py" "$drillbook" || true
fi
