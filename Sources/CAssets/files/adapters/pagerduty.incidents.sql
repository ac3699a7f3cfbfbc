-- format:  pagerduty.incidents
-- tool:    curl https://api.pagerduty.com/incidents?limit=100
-- docs:    https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents
-- detect:  $.incidents[*]
-- needs:   id:text
-- recovery point: not in it
-- Incidents are never drills. From declared to resolved is not the recovery time of a component.
SELECT
  'incident'                              AS record,
  coalesce(value ->> '$.service.summary', value ->> '$.service.name',
    value ->> '$.services[0].name', value ->> '$.services[0]', value ->> 'title', value ->> 'name',
    'incident')                           AS asset,
  coalesce(value ->> 'id', value ->> 'reference') AS native_id,
  iif(
    coalesce(value ->> 'resolved_at', value ->> 'ended_at', value ->> 'closed_at') IS NOT NULL
      OR value ->> 'status' IN ('resolved', 'closed'),
    'pass', 'running'
  )                                       AS outcome,
  coalesce(value ->> 'status', value ->> '$.incident_status.name') AS raw_outcome,
  coalesce(value ->> 'title', value ->> 'name', value ->> 'summary') AS scenario,
  coalesce(value ->> 'urgency', value ->> '$.severity.name', value ->> 'severity') AS severity,
  coalesce(value ->> 'declared_at', value ->> 'created_at', value ->> 'started_at') AS started,
  coalesce(
    value ->> 'resolved_at', value ->> 'ended_at', value ->> 'closed_at',
    iif(value ->> 'status' = 'resolved', value ->> 'last_status_change_at', NULL)
  )                                       AS finished,
  pointer,
  fault
FROM record
