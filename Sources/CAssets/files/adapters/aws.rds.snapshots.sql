-- format:  aws.rds.snapshots
-- tool:    aws rds describe-db-snapshots --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/rds/describe-db-snapshots.html
-- detect:  $.DBSnapshots[*]
-- detect:  $[*].DBSnapshotIdentifier  $[*].DBInstanceIdentifier
-- detect:  $.DBSnapshotIdentifier  $.DBInstanceIdentifier
-- needs:   DBInstanceIdentifier:text DBSnapshotIdentifier:text Status:text
-- table:   DBSNAPSHOTS
-- recovery point: SnapshotDatabaseTime (the newest transaction), else OriginalSnapshotCreateTime,
-- else SnapshotCreateTime; of a copy, the last is the time of copying
-- A snapshot that is being deleted is left out: it can neither be restored nor did it fail.
SELECT
  value ->> 'DBInstanceIdentifier'        AS asset,
  value ->> 'DBSnapshotIdentifier'        AS native_id,
  CASE lower(value ->> 'Status')
    WHEN 'available' THEN 'success'
    WHEN 'creating' THEN 'in_progress'
    WHEN 'copying' THEN 'in_progress'
    WHEN 'failed' THEN 'failed'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'Status'                      AS raw_outcome,
  coalesce(value ->> 'SnapshotDatabaseTime', value ->> 'OriginalSnapshotCreateTime',
    value ->> 'SnapshotCreateTime')       AS recovery_point,
  -- The end of a snapshot or of its copy is not printed; it exists from here on at the earliest.
  value ->> 'SnapshotCreateTime'          AS finished,
  -- arn:aws:rds:<region>:<account>:snapshot:<name>
  iif(
    value ->> 'DBSnapshotArn' GLOB 'arn:*:rds:*:*:snapshot:*',
    substr(
      substr(value ->> 'DBSnapshotArn', instr(value ->> 'DBSnapshotArn', ':rds:') + 5),
      1,
      instr(substr(value ->> 'DBSnapshotArn', instr(value ->> 'DBSnapshotArn', ':rds:') + 5), ':')
        - 1
    ),
    NULL
  )                                       AS location,
  value ->> 'Encrypted'                   AS encrypted,
  pointer,
  fault
FROM record
WHERE lower(value ->> 'Status') IS NOT 'deleting'
