-- format:  velero.backups
-- tool:    velero backup get -o json
-- docs:    https://velero.io/docs/main/api-types/backup/
-- kubernetes: velero.io/Backup
-- needs:   metadata.name:text
-- table:   NAME STATUS ERRORS
-- recovery point: start of the backup (status.startTimestamp)
-- One being deleted is left out. completionTimestamp is also set on backups that failed. A backup
-- without a schedule is of its namespaces: by its own name each would be alone, without any gap.
WITH field AS (
  SELECT
    value,
    pointer,
    fault,
    -- A backup without a phase has not been picked up yet.
    ifnull(nullif(value ->> '$.status.phase', ''), 'New') AS phase
  FROM record
)
SELECT
  coalesce(
    value ->> '$.metadata.labels."velero.io/schedule-name"',
    (
      SELECT group_concat(namespace, ',')
      FROM (
        SELECT value AS namespace FROM json_each(field.value, '$.spec.includedNamespaces')
        ORDER BY value
      )
    ),
    '*'
  )                                       AS asset,
  value ->> '$.metadata.name'             AS native_id,
  CASE
    WHEN phase = 'Completed' THEN 'success'
    WHEN phase = 'PartiallyFailed' THEN 'partial'
    WHEN phase IN ('Failed', 'FailedValidation') THEN 'failed'
    WHEN phase IN (
      'New', 'Queued', 'ReadyToStart', 'InProgress', 'WaitingForPluginOperations',
      'WaitingForPluginOperationsPartiallyFailed', 'Finalizing', 'FinalizingPartiallyFailed'
    ) THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  phase                                   AS raw_outcome,
  value ->> '$.status.startTimestamp'     AS recovery_point,
  value ->> '$.status.startTimestamp'     AS started,
  value ->> '$.status.completionTimestamp' AS finished,
  value ->> '$.status.expiration'         AS expires,
  value ->> '$.spec.storageLocation'      AS location,
  pointer,
  fault
FROM field
WHERE phase IS NOT 'Deleting'
