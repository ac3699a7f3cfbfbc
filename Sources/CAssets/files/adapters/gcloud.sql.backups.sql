-- format:  gcloud.sql.backups
-- tool:    gcloud sql backups list --instance INSTANCE --format json
-- docs:    https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/backupRuns
-- detect:  $[*].kind=sql#backupRun
-- detect:  $.items[*].kind=sql#backupRun
-- detect:  $[*].instance  $[*].windowStartTime  $[*].status
-- detect:  $.kind=sql#backupRun
-- needs:   id:text|integer instance:text status:text
-- table:   ID WINDOW_START_TIME
-- recovery point: startTime
-- An id is of one instance only. SKIPPED and OVERDUE are runs that did not happen.
SELECT
  value ->> 'instance'                    AS asset,
  value ->> 'id'                          AS native_id,
  CASE value ->> 'status'
    WHEN 'SUCCESSFUL' THEN 'success'
    WHEN 'FAILED' THEN 'failed'
    WHEN 'SKIPPED' THEN 'failed'
    WHEN 'OVERDUE' THEN 'failed'
    WHEN 'DELETION_FAILED' THEN 'unknown'
    WHEN 'RUNNING' THEN 'in_progress'
    WHEN 'ENQUEUED' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'status'                      AS raw_outcome,
  value ->> 'startTime'                   AS recovery_point,
  value ->> 'startTime'                   AS started,
  value ->> 'endTime'                     AS finished,
  value ->> 'maxChargeableBytes'          AS size_bytes,
  value ->> 'location'                    AS location,
  pointer,
  fault
FROM record
WHERE value ->> 'status' IS NULL OR value ->> 'status' NOT IN ('DELETED', 'DELETING', 'DELETION_PENDING')
