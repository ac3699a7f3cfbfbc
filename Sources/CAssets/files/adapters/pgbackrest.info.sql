-- format:  pgbackrest.info
-- tool:    pgbackrest info --output=json
-- docs:    https://pgbackrest.org/command.html#command-info
-- detect:  $[*].backup[*]  $[*].name  $[*].db  $[*].status
-- needs:   label:text timestamp.stop:integer
-- table:   stanza:
-- recovery point: end of the backup; a base backup is consistent only from there on
-- Each repository holds its own copies. A backup with errors (bad pages) is listed, and failed; a
-- run that was stopped leaves nothing. The end of the WAL is not in it as a time.
SELECT
  'backup'                                AS record,
  (parent ->> 'name') || ' repo' || coalesce(value ->> '$.database."repo-key"', 1) AS asset,
  value ->> 'label'                       AS native_id,
  CASE value ->> 'error'
    WHEN 0 THEN 'success'
    WHEN 1 THEN 'failed'
    ELSE 'unknown'
  END                                     AS outcome,
  iif(value ->> 'error' = 1, 'error', NULL) AS raw_outcome,
  value ->> '$.timestamp.stop'            AS recovery_point,
  value ->> '$.timestamp.start'           AS started,
  value ->> '$.timestamp.stop'            AS finished,
  value ->> '$.info.size'                 AS size_bytes,
  (
    SELECT value ->> 'cipher' <> 'none' FROM json_each(record.parent, '$.repo')
    WHERE value ->> 'key' = coalesce(record.value ->> '$.database."repo-key"', 1)
  )                                       AS encrypted,
  NULL                                    AS note,
  pointer,
  fault
FROM record
UNION ALL
SELECT
  iif(value ->> '$.status.lock.backup.held' = 1, 'backup', 'note'),
  (value ->> 'name') || ' repo' || coalesce(value ->> '$.repo[0].key', 1),
  'running', 'in_progress', 'held', NULL, NULL, NULL, NULL, NULL,
  iif(value ->> '$.status.code' <> 0,
    'the stanza "' || (value ->> 'name') || '" says: ' || (value ->> '$.status.message'), NULL),
  fullkey,
  NULL
FROM json_each(:document)
WHERE value ->> '$.status.lock.backup.held' = 1 OR value ->> '$.status.code' <> 0
