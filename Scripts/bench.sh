#!/usr/bin/env bash
# Builds 10,000 generated runbooks, judges a listing of 100,000 generated snapshots, verifies a trail
# of 100,000 entries, and prints time and memory, one figure a line.
# usage: Scripts/bench.sh DRILLBOOK [COUNT] [RUNS]
# The floor is cmark-gfm alone on the same files with two threads: what no generator can beat.
set -euo pipefail
drillbook=$(realpath "$1")
count=${2:-10000}
runs=${3:-3}
here=$(cd "$(dirname "$0")/../Tests/Bench" && pwd)
compiler=$(command -v cc || command -v clang)

# In memory where there is room: a disk that has just deleted a site is slow to write the next one.
scratch=${TMPDIR:-/tmp}
room=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1 || true)
if [[ -w /dev/shm && ${room:-0} -gt 4000000 ]]; then scratch=/dev/shm; fi
work=$(mktemp -d -p "$scratch")
trap 'rm -rf "$work"' EXIT
python3 "$here/make_runbooks.py" "$count" "$work/runbooks"
"$compiler" -O2 "$here/floor.c" -o "$work/floor" -lcmark-gfm-extensions -lcmark-gfm -lpthread
python3 "$here/make_snapshots.py" 100000 "$work/snapshots"
python3 "$here/make_trail.py" 100000 "$work/audit"
python3 "$here/measure.py" "$drillbook" "$work/floor" "$work/runbooks" "$work/snapshots" \
  "$work/audit" "$work" "$runs"
