-- format:  pg.stat_archiver
-- tool:    psql -Atc "SELECT to_json(a) FROM pg_stat_archiver AS a"
-- docs:    https://www.postgresql.org/docs/current/monitoring-stats.html
-- detect:  $.last_archived_time  $.last_archived_wal
-- detect:  $[*].last_archived_time  $[*].last_archived_wal
-- recovery point: last_archived_time: up to there the log was copied out; an approximation
-- It has no earliest time: that of the oldest base backup, which stands elsewhere.
SELECT
  iif(
    value ->> 'last_archived_time' IS NULL
      OR instant(value ->> 'last_failed_time') > instant(value ->> 'last_archived_time'),
    'note', 'pitr'
  )                                       AS record,
  'postgresql'                            AS asset,
  value ->> 'last_archived_time'          AS latest,
  CASE
    WHEN value ->> 'last_archived_time' IS NULL THEN 'no WAL was ever archived'
    WHEN instant(value ->> 'last_failed_time') > instant(value ->> 'last_archived_time') THEN
      'archiving of WAL fails: ' || coalesce(value ->> 'last_failed_wal', '') || ' at '
      || (value ->> 'last_failed_time')
  END                                     AS note,
  pointer,
  fault
FROM record
