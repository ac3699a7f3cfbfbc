-- format:  aws.backup.jobs
-- tool:    aws backup list-backup-jobs --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/backup/list-backup-jobs.html
-- detect:  $.BackupJobs[*]
-- detect:  $.BackupJobId  $.RecoveryPointArn  $.CreationDate
-- needs:   BackupJobId:text State:text ResourceArn:text
-- table:   BACKUPJOBS
-- recovery point: CreationDate, when the job was made; the data are not older
-- The parts of a composite backup are told by their parent.
SELECT
  coalesce(
    nullif(nullif(value ->> 'ResourceName', ''), 'Resource name not supported for this resource'),
    replace(value ->> 'ResourceArn', rtrim(value ->> 'ResourceArn',
      replace(replace(value ->> 'ResourceArn', '/', ''), ':', '')), '')
  )                                       AS asset,
  value ->> 'BackupJobId'                 AS native_id,
  CASE value ->> 'State'
    WHEN 'COMPLETED' THEN 'success'
    WHEN 'PARTIAL' THEN 'partial'
    WHEN 'FAILED' THEN 'failed'
    WHEN 'ABORTED' THEN 'failed'
    WHEN 'ABORTING' THEN 'failed'
    WHEN 'EXPIRED' THEN 'failed'
    WHEN 'CREATED' THEN 'in_progress'
    WHEN 'PENDING' THEN 'in_progress'
    WHEN 'RUNNING' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'State'                       AS raw_outcome,
  value ->> 'CreationDate'                AS recovery_point,
  coalesce(value ->> 'InitiationDate', value ->> 'CreationDate') AS started,
  value ->> 'CompletionDate'              AS finished,
  value ->> '$.RecoveryPointLifecycle.DeleteAt' AS expires,
  value ->> 'BackupSizeInBytes'           AS size_bytes,
  value ->> 'BackupVaultName'             AS location,
  value ->> 'IsEncrypted'                 AS encrypted,
  pointer,
  fault
FROM record
