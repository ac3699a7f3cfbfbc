#!/bin/bash
# A time-stamp authority of our own: "tsa.sh FOLDER" makes its keys and certificates, of which ca.pem
# is the one to trust; "tsa.sh FOLDER QUERY REPLY" answers a question.
set -euo pipefail
folder=$1
if [ $# -eq 1 ]; then
  mkdir -p "$folder" && cd "$folder"
  printf '%s\n' >tsa.cnf '[tsa]' default_tsa=authority '[authority]' serial=serial digests=sha256 \
    signer_digest=sha256 ess_cert_id_alg=sha256 default_policy=1.2.3.4 \
    '[extensions]' extendedKeyUsage=critical,timeStamping
  new() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "$@" 2>/dev/null; }
  new -x509 -days 30 -subj '/CN=Lighthouse' -keyout ca.key -out ca.pem
  new -subj '/CN=Lighthouse clock' -keyout tsa.key -out tsa.csr
  openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -days 30 -extfile tsa.cnf \
    -extensions extensions -out tsa.pem 2>/dev/null
  echo 01 >serial
else
  query=$(realpath "$2") reply=$(realpath "$3") && cd "$folder"
  openssl ts -reply -config tsa.cnf -queryfile "$query" -signer tsa.pem -inkey tsa.key \
    -chain ca.pem -out "$reply" 2>/dev/null
fi
