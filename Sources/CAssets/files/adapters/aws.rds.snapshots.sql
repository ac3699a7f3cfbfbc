-- format:  aws.rds.snapshots
-- kind:    backup
-- detect:  $.DBSnapshots
-- detect:  $.DBSnapshotIdentifier  $.DBInstanceIdentifier
-- tool:    aws rds describe-db-snapshots --output json
-- table:   DBSNAPSHOTS
-- recovery point: SnapshotDatabaseTime (the newest transaction), else OriginalSnapshotCreateTime,
--          else SnapshotCreateTime; of a copy, the last is the time of copying
-- A snapshot that is being deleted is left out: it can neither be restored nor did it fail.
WITH record AS (
  SELECT iif(type = 'object', value, 'null') AS value, fullkey AS pointer
  FROM json_each(:document, '$.DBSnapshots')
  UNION ALL
  SELECT :document, '$'
  WHERE json_type(:document, '$.DBSnapshots') IS NULL
), field AS (
  SELECT
    value,
    pointer,
    lower(json_extract(value, '$.Status'))                  AS status,
    coalesce(
      json_extract(value, '$.SnapshotDatabaseTime'),
      json_extract(value, '$.OriginalSnapshotCreateTime'),
      json_extract(value, '$.SnapshotCreateTime')
    )                                                       AS recovery_point,
    -- arn:aws:rds:<region>:<account>:snapshot:<name>
    substr(json_extract(value, '$.DBSnapshotArn'), instr(json_extract(value, '$.DBSnapshotArn'), ':rds:') + 5) AS place
  FROM record
)
SELECT
  json_extract(value, '$.DBInstanceIdentifier')             AS asset,
  json_extract(value, '$.DBSnapshotIdentifier')             AS native_id,
  CASE status
    WHEN 'available' THEN 'success'
    WHEN 'creating' THEN 'in_progress'
    WHEN 'copying' THEN 'in_progress'
    WHEN 'failed' THEN 'failed'
    ELSE 'unlisted'
  END                                                       AS outcome,
  json_extract(value, '$.Status')                           AS raw_outcome,
  instant(recovery_point)                                   AS recovery_point_at,
  recovery_point                                            AS recovery_point_raw,
  NULL                                                      AS started_at,
  NULL                                                      AS started_raw,
  -- The end of a snapshot or of its copy is not printed; it exists from here on at the earliest.
  instant(json_extract(value, '$.SnapshotCreateTime'))      AS finished_at,
  json_extract(value, '$.SnapshotCreateTime')               AS finished_raw,
  NULL                                                      AS expires_at,
  NULL                                                      AS expires_raw,
  NULL                                                      AS size_bytes,  -- AllocatedStorage is the disk
  iif(place LIKE '%:%', substr(place, 1, instr(place, ':') - 1), NULL) AS location,
  json_extract(value, '$.Encrypted')                        AS encrypted,
  pointer,
  CASE
    WHEN json_type(value) IS NOT 'object' THEN ''
    WHEN json_type(value, '$.DBInstanceIdentifier') IS NOT 'text' THEN '.DBInstanceIdentifier'
    WHEN json_type(value, '$.DBSnapshotIdentifier') IS NOT 'text' THEN '.DBSnapshotIdentifier'
    WHEN json_type(value, '$.Status') IS NOT 'text' THEN '.Status'
  END                                                       AS fault
FROM field
WHERE status IS NOT 'deleting'
