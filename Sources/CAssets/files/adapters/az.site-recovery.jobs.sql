-- format:  az.site-recovery.jobs
-- tool:    az site-recovery job list --resource-group GROUP --vault-name VAULT --output json
-- docs:    https://learn.microsoft.com/en-us/rest/api/site-recovery/replication-jobs/list
-- detect:  $[*].properties.scenarioName  $[*].properties.state
-- detect:  $.value[*].properties.scenarioName  $.value[*].properties.state
-- needs:   name:text properties.scenarioName:text properties.state:text
-- recovery point: not in it
-- A test failover is a drill; a failover in earnest is one, too, with the name of what it was.
SELECT
  'drill'                                 AS record,
  'failover'                              AS kind,
  coalesce(value ->> '$.properties.targetObjectName', value ->> '$.properties.friendlyName',
    value ->> 'name')                     AS asset,
  value ->> 'name'                        AS native_id,
  CASE
    WHEN value ->> '$.properties.state' = 'Succeeded' THEN 'pass'
    WHEN value ->> '$.properties.state' IN ('CompletedWithInformation', 'PartiallySucceeded')
      THEN 'partial'
    WHEN value ->> '$.properties.state' = 'Failed' THEN 'fail'
    WHEN value ->> '$.properties.state' IN ('Cancelled', 'Suspended') THEN 'aborted'
    WHEN value ->> '$.properties.state' IN ('InProgress', 'NotStarted', 'Cancelling') THEN 'running'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> '$.properties.state'          AS raw_outcome,
  value ->> '$.properties.scenarioName'   AS scenario,
  value ->> '$.properties.startTime'      AS started,
  value ->> '$.properties.endTime'        AS finished,
  pointer,
  fault
FROM record
WHERE fault IS NOT NULL OR value ->> '$.properties.scenarioName' LIKE '%failover%'
  AND value ->> '$.properties.scenarioName' NOT LIKE '%cleanup%'
