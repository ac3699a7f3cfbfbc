-- format:  aws.backup.restore-jobs
-- tool:    aws backup list-restore-jobs --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/backup/list-restore-jobs.html
-- detect:  $.RestoreJobs[*]
-- detect:  $.RestoreJobId  $.RecoveryPointArn
-- needs:   RestoreJobId:text Status:text
-- table:   RESTOREJOBS
-- recovery point: RecoveryPointCreationDate
-- A restore is a drill. It passed when it was completed and validated: COMPLETED alone does not say
-- that what came back works.
SELECT
  'drill'                                 AS record,
  'restore'                               AS kind,
  coalesce(
    replace(value ->> 'SourceResourceArn', rtrim(value ->> 'SourceResourceArn',
      replace(replace(value ->> 'SourceResourceArn', '/', ''), ':', '')), ''),
    value ->> 'ResourceType',
    value ->> 'RecoveryPointArn'
  )                                       AS asset,
  value ->> 'RestoreJobId'                AS native_id,
  CASE
    WHEN value ->> 'Status' IN ('PENDING', 'RUNNING') THEN 'running'
    WHEN value ->> 'Status' = 'ABORTED' THEN 'aborted'
    WHEN value ->> 'Status' = 'FAILED' THEN 'fail'
    WHEN value ->> 'Status' <> 'COMPLETED' THEN 'unlisted'
    WHEN value ->> 'ValidationStatus' = 'SUCCESSFUL' THEN 'pass'
    WHEN value ->> 'ValidationStatus' IN ('FAILED', 'TIMED_OUT') THEN 'fail'
    WHEN value ->> 'ValidationStatus' = 'VALIDATING' THEN 'running'
    ELSE 'unmeasured'
  END                                     AS outcome,
  (value ->> 'Status') || coalesce(', validation ' || (value ->> 'ValidationStatus'), '')
                                          AS raw_outcome,
  value ->> 'CreationDate'                AS started,
  value ->> 'CompletionDate'              AS finished,
  value ->> 'RecoveryPointCreationDate'   AS recovery_point,
  CASE value ->> 'ValidationStatus'
    WHEN 'SUCCESSFUL' THEN 1
    WHEN 'FAILED' THEN 0
    WHEN 'TIMED_OUT' THEN 0
  END                                     AS validated,
  pointer,
  fault
FROM record
