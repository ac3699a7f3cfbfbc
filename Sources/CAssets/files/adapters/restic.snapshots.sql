-- format:  restic.snapshots
-- kind:    backup
-- detect:  $[*].short_id  $[*].tree
-- detect:  $.short_id  $.tree
-- tool:    restic snapshots --json
-- table:   ID Time Host
-- recovery point: start of the backup; restic reads the files from then on
-- A failed run leaves no snapshot: what is listed was written, what failed shows as a gap.
WITH record AS (
  SELECT iif(type = 'object', value, 'null') AS value, fullkey AS pointer
  FROM json_each(:document)
  WHERE json_type(:document) = 'array'
  UNION ALL
  SELECT :document, '$'
  WHERE json_type(:document) = 'object'
)
SELECT
  json_extract(value, '$.hostname') || ':' || (
    SELECT group_concat(path, ',')
    FROM (SELECT value AS path FROM json_each(record.value, '$.paths') ORDER BY value)
  )                                                         AS asset,
  json_extract(value, '$.id')                               AS native_id,
  'success'                                                 AS outcome,
  NULL                                                      AS raw_outcome,
  instant(json_extract(value, '$.time'))                    AS recovery_point_at,
  json_extract(value, '$.time')                             AS recovery_point_raw,
  instant(ifnull(json_extract(value, '$.summary.backup_start'), json_extract(value, '$.time'))) AS started_at,
  ifnull(json_extract(value, '$.summary.backup_start'), json_extract(value, '$.time')) AS started_raw,
  instant(json_extract(value, '$.summary.backup_end'))      AS finished_at,
  json_extract(value, '$.summary.backup_end')               AS finished_raw,
  NULL                                                      AS expires_at,
  NULL                                                      AS expires_raw,
  json_extract(value, '$.summary.total_bytes_processed')    AS size_bytes,
  NULL                                                      AS location,
  1                                                         AS encrypted,  -- always, by design
  pointer,
  CASE
    WHEN json_type(value) IS NOT 'object' THEN ''
    WHEN json_type(value, '$.id') IS NOT 'text' THEN '.id'
    WHEN json_type(value, '$.time') IS NOT 'text' THEN '.time'
    WHEN json_type(value, '$.hostname') IS NOT 'text' THEN '.hostname'
    WHEN json_type(value, '$.paths') IS NOT 'array' THEN '.paths'
  END                                                       AS fault
FROM record
