-- format:  cnpg.backups
-- tool:    kubectl get backups.postgresql.cnpg.io -A -o json
-- docs:    https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/#backupstatus
-- kubernetes: postgresql.cnpg.io/Backup
-- needs:   metadata.name:text spec.cluster.name:text
-- table:   NAME AGE CLUSTER
-- recovery point: stoppedAt; a base backup is consistent only from its end
SELECT
  coalesce(value ->> '$.metadata.namespace' || '/', '') || (value ->> '$.spec.cluster.name')
                                          AS asset,
  value ->> '$.metadata.name'             AS native_id,
  CASE coalesce(nullif(value ->> '$.status.phase', ''), 'pending')
    WHEN 'completed' THEN 'success'
    WHEN 'failed' THEN 'failed'
    WHEN 'walArchivingFailing' THEN 'failed'
    WHEN 'pending' THEN 'in_progress'
    WHEN 'new' THEN 'in_progress'
    WHEN 'started' THEN 'in_progress'
    WHEN 'running' THEN 'in_progress'
    WHEN 'finalizing' THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> '$.status.phase'              AS raw_outcome,
  value ->> '$.status.stoppedAt'          AS recovery_point,
  value ->> '$.status.startedAt'          AS started,
  value ->> '$.status.stoppedAt'          AS finished,
  iif(value ->> '$.status.encryption' <> '', 1, NULL) AS encrypted,
  pointer,
  fault
FROM record
