-- format:  velero.restores
-- tool:    velero restore get -o json
-- docs:    https://velero.io/docs/main/api-types/restore/
-- kubernetes: velero.io/Restore
-- needs:   metadata.name:text
-- table:   NAME BACKUP STATUS
-- recovery point: not in it: it is the start of the backup of that name
-- A restore is a drill. Completed says that the objects came back, not that what they run works.
WITH field AS (
  SELECT
    value,
    pointer,
    fault,
    ifnull(nullif(value ->> '$.status.phase', ''), 'New') AS phase,
    value ->> '$.spec.backupName' AS backup
  FROM record
)
SELECT
  'drill'                                 AS record,
  'restore'                               AS kind,
  coalesce(
    nullif(value ->> '$.spec.scheduleName', ''),
    -- A schedule names its backups by itself and 14 digits.
    iif(
      backup GLOB '?*-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]',
      substr(backup, 1, length(backup) - 15),
      nullif(backup, '')
    ),
    value ->> '$.metadata.name'
  )                                       AS asset,
  value ->> '$.metadata.name'             AS native_id,
  CASE
    WHEN phase = 'Completed' THEN 'pass'
    WHEN phase = 'PartiallyFailed' THEN 'partial'
    WHEN phase IN ('Failed', 'FailedValidation') THEN 'fail'
    WHEN phase IN (
      'New', 'InProgress', 'WaitingForPluginOperations',
      'WaitingForPluginOperationsPartiallyFailed', 'Finalizing', 'FinalizingPartiallyFailed'
    ) THEN 'running'
    ELSE 'unlisted'
  END                                     AS outcome,
  phase                                   AS raw_outcome,
  value ->> '$.status.startTimestamp'     AS started,
  value ->> '$.status.completionTimestamp' AS finished,
  pointer,
  fault
FROM field
WHERE phase IS NOT 'Deleting'
