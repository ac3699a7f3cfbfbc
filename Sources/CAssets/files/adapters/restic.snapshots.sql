-- format:  restic.snapshots
-- tool:    restic snapshots --json
-- docs:    https://restic.readthedocs.io/en/stable/075_scripting.html#snapshots
-- detect:  $[*].short_id  $[*].tree
-- detect:  $[*].snapshots[*].short_id  $[*].group_key
-- detect:  $.short_id  $.tree
-- needs:   id:text time:text hostname:text paths:array
-- table:   ID Time Host
-- table:   repository
-- reads:   record by record
-- recovery point: start of the backup; restic reads the files from then on
-- A failed run leaves no snapshot: what is listed was written, what failed shows as a gap.
SELECT
  (value ->> 'hostname') || ':' || (
    SELECT group_concat(path, ',')
    FROM (SELECT value AS path FROM json_each(record.value, '$.paths') ORDER BY value)
  )                                       AS asset,
  value ->> 'id'                          AS native_id,
  'success'                               AS outcome,
  value ->> 'time'                        AS recovery_point,
  value ->> '$.summary.backup_start'      AS started,
  value ->> '$.summary.backup_end'        AS finished,
  value ->> '$.summary.total_bytes_processed' AS size_bytes,
  1                                       AS encrypted,  -- always, by design
  pointer,
  fault
FROM record
