-- format:  velero.backups
-- kind:    backup
-- detect:  $.kind=BackupList  $.items[*].apiVersion=velero.io/v1
-- detect:  $.kind=List  $.items[*].kind=Backup  $.items[*].apiVersion=velero.io/v1
-- detect:  $.kind=Backup  $.apiVersion=velero.io/v1
-- detect:  $[*].kind=Backup  $[*].apiVersion=velero.io/v1
-- tool:    velero backup get -o json
-- table:   NAME STATUS ERRORS
-- recovery point: start of the backup (status.startTimestamp)
-- One being deleted is left out. completionTimestamp is also set on backups that failed.
WITH record AS (
  SELECT iif(type = 'object', value, 'null') AS value, fullkey AS pointer
  FROM json_each(:document, '$.items')
  UNION ALL
  SELECT iif(type = 'object', value, 'null'), fullkey
  FROM json_each(:document)
  WHERE json_type(:document) = 'array'
  UNION ALL
  SELECT :document, '$'
  WHERE json_extract(:document, '$.kind') = 'Backup'
), field AS (
  SELECT
    value,
    pointer,
    -- A backup without a phase has not been picked up yet.
    ifnull(nullif(json_extract(value, '$.status.phase'), ''), 'New') AS phase,
    json_extract(value, '$.status.startTimestamp')          AS started,
    json_extract(value, '$.status.completionTimestamp')     AS finished,
    json_extract(value, '$.status.expiration')              AS expires
  FROM record
  -- A list may mix kinds, and others call a kind of theirs Backup too.
  WHERE json_type(value) IS NOT 'object'
    OR json_extract(value, '$.kind') = 'Backup'
    AND json_extract(value, '$.apiVersion') LIKE 'velero.io/%'
)
SELECT
  coalesce(
    json_extract(value, '$.metadata.labels."velero.io/schedule-name"'),
    (
      SELECT group_concat(namespace, ',')
      FROM (
        SELECT value AS namespace FROM json_each(field.value, '$.spec.includedNamespaces') ORDER BY value
      )
    ),
    '*'
  )                                                         AS asset,
  json_extract(value, '$.metadata.name')                    AS native_id,
  CASE
    WHEN phase = 'Completed' THEN 'success'
    WHEN phase IN ('PartiallyFailed') THEN 'partial'
    WHEN phase IN ('Failed', 'FailedValidation') THEN 'failed'
    WHEN phase IN (
      'New', 'Queued', 'ReadyToStart', 'InProgress', 'WaitingForPluginOperations',
      'WaitingForPluginOperationsPartiallyFailed', 'Finalizing', 'FinalizingPartiallyFailed'
    ) THEN 'in_progress'
    ELSE 'unlisted'
  END                                                       AS outcome,
  phase                                                     AS raw_outcome,
  instant(started)                                          AS recovery_point_at,
  started                                                   AS recovery_point_raw,
  instant(started)                                          AS started_at,
  started                                                   AS started_raw,
  instant(finished)                                         AS finished_at,
  finished                                                  AS finished_raw,
  instant(expires)                                          AS expires_at,
  expires                                                   AS expires_raw,
  NULL                                                      AS size_bytes,  -- only items are counted
  json_extract(value, '$.spec.storageLocation')             AS location,
  NULL                                                      AS encrypted,
  pointer,
  CASE
    WHEN json_type(value) IS NOT 'object' THEN ''
    WHEN json_type(value, '$.metadata.name') IS NOT 'text' THEN '.metadata.name'
  END                                                       AS fault
FROM field
WHERE phase IS NOT 'Deleting'
