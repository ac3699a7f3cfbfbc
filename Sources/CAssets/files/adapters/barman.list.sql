-- format:  barman.list
-- tool:    barman --format json list-backup all
-- docs:    https://docs.pgbarman.org/
-- detect:  $.*[*].backup_id  $.*[*].status
-- needs:   backup_id:text status:text
-- recovery point: end of the backup; a base backup is consistent only from there on
-- One that failed or still runs has no time but the one in its name, which is of the server's clock.
SELECT
  name                                    AS asset,
  value ->> 'backup_id'                   AS native_id,
  CASE value ->> 'status'
    WHEN 'DONE' THEN 'success'
    WHEN 'FAILED' THEN 'failed'
    WHEN 'STARTED' THEN 'in_progress'
    WHEN 'EMPTY' THEN 'in_progress'
    WHEN 'SYNCING' THEN 'in_progress'
    WHEN 'WAITING_FOR_WALS' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'status'                      AS raw_outcome,
  coalesce(value ->> 'end_time_timestamp', value ->> 'end_time') AS recovery_point,
  coalesce(value ->> 'end_time_timestamp', value ->> 'end_time') AS finished,
  value ->> 'size_bytes'                  AS size_bytes,
  pointer,
  fault
FROM record
WHERE name NOT GLOB '_*'
