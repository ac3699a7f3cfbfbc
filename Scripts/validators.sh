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

# The schema of SARIF is in no package; without it the models of sarif-pydantic judge alone.
schema=https://json.schemastore.org/sarif-2.1.0.json
if ! curl -fsSL --max-time 60 -o "$folder/sarif-2.1.0.json" "$schema"; then
  echo "validators.sh: no schema of SARIF from $schema" >&2
  rm -f "$folder/sarif-2.1.0.json"
fi

# The tool alone: the package would start a server.
if command -v apt-get >/dev/null && ! command -v promtool >/dev/null; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  if (cd "$scratch" && apt-get download -q prometheus && dpkg -x prometheus_*.deb .); then
    cp "$scratch/usr/bin/promtool" "$folder/bin/promtool"
  else
    echo "validators.sh: no promtool from apt" >&2
  fi
fi
echo "$folder is ready"
