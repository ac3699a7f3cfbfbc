-- format:  aws.rds.cluster-snapshots
-- tool:    aws rds describe-db-cluster-snapshots --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/rds/describe-db-cluster-snapshots.html
-- detect:  $.DBClusterSnapshots[*]
-- detect:  $.DBClusterSnapshotIdentifier  $.DBClusterIdentifier
-- needs:   DBClusterIdentifier:text DBClusterSnapshotIdentifier:text Status:text
-- table:   DBCLUSTERSNAPSHOTS
-- recovery point: SnapshotCreateTime; of a copy that is the time of copying, so a copy counts not
-- Of a copy nothing says when its data are from: it is unknown, and never good.
SELECT
  value ->> 'DBClusterIdentifier'         AS asset,
  value ->> 'DBClusterSnapshotIdentifier' AS native_id,
  CASE
    WHEN value ->> 'SourceDBClusterSnapshotArn' <> '' THEN 'unknown'
    WHEN lower(value ->> 'Status') = 'available' THEN 'success'
    WHEN lower(value ->> 'Status') IN ('creating', 'copying') THEN 'in_progress'
    WHEN lower(value ->> 'Status') = 'failed' THEN 'failed'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'Status'                      AS raw_outcome,
  iif(value ->> 'SourceDBClusterSnapshotArn' <> '', NULL, value ->> 'SnapshotCreateTime')
                                          AS recovery_point,
  value ->> 'SnapshotCreateTime'          AS finished,
  iif(
    value ->> 'DBClusterSnapshotArn' GLOB 'arn:*:rds:*:*:*',
    substr(
      substr(value ->> 'DBClusterSnapshotArn', instr(value ->> 'DBClusterSnapshotArn', ':rds:') + 5),
      1,
      instr(
        substr(value ->> 'DBClusterSnapshotArn',
          instr(value ->> 'DBClusterSnapshotArn', ':rds:') + 5),
        ':'
      ) - 1
    ),
    NULL
  )                                       AS location,
  value ->> 'StorageEncrypted'            AS encrypted,
  iif(
    value ->> 'SourceDBClusterSnapshotArn' <> '',
    'the snapshot "' || (value ->> 'DBClusterSnapshotIdentifier')
      || '" is a copy: nothing says of which time its data are',
    NULL
  )                                       AS note,
  pointer,
  fault
FROM record
WHERE lower(value ->> 'Status') IS NOT 'deleting'
