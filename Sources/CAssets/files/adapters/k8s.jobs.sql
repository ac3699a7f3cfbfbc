-- format:  k8s.jobs
-- tool:    kubectl get jobs -A -o json
-- docs:    https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/
-- kubernetes: batch/Job
-- needs:   metadata.name:text
-- table:   NAME COMPLETIONS DURATION
-- table:   NAME STATUS COMPLETIONS
-- recovery point: start of the job
-- Complete says that the pod exited with 0, not that it made a dump: a pipe hides a failed pg_dump.
-- A success after failed attempts is one. Old jobs are removed, so the listing is short by design.
WITH field AS (
  SELECT
    value,
    pointer,
    fault,
    (
      SELECT value ->> 'name' FROM json_each(record.value, '$.metadata.ownerReferences')
      WHERE value ->> 'kind' = 'CronJob'
    ) AS owner,
    (
      SELECT max(value ->> 'type') FROM json_each(record.value, '$.status.conditions')
      WHERE value ->> 'status' = 'True' AND value ->> 'type' IN ('Complete', 'Failed')
    ) AS condition
  FROM record
)
SELECT
  coalesce(value ->> '$.metadata.namespace' || '/', '')
    || coalesce(owner, value ->> '$.metadata.name') AS asset,
  value ->> '$.metadata.name'             AS native_id,
  CASE condition
    WHEN 'Complete' THEN 'success'
    WHEN 'Failed' THEN 'failed'
    ELSE 'in_progress'
  END                                     AS outcome,
  condition                               AS raw_outcome,
  value ->> '$.status.startTime'          AS recovery_point,
  value ->> '$.status.startTime'          AS started,
  value ->> '$.status.completionTime'     AS finished,
  pointer,
  fault
FROM field
