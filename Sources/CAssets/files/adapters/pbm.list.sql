-- format:  pbm.list
-- tool:    pbm list --out json
-- docs:    https://docs.percona.com/percona-backup-mongodb/reference/pbm-commands.html#pbm-list
-- detect:  $.snapshots[*]  $.pitr
-- detect:  $.snapshots[*].restoreTo  $.snapshots[*].pbmVersion
-- needs:   name:text status:text
-- recovery point: restoreTo (completeTS of older versions): the time that a restore leads to
-- A range of the log without a snapshot before it restores nothing.
SELECT
  'backup'                                AS record,
  'mongodb'                               AS asset,
  value ->> 'name'                        AS native_id,
  CASE value ->> 'status'
    WHEN 'done' THEN 'success'
    WHEN 'error' THEN 'failed'
    WHEN 'canceled' THEN 'failed'
    WHEN 'partlyDone' THEN 'partial'
    WHEN 'running' THEN 'in_progress'
    WHEN 'starting' THEN 'in_progress'
    WHEN 'dumpDone' THEN 'in_progress'
    WHEN 'copyReady' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'status'                      AS raw_outcome,
  iif(value ->> 'status' = 'done', coalesce(value ->> 'restoreTo', value ->> 'completeTS'), NULL)
                                          AS recovery_point,
  value ->> 'name'                        AS started,
  iif(value ->> 'status' = 'done', coalesce(value ->> 'restoreTo', value ->> 'completeTS'), NULL)
                                          AS finished,
  NULL                                    AS earliest,
  NULL                                    AS latest,
  value ->> 'size'                        AS size_bytes,
  value ->> 'storage'                     AS location,
  pointer,
  fault
FROM record
UNION ALL
SELECT
  'pitr', 'mongodb', NULL, NULL, NULL, NULL, NULL, NULL,
  value ->> '$.range.start', value ->> '$.range.end', NULL, NULL, fullkey, NULL
FROM json_each(:document, '$.pitr.ranges')
WHERE ifnull(value ->> 'noBaseSnapshot', 0) = 0 AND value ->> 'error' IS NULL
