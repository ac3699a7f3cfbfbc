#!/usr/bin/env bash
# Gets the foreign programs that say whether what we write for others is valid, into
# .build/validators. The tests that need one are skipped without it.
# usage: Scripts/validators.sh
set -euo pipefail
cd "$(dirname "$0")/.."

folder=.build/validators
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check \
  check-jsonschema==0.39.0 sarif-pydantic==0.6.2 junitparser==5.0.3 \
  compliance-trestle==5.2.0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The schema of SARIF lies in the source of its object model: the last candidate of the release, in
# which a result says less than in the standard. Without it the models of sarif-pydantic judge alone.
source=sarif_om-1.0.4
if ! { "$folder/bin/pip" download --quiet --disable-pip-version-check --no-deps \
  --no-binary :all: --dest "$scratch" sarif-om==1.0.4 &&
  tar -xzOf "$scratch/$source.tar.gz" "$source/sarif-2.1.0-rtm.4.json" \
    >"$folder/sarif-2.1.0.json"; }; then
  echo "validators.sh: no schema of SARIF from $source" >&2
  rm -f "$folder/sarif-2.1.0.json"
fi

# The tool alone: the package would start a server.
if command -v apt-get >/dev/null && ! command -v promtool >/dev/null; then
  if (cd "$scratch" && apt-get download -q prometheus && dpkg -x prometheus_*.deb .); then
    cp "$scratch/usr/bin/promtool" "$folder/bin/promtool"
  else
    echo "validators.sh: no promtool from apt" >&2
  fi
fi
echo "$folder is ready"
