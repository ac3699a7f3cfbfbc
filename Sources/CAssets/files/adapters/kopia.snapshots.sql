-- format:  kopia.snapshots
-- tool:    kopia snapshot list --all --json
-- docs:    https://kopia.io/docs/reference/command-line/common/snapshot-list/
-- detect:  $[*].source.host  $[*].startTime  $[*].source.path
-- detect:  $.source.host  $.startTime  $.source.path
-- needs:   id:text startTime:text source.path:text
-- recovery point: start of the snapshot; kopia reads the files from then on
-- One with "incomplete" was stopped, and one with failed entries lacks files.
SELECT
  (value ->> '$.source.userName') || '@' || (value ->> '$.source.host') || ':'
    || (value ->> '$.source.path')        AS asset,
  value ->> 'id'                          AS native_id,
  CASE
    WHEN value ->> 'incomplete' = 'checkpoint' THEN 'in_progress'
    WHEN value ->> 'incomplete' <> '' THEN 'failed'
    WHEN value ->> '$.rootEntry.summ.numFailed' > 0 THEN 'partial'
    WHEN value ->> '$.stats.errorCount' > 0 THEN 'partial'
    ELSE 'success'
  END                                     AS outcome,
  nullif(value ->> 'incomplete', '')      AS raw_outcome,
  value ->> 'startTime'                   AS recovery_point,
  value ->> 'startTime'                   AS started,
  value ->> 'endTime'                     AS finished,
  coalesce(value ->> '$.stats.totalSize', value ->> '$.rootEntry.summ.size') AS size_bytes,
  1                                       AS encrypted,  -- always, by design
  pointer,
  fault
FROM record
