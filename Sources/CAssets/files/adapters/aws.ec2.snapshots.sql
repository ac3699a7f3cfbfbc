-- format:  aws.ec2.snapshots
-- tool:    aws ec2 describe-snapshots --owner-ids self --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-snapshots.html
-- detect:  $.Snapshots[*].SnapshotId  $.Snapshots[*].VolumeId
-- detect:  $.SnapshotId  $.VolumeId
-- needs:   SnapshotId:text VolumeId:text State:text
-- table:   SNAPSHOTS
-- recovery point: StartTime; what is written to the volume later is not in it
-- A copy has the made-up volume "vol-ffffffff", and the time of copying: it is unknown.
SELECT
  iif(value ->> 'VolumeId' = 'vol-ffffffff', coalesce(nullif(value ->> 'Description', ''), 'copies'),
    value ->> 'VolumeId')                 AS asset,
  value ->> 'SnapshotId'                  AS native_id,
  CASE
    WHEN value ->> 'VolumeId' = 'vol-ffffffff' THEN 'unknown'
    WHEN lower(value ->> 'State') = 'completed' THEN 'success'
    WHEN lower(value ->> 'State') IN ('pending', 'recovering') THEN 'in_progress'
    WHEN lower(value ->> 'State') IN ('error', 'recoverable') THEN 'failed'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'State'                       AS raw_outcome,
  iif(value ->> 'VolumeId' = 'vol-ffffffff', NULL, value ->> 'StartTime') AS recovery_point,
  value ->> 'StartTime'                   AS started,
  value ->> 'CompletionTime'              AS finished,
  value ->> 'FullSnapshotSizeInBytes'     AS size_bytes,
  value ->> 'Encrypted'                   AS encrypted,
  iif(
    value ->> 'VolumeId' = 'vol-ffffffff',
    'the snapshot "' || (value ->> 'SnapshotId')
      || '" is a copy: nothing says of which time its data are',
    NULL
  )                                       AS note,
  pointer,
  fault
FROM record
