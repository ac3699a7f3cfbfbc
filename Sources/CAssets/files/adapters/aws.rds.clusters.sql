-- format:  aws.rds.clusters
-- tool:    aws rds describe-db-clusters --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/rds/describe-db-clusters.html
-- detect:  $.DBClusters[*]
-- detect:  $.DBClusterIdentifier  $.LatestRestorableTime
-- needs:   DBClusterIdentifier:text
-- table:   DBCLUSTERS
-- recovery point: LatestRestorableTime, the end of the window of its log
SELECT
  iif(value ->> 'LatestRestorableTime' IS NULL, 'note', 'pitr') AS record,
  value ->> 'DBClusterIdentifier'         AS asset,
  value ->> 'EarliestRestorableTime'      AS earliest,
  value ->> 'LatestRestorableTime'        AS latest,
  iif(
    value ->> 'DBClusterArn' GLOB 'arn:*:rds:*:*:*',
    substr(
      substr(value ->> 'DBClusterArn', instr(value ->> 'DBClusterArn', ':rds:') + 5),
      1,
      instr(substr(value ->> 'DBClusterArn', instr(value ->> 'DBClusterArn', ':rds:') + 5), ':') - 1
    ),
    NULL
  )                                       AS location,
  iif(
    value ->> 'LatestRestorableTime' IS NULL,
    '"' || (value ->> 'DBClusterIdentifier') || '" names no time to which it can be restored',
    NULL
  )                                       AS note,
  pointer,
  fault
FROM record
