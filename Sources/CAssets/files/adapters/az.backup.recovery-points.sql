-- format:  az.backup.recovery-points
-- tool:    az backup recoverypoint list --resource-group GROUP --vault-name VAULT … --output json
-- docs:    https://learn.microsoft.com/en-us/cli/azure/backup/recoverypoint#az-backup-recoverypoint-list
-- detect:  $[*].properties.recoveryPointTime
-- detect:  $[*].properties.recoveryPointTimeInUtc
-- detect:  $.value[*].properties.recoveryPointTime
-- detect:  $.value[*].properties.recoveryPointTimeInUtc
-- needs:   name:text
-- table:   Name Time Consistency
-- recovery point: recoveryPointTime
-- What is protected stands only in the path of the id. A failed job leaves no point.
WITH field AS (
  SELECT
    value,
    pointer,
    fault,
    substr(value ->> 'id', instr(lower(value ->> 'id'), '/protecteditems/') + 16) AS rest
  FROM record
)
SELECT
  iif(
    instr(lower(value ->> 'id'), '/protecteditems/') > 0,
    substr(rest, 1, instr(rest || '/', '/') - 1),
    coalesce(value ->> '$.properties.friendlyName', value ->> 'resourceGroup', 'azure')
  )                                       AS asset,
  value ->> 'name'                        AS native_id,
  'success'                               AS outcome,
  coalesce(value ->> '$.properties.recoveryPointType',
    value ->> '$.properties.type')        AS raw_outcome,
  coalesce(value ->> '$.properties.recoveryPointTime',
    value ->> '$.properties.recoveryPointTimeInUtc') AS recovery_point,
  value ->> '$.properties.recoveryPointProperties.expiryTime' AS expires,
  value ->> '$.properties.isSourceVMEncrypted' AS encrypted,
  pointer,
  fault
FROM field
