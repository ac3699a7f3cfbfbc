-- format:  xtrabackup.info
-- tool:    cat xtrabackup_info
-- docs:    https://docs.percona.com/percona-xtrabackup/8.0/xtrabackup-files.html
-- line:    innodb_to_lsn = *
-- line:    ibbackup_version = *
-- recovery point: end_time; the backup is consistent only from there on
-- The tool writes the file when it succeeded, with the times of its own clock. It is one backup.
WITH field AS (
  SELECT
    trim(substr(value ->> 'text', 1, instr(value ->> 'text', '=') - 1)) AS key,
    trim(substr(value ->> 'text', instr(value ->> 'text', '=') + 1)) AS text
  FROM record
  WHERE instr(value ->> 'text', '=') > 0
)
SELECT
  coalesce(max(iif(key = 'tool_name', text, NULL)), 'xtrabackup') AS asset,
  max(iif(key = 'uuid', text, NULL))      AS native_id,
  'success'                               AS outcome,
  max(iif(key = 'end_time', text, NULL))  AS recovery_point,
  max(iif(key = 'start_time', text, NULL)) AS started,
  max(iif(key = 'end_time', text, NULL))  AS finished,
  max(iif(key = 'encrypted', text NOT IN ('N', ''), NULL)) AS encrypted,
  '$'                                     AS pointer
FROM field
