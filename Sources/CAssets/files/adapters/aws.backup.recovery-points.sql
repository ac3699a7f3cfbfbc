-- format:  aws.backup.recovery-points
-- tool:    aws backup list-recovery-points-by-backup-vault --backup-vault-name VAULT --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/backup/list-recovery-points-by-backup-vault.html
-- detect:  $.RecoveryPoints[*].BackupVaultName
-- detect:  $.RecoveryPoints[*].RecoveryPointArn
-- detect:  $.RecoveryPointArn  $.BackupVaultArn  $.ResourceArn
-- needs:   RecoveryPointArn:text Status:text ResourceArn:text
-- table:   RECOVERYPOINTS
-- recovery point: CreationDate; a copy keeps that of its original
-- EXPIRED is past its retention and only not deleted yet: it cannot be counted on.
SELECT
  coalesce(
    nullif(nullif(value ->> 'ResourceName', ''), 'Resource name not supported for this resource'),
    replace(value ->> 'ResourceArn', rtrim(value ->> 'ResourceArn',
      replace(replace(value ->> 'ResourceArn', '/', ''), ':', '')), '')
  )                                       AS asset,
  value ->> 'RecoveryPointArn'            AS native_id,
  CASE value ->> 'Status'
    WHEN 'COMPLETED' THEN 'success'
    WHEN 'AVAILABLE' THEN 'success'
    WHEN 'STOPPED' THEN 'success'
    WHEN 'PARTIAL' THEN 'partial'
    WHEN 'EXPIRED' THEN 'failed'
    WHEN 'CREATING' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'Status'                      AS raw_outcome,
  value ->> 'CreationDate'                AS recovery_point,
  value ->> 'InitiationDate'              AS started,
  value ->> 'CompletionDate'              AS finished,
  value ->> '$.CalculatedLifecycle.DeleteAt' AS expires,
  coalesce(value ->> 'BackupSizeInBytes', value ->> 'BackupSizeBytes') AS size_bytes,
  value ->> 'BackupVaultName'             AS location,
  value ->> 'IsEncrypted'                 AS encrypted,
  pointer,
  fault
FROM record
WHERE value ->> 'Status' IS NOT 'DELETING'
