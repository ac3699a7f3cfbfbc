-- format:  barman.show
-- tool:    barman --format json list-backup all
-- docs:    https://docs.pgbarman.org/
-- detect:  $.*.backup_id  $.*.status  $.*.base_backup_information
-- recovery point: end of the backup; a base backup is consistent only from there on
SELECT
  server.key                              AS asset,
  server.value ->> 'backup_id'            AS native_id,
  CASE server.value ->> 'status'
    WHEN 'DONE' THEN 'success'
    WHEN 'FAILED' THEN 'failed'
    WHEN 'WAITING_FOR_WALS' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  server.value ->> 'status'               AS raw_outcome,
  coalesce(
    server.value ->> '$.base_backup_information.end_time_timestamp',
    server.value ->> '$.base_backup_information.end_time'
  )                                       AS recovery_point,
  coalesce(
    server.value ->> '$.base_backup_information.begin_time_timestamp',
    server.value ->> '$.base_backup_information.begin_time'
  )                                       AS started,
  coalesce(
    server.value ->> '$.base_backup_information.end_time_timestamp',
    server.value ->> '$.base_backup_information.end_time'
  )                                       AS finished,
  server.value ->> '$.base_backup_information.disk_usage_bytes' AS size_bytes,
  '$'                                     AS pointer
FROM json_each(:document) AS server
WHERE server.type = 'object' AND server.key NOT GLOB '_*'
