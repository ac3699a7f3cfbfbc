#!/usr/bin/env bash
# Makes sure that the packages of Debian or Ubuntu that the work needs are there.
# usage: Scripts/packages.sh build|test|tools|bench ...
# Installs what is missing as root or through sudo; otherwise prints the line to run and stops.
set -euo pipefail

# A package, and the commands of which any one makes the package unnecessary.
build_packages=(
  libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libssl-dev
  pkg-config:pkg-config tzdata
)
test_packages=(
  chromium:chromium,chromium-browser,google-chrome openssh-client:ssh-keygen openssl:openssl
  sqlite3:sqlite3 jq:jq git:git python3:python3
  restic:restic borgbackup:borg
)
# What a machine for work may not want, servers and a compiler: their tests are skipped without.
tool_packages=(
  redis-server:redis-server etcd-server:etcd etcd-client:etcdctl pgbackrest:pgbackrest postgresql barman:barman mariadb-server:mariadbd mariadb-backup:mariabackup
  golang-go:go golang-golang-x-mod-dev
)
bench_packages=(python3:python3)
if grep -qs '^ID=ubuntu' /etc/os-release; then
  test_packages[0]=chromium-browser:chromium,chromium-browser,google-chrome
fi

is_there() { # PACKAGE[:COMMAND,...]
  local package=${1%%:*} commands=
  [[ $1 == *:* ]] && commands=${1#*:}
  local command
  for command in ${commands//,/ }; do
    if command -v "$command" >/dev/null; then return 0; fi
  done
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]]
}

missing=()
for group in "$@"; do
  case $group in
    build) wanted=("${build_packages[@]}") ;;
    test) wanted=("${build_packages[@]}" "${test_packages[@]}") ;;
    tools) wanted=("${tool_packages[@]}") ;;
    bench) wanted=("${build_packages[@]}" "${bench_packages[@]}") ;;
    *) echo "packages.sh: unknown group \"$group\"" >&2; exit 2 ;;
  esac
  for entry in "${wanted[@]}"; do
    is_there "$entry" || missing+=("${entry%%:*}")
  done
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "packages.sh: no apt here; please install what these packages of Debian hold:" >&2
  echo "  ${missing[*]}" >&2
  exit 3
fi
if [[ $(id -u) -eq 0 ]]; then
  root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  root=(sudo)
else
  echo "packages.sh: packages are missing; run this line, then try again:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
  exit 3
fi

echo "installing ${missing[*]}"
quiet=$(mktemp)
trap 'rm -f "$quiet"' EXIT
run() { # COMMAND..., silent unless it fails
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >"$quiet" 2>&1 || {
    cat "$quiet" >&2
    echo "packages.sh: \"$*\" failed" >&2
    exit 3
  }
}
run apt-get update
run apt-get install -y --no-install-recommends "${missing[@]}"
