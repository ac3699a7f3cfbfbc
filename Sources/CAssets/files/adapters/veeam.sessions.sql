-- format:  veeam.sessions
-- tool:    curl …/api/v1/sessions?limit=10000
-- docs:    https://helpcenter.veeam.com/docs/backup/vbr_rest/reference/vbr-rest-v1-1-rev1.html
-- detect:  $.data[*].sessionType  $.data[*].state
-- detect:  $[*].sessionType  $[*].state  $[*].creationTime
-- needs:   id:text name:text sessionType:text state:text
-- recovery point: creationTime, the start of the session
-- A SureBackup or a restore is a drill. Warning is a backup that may lack something.
WITH field AS (
  SELECT
    value,
    pointer,
    fault,
    coalesce(value ->> '$.result.result', iif(json_type(value, '$.result') = 'text',
      value ->> 'result', NULL)) AS result,
    value ->> 'sessionType' AS type
  FROM record
)
SELECT
  iif(type LIKE '%SureBackup%' OR type LIKE '%Restore%', 'drill', 'backup') AS record,
  iif(type LIKE '%SureBackup%' OR type LIKE '%Restore%', 'restore', NULL) AS kind,
  value ->> 'name'                        AS asset,
  value ->> 'id'                          AS native_id,
  CASE
    WHEN type LIKE '%SureBackup%' OR type LIKE '%Restore%' THEN
      CASE
        WHEN value ->> 'state' <> 'Stopped' THEN 'running'
        WHEN value ->> '$.result.isCanceled' = 1 THEN 'aborted'
        WHEN result = 'Success' THEN 'pass'
        WHEN result = 'Warning' THEN 'partial'
        WHEN result = 'Failed' THEN 'fail'
        ELSE 'unlisted'
      END
    WHEN value ->> 'state' <> 'Stopped' THEN 'in_progress'
    WHEN value ->> '$.result.isCanceled' = 1 THEN 'failed'
    WHEN result = 'Success' THEN 'success'
    WHEN result = 'Warning' THEN 'partial'
    WHEN result = 'Failed' THEN 'failed'
    ELSE 'unlisted'
  END                                     AS outcome,
  (value ->> 'state') || coalesce(' ' || result, '') AS raw_outcome,
  iif(type LIKE '%SureBackup%' OR type LIKE '%Restore%', NULL, value ->> 'creationTime')
                                          AS recovery_point,
  value ->> 'creationTime'                AS started,
  value ->> 'endTime'                     AS finished,
  pointer,
  fault
FROM field
WHERE fault IS NOT NULL OR type LIKE '%Backup%' OR type LIKE '%Restore%' OR type LIKE '%Replica%'
