-- format:  walg.backups
-- tool:    wal-g backup-list --json --detail
-- docs:    https://wal-g.readthedocs.io/PostgreSQL/#backup-list
-- detect:  $[*].backup_name  $[*].wal_file_name
-- detect:  $[*].backup_name  $[*].wal_segment_backup_start
-- detect:  $[*].backup_name  $[*].finish_time
-- needs:   backup_name:text
-- table:   name last_modified
-- table:   backup_name modified
-- recovery point: finish_time; without --detail the time of the object, which is a little later
-- A run that failed leaves no backup: it shows as a gap.
SELECT
  coalesce(nullif(value ->> 'hostname', '') || ':', '') || coalesce(value ->> 'data_dir', 'wal-g')
                                          AS asset,
  value ->> 'backup_name'                 AS native_id,
  'success'                               AS outcome,
  coalesce(value ->> 'finish_time', value ->> 'time', value ->> 'modified',
    value ->> 'last_modified')            AS recovery_point,
  value ->> 'start_time'                  AS started,
  coalesce(value ->> 'finish_time', value ->> 'time', value ->> 'modified',
    value ->> 'last_modified')            AS finished,
  value ->> 'uncompressed_size'           AS size_bytes,
  value ->> 'storage_name'                AS location,
  pointer,
  fault
FROM record
