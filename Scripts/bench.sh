#!/usr/bin/env bash
# Builds 10,000 generated runbooks and prints time and memory, one figure a line.
# usage: Scripts/bench.sh DRILLBOOK [COUNT] [RUNS]
# The floor is cmark-gfm alone on the same files with two threads: what no generator can beat.
set -euo pipefail
drillbook=$(realpath "$1")
count=${2:-10000}
runs=${3:-3}
here=$(cd "$(dirname "$0")/../Tests/Bench" && pwd)
compiler=$(command -v cc || command -v clang)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/make_runbooks.py" "$count" "$work/runbooks"
"$compiler" -O2 "$here/floor.c" -o "$work/floor" -lcmark-gfm-extensions -lcmark-gfm -lpthread
python3 "$here/measure.py" "$drillbook" "$work/floor" "$work/runbooks" "$work" "$runs"
