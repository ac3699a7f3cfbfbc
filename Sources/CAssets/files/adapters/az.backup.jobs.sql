-- format:  az.backup.jobs
-- tool:    az backup job list --resource-group GROUP --vault-name VAULT --output json
-- docs:    https://learn.microsoft.com/en-us/cli/azure/backup/job#az-backup-job-list
-- detect:  $[*].properties.operation  $[*].properties.entityFriendlyName
-- detect:  $.value[*].properties.operation  $.value[*].properties.entityFriendlyName
-- detect:  $.properties.operation  $.properties.entityFriendlyName
-- needs:   properties.operation:text properties.status:text
-- table:   Name Operation Status
-- recovery point: start of the job
-- A restore is a drill, or was in earnest; a change of the configuration is neither. The list
-- reaches back as far as it was asked for.
SELECT
  iif(value ->> '$.properties.operation' LIKE '%restore%', 'drill', 'backup') AS record,
  'restore'                               AS kind,
  coalesce(value ->> '$.properties.entityFriendlyName', value ->> 'name') AS asset,
  coalesce(value ->> 'id', value ->> 'name') || ' ' || (value ->> '$.properties.startTime')
                                          AS native_id,
  CASE
    WHEN value ->> '$.properties.operation' LIKE '%restore%' THEN
      CASE value ->> '$.properties.status'
        WHEN 'Completed' THEN 'pass'
        WHEN 'CompletedWithWarnings' THEN 'partial'
        WHEN 'Failed' THEN 'fail'
        WHEN 'Cancelled' THEN 'aborted'
        WHEN 'InProgress' THEN 'running'
        WHEN 'Cancelling' THEN 'running'
        ELSE 'unlisted'
      END
    ELSE
      CASE value ->> '$.properties.status'
        WHEN 'Completed' THEN 'success'
        WHEN 'CompletedWithWarnings' THEN 'success'
        WHEN 'Failed' THEN 'failed'
        WHEN 'Cancelled' THEN 'failed'
        WHEN 'Cancelling' THEN 'failed'
        WHEN 'InProgress' THEN 'in_progress'
        ELSE 'unlisted'
      END
  END                                     AS outcome,
  value ->> '$.properties.status'         AS raw_outcome,
  iif(value ->> '$.properties.operation' LIKE '%restore%', NULL,
    value ->> '$.properties.startTime')   AS recovery_point,
  value ->> '$.properties.startTime'      AS started,
  value ->> '$.properties.endTime'        AS finished,
  pointer,
  fault
FROM record
WHERE fault IS NOT NULL OR value ->> '$.properties.operation' LIKE '%backup%'
  AND value ->> '$.properties.operation' NOT LIKE '%configure%'
  AND value ->> '$.properties.operation' NOT LIKE '%delete%'
  AND value ->> '$.properties.operation' NOT LIKE '%disable%'
  OR value ->> '$.properties.operation' LIKE '%restore%'
