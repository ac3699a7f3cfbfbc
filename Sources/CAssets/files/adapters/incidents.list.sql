-- format:  incidents.list
-- tool:    an export of incidents as JSON or JSON lines
-- detect:  $[*].declared_at  $[*].resolved_at
-- detect:  $[*].created_at  $[*].resolved_at
-- detect:  $[*].started_at  $[*].resolved_at
-- detect:  $.declared_at  $.resolved_at
-- detect:  $.data[*].started_at  $.data[*].resolved_at
-- needs:   id:text|integer
-- recovery point: not in it
-- Incidents are never drills. From declared to resolved is not the recovery time of a component.
SELECT
  'incident'                              AS record,
  coalesce(value ->> '$.service.summary', value ->> '$.service.name', iif(
    json_type(value, '$.service') = 'text', value ->> 'service', NULL),
    value ->> '$.services[0].name', value ->> '$.services[0]', value ->> 'title', value ->> 'name',
    'incident')                           AS asset,
  value ->> 'id'                          AS native_id,
  iif(value ->> 'resolved_at' IS NOT NULL, 'pass', 'running') AS outcome,
  coalesce(value ->> 'status', iif(value ->> 'resolved_at' IS NULL, 'open', 'resolved'))
                                          AS raw_outcome,
  coalesce(value ->> 'title', value ->> 'name', value ->> 'summary') AS scenario,
  coalesce(value ->> '$.severity.name', value ->> 'severity', value ->> 'urgency') AS severity,
  coalesce(value ->> 'declared_at', value ->> 'created_at', value ->> 'started_at') AS started,
  value ->> 'resolved_at'                 AS finished,
  pointer,
  fault
FROM record
