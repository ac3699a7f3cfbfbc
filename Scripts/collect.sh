#!/usr/bin/env bash
# Saves what a backup tool lists, as a file that Drillbook needs nothing else to read.
# usage: Scripts/collect.sh [-o FOLDER] FORMAT LOCATION [ARGUMENT...]
#   FORMAT    what to list: one of those that "Scripts/collect.sh --formats" prints
#   LOCATION  where these copies lie: a region, a vault, a site
#   ARGUMENT  for the tool: a repository, a bucket, a folder, "-n NAMESPACE", ...
# The file is FOLDER/FORMAT.LOCATION.UTC.json (inventories/ if no folder is given). Nothing is written
# when the tool fails or prints nothing. Times are in UTC; where the tool prints none of a zone, a file
# beside it says so.
set -euo pipefail
# The zone of this machine, for what a server prints in it.
here=${TZ:-$(readlink -f /etc/localtime 2>/dev/null | sed -n 's#.*/zoneinfo/##p')}
export TZ=UTC LC_ALL=C AWS_PAGER='' PAGER=cat

fail() { # CODE WORDS...
  local code=$1
  shift
  echo "collect.sh: $*" >&2
  exit "$code"
}

# One line a format: how the file ends, and the command; "@" is where the arguments go, if not at the
# end. Times without a zone are marked: "-" where the tool takes ours, UTC, "~" where a server's own
# stands in them, which is taken to be that of this machine.
formats() {
  cat <<'LIST'
restic.snapshots           json  restic snapshots --json
borg.list                  json- borg list --json
borg.info                  json- borg info --json --glob-archives *
kopia.snapshots            json  kopia snapshot list --all --json
rdiff-backup.increments    txt   rdiff-backup --parsable-output list increments
pbs.snapshots              json  proxmox-backup-client snapshot list --output-format json
zfs.snapshots              tsv   zfs list -t snapshot -Hp -o name,creation,used,referenced,userrefs
files.find                 tsv   find_files
files.ls                   txt   ls -l --time-style=full-iso
pgbackrest.info            json  pgbackrest info --output=json
barman.list                json  barman @ --format json list-backup all
walg.backups               json  wal-g backup-list --json --detail
pbm.list                   json  pbm list --out json
pbm.status                 json  pbm status --out json
pg.stat_archiver           json  psql -XAtc SELECT_STAT_ARCHIVER
xtrabackup.info            txt~  cat
redis.persistence          txt   redis-cli @ INFO persistence
bareos.jobs                json~ bareos_jobs
aws.rds.snapshots          json  aws rds describe-db-snapshots --output json
aws.rds.cluster-snapshots  json  aws rds describe-db-cluster-snapshots --output json
aws.rds.instances          json  aws rds describe-db-instances --output json
aws.rds.clusters           json  aws rds describe-db-clusters --output json
aws.rds.automated-backups  json  aws rds describe-db-instance-automated-backups --output json
aws.elasticache.snapshots  json  aws elasticache describe-snapshots --output json
aws.ec2.snapshots          json  aws ec2 describe-snapshots --owner-ids self --output json
aws.backup.jobs            json  aws backup list-backup-jobs --output json
aws.backup.restore-jobs    json  aws backup list-restore-jobs --output json
aws.backup.recovery-points json  aws backup list-recovery-points-by-backup-vault --output json --backup-vault-name
aws.s3.objects             json  aws s3api list-objects-v2 --output json --bucket
aws.s3.object-versions     json  aws s3api list-object-versions --output json --bucket
gcloud.sql.backups         json  gcloud sql backups list --format json --instance
az.backup.jobs             json  az backup job list --output json
az.backup.recovery-points  json  az backup recoverypoint list --output json
velero.backups             json  kubectl get backups.velero.io -A -o json
velero.restores            json  kubectl get restores.velero.io -A -o json
cnpg.backups               json  kubectl get backups.postgresql.cnpg.io -A -o json
k8s.jobs                   json  kubectl get jobs -A -o json
k8s.volumesnapshots        json  kubectl get volumesnapshots -A -o json
LIST
}

find_files() { find "$@" -type f -printf '%P\t%s\t%TY-%Tm-%TdT%TH:%TM:%TS%Tz\n'; }
bareos_jobs() { printf '.api json\nlist jobs\n' | bconsole "$@"; }

folder=inventories
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
    --formats) formats | while read -r name _ rest; do echo "$name: $rest"; done; exit 0 ;;
    -o) folder=${2:?collect.sh: -o needs a folder}; shift 2 ;;
    -*) fail 2 "unknown option \"$1\"" ;;
    *) break ;;
  esac
done
[[ $# -ge 2 ]] || fail 2 "usage: collect.sh [-o FOLDER] FORMAT LOCATION [ARGUMENT...]"
format=$1 location=$2
shift 2
[[ $location =~ ^[A-Za-z0-9_-]+$ ]] || fail 2 "the location may hold letters, digits, \"-\" and \"_\""
# What selects, cuts or lays out makes a listing that looks whole and is not.
for argument in "$@"; do
  case $argument in
    --query* | --max-items* | --max-records* | --latest* | --last* | --limit* | --no-paginate | \
      --starting-token* | --output* | --format* | --human-readable)
      fail 2 "\"$argument\" would change or cut the listing" ;;
  esac
done

line=$(formats | awk -v name="$format" '$1 == name')
[[ -n $line ]] || fail 2 "unknown format \"$format\"; see collect.sh --formats"
given=("$@")
read -r -a words <<<"$line"
ending=${words[1]}
command=()
placed=
for word in "${words[@]:2}"; do
  case $word in
    @) command+=("${given[@]}") placed=1 ;;
    SELECT_STAT_ARCHIVER) command+=("SELECT to_json(a) FROM pg_stat_archiver AS a") ;;
    *) command+=("$word") ;;
  esac
done
[[ -n $placed ]] || command+=("${given[@]}")
tool=${command[0]}
[[ $tool != bareos_jobs ]] || tool=bconsole
[[ $tool != find_files ]] || tool=find
command -v "$tool" >/dev/null || fail 3 "there is no \"$tool\" here"

mkdir -p "$folder"
# Of the moment before: what ends while the tool lists may not be in it.
stamp=$(date -u +%Y%m%dT%H%M%SZ)
file=$folder/$format.$location.$stamp.${ending%[-~]}
part=$(mktemp "$folder/.collect.XXXXXX")
trap 'rm -f "$part"' EXIT
code=0
"${command[@]}" >"$part" || code=$?
[[ $code -eq 0 ]] || fail 3 "\"$tool\" ended with $code: nothing was saved"
[[ -s $part ]] || fail 3 "\"$tool\" printed nothing: nothing was saved"
if [[ ${ending%[-~]} == json ]]; then
  first=$(tr -d ' \t\r\n' <"$part" | head -c 1 || true)
  [[ $first == '{' || $first == '[' ]] || fail 3 "\"$tool\" printed no JSON: nothing was saved"
fi
case $ending in
  *-) printf 'zone: UTC\n' >"$file.meta.yaml" ;;
  *~) printf 'zone: %s\n' "${here:-UTC}" >"$file.meta.yaml" ;;
esac
chmod 644 "$part"
mv "$part" "$file"
echo "$file"
