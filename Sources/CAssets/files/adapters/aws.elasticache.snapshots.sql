-- format:  aws.elasticache.snapshots
-- tool:    aws elasticache describe-snapshots --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/elasticache/describe-snapshots.html
-- detect:  $.Snapshots[*].SnapshotName  $.Snapshots[*].SnapshotStatus
-- detect:  $.SnapshotName  $.SnapshotStatus
-- needs:   SnapshotName:text SnapshotStatus:text
-- table:   SNAPSHOTS
-- recovery point: the earliest time of its shards; it is there when the latest of them is
-- CacheSize is a text and the memory of the node, not the size of the backup.
WITH shard AS (
  SELECT
    record.pointer,
    min(instant(node.value ->> 'SnapshotCreateTime')) AS first,
    max(instant(node.value ->> 'SnapshotCreateTime')) AS last,
    sum(instant(node.value ->> 'SnapshotCreateTime') IS NULL) AS missing,
    max(iif(instant(node.value ->> 'SnapshotCreateTime') IS NULL,
      node.value ->> 'SnapshotCreateTime', NULL)) AS unreadable
  FROM record, json_each(record.value, '$.NodeSnapshots') AS node
  GROUP BY record.pointer
)
SELECT
  coalesce(value ->> 'ReplicationGroupId', value ->> 'CacheClusterId') AS asset,
  value ->> 'SnapshotName'                AS native_id,
  CASE lower(value ->> 'SnapshotStatus')
    WHEN 'available' THEN 'success'
    WHEN 'restoring' THEN 'success'
    WHEN 'exporting' THEN 'success'
    WHEN 'creating' THEN 'in_progress'
    WHEN 'copying' THEN 'in_progress'
    WHEN 'failed' THEN 'failed'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'SnapshotStatus'              AS raw_outcome,
  iif(shard.missing > 0, shard.unreadable, shard.first) AS recovery_point,
  shard.last                              AS finished,
  iif(
    value ->> 'ARN' GLOB 'arn:*:elasticache:*:*:*',
    substr(
      substr(value ->> 'ARN', instr(value ->> 'ARN', ':elasticache:') + 13),
      1,
      instr(substr(value ->> 'ARN', instr(value ->> 'ARN', ':elasticache:') + 13), ':') - 1
    ),
    NULL
  )                                       AS location,
  iif(value ->> 'KmsKeyId' <> '', 1, NULL) AS encrypted,
  record.pointer,
  fault
FROM record
LEFT JOIN shard ON shard.pointer = record.pointer
WHERE lower(value ->> 'SnapshotStatus') IS NOT 'deleting'
