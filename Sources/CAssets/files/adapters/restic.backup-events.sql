-- format:  restic.backup-events
-- tool:    restic backup --json
-- docs:    https://restic.readthedocs.io/en/stable/075_scripting.html#backup
-- detect:  $[*].message_type
-- detect:  $.message_type=summary
-- recovery point: backup_start, which restic prints from 0.17 on; older ones print no time at all
-- The run that it tells of is one of many; exit_error and error messages make it partial or failed.
WITH event AS (
  SELECT value, pointer, fault, value ->> 'message_type' AS type FROM record
), told AS (
  SELECT
    max(type = 'summary') AS has_summary,
    sum(type IN ('error', 'exit_error')) AS errors
  FROM event
)
SELECT
  'note'                                  AS record,
  'restic backup'                         AS asset,
  CASE
    WHEN has_summary = 0 THEN 'the run ended without a summary: it made no snapshot'
    WHEN errors > 0 THEN 'the snapshot ' || (value ->> 'snapshot_id') || ' lacks files: the run told '
      || errors || ' errors'
    WHEN value ->> 'backup_start' IS NULL THEN 'the snapshot ' || (value ->> 'snapshot_id')
      || ' has no time here; "restic snapshots --json" has it'
    ELSE 'the snapshot ' || (value ->> 'snapshot_id') || ' was made at ' || (value ->> 'backup_end')
      || '; "restic snapshots --json" says of what'
  END                                     AS note,
  pointer,
  fault
FROM event, told
WHERE type = 'summary' OR has_summary = 0 AND pointer = (SELECT max(pointer) FROM event)
