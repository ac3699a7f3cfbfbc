-- format:  pbs.snapshots
-- tool:    proxmox-backup-client snapshot list --output-format json
-- docs:    https://pbs.proxmox.com/docs/backup-client.html#listing-backups
-- detect:  $[*].backup-id  $[*].backup-time  $[*].backup-type
-- detect:  $.data[*].backup-id  $.data[*].backup-time  $.data[*].backup-type
-- needs:   "backup-id":text "backup-time":integer "backup-type":text
-- table:   ┌
-- recovery point: backup-time, the start of the backup
-- One without a size is being written, or was broken off; one whose verification failed cannot be
-- restored. The datastore is not in the output.
SELECT
  (value ->> 'backup-type') || '/' || (value ->> 'backup-id') AS asset,
  (value ->> 'backup-type') || '/' || (value ->> 'backup-id') || '/' || (value ->> 'backup-time')
                                          AS native_id,
  CASE
    WHEN value ->> '$.verification.state' = 'failed' THEN 'failed'
    WHEN value ->> 'size' IS NULL THEN 'unknown'
    ELSE 'success'
  END                                     AS outcome,
  coalesce('verification ' || (value ->> '$.verification.state'),
    iif(value ->> 'size' IS NULL, 'unfinished', NULL)) AS raw_outcome,
  value ->> 'backup-time'                 AS recovery_point,
  value ->> 'size'                        AS size_bytes,
  (
    SELECT min(value ->> 'crypt-mode' = 'encrypt') FROM json_each(record.value, '$.files')
    WHERE value ->> 'filename' NOT LIKE '%.blob' AND value ->> 'crypt-mode' IS NOT NULL
  )                                       AS encrypted,
  pointer,
  fault
FROM record
