-- id: OBJ-08
-- severity: critical
-- title: The whole is not due before its parts
-- why: The full service runs on its infrastructure and its database. It cannot be back before the last of them is.
-- fix: Let the whole have the time of its slowest part and of what comes after, or speed the part up.
-- controls: NIST SP 800-53r5 CP-02a.02[02]; NIST SP 800-53r5 CP-02(08); SOC 2 A1.2; SOC 2 CC9.1; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(E); DORA 11(5); FFIEC BCM III.A
WITH due AS (
  SELECT
    objective.*,
    max(component_topic.topic IN ('everything', 'region')) AS is_whole,
    max(component_topic.topic IN ('infrastructure', 'cluster', 'network', 'database')) AS is_part,
    max(component_topic.topic IN ('drill', 'cache', 'search', 'files', 'configuration', 'code', 'queue')) AS is_other
  FROM objective
  JOIN component_topic
    ON component_topic.system = objective.system AND component_topic.component = objective.component
  WHERE objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
    -- The loss of a region does not wait for the repair after another failure.
    AND objective.dimension <> 'scenario'
  GROUP BY objective.id
)
SELECT
  whole.system || '/' || whole.component AS subject,
  'high' AS severity,
  'warn' AS verdict,
  whole.label || ' is due after ' || short.words || ' and needs ' || part.label || ', which is due after '
  || long.words || ' (inferred)' AS message,
  json_array(
    json_object('file', whole.file, 'line', whole.line, 'quote', whole.quote),
    json_object('file', part.file, 'line', part.line, 'quote', part.quote)
  ) AS evidence,
  'state ' || long.words || ' or more for ' || whole.label || ', or recover ' || part.label || ' within '
  || short.words AS fix
FROM due AS whole
JOIN due AS part ON part.id = (
  SELECT id FROM due AS candidate
  WHERE candidate.system = whole.system AND candidate.is_part = 1 AND candidate.target_s > whole.target_s
  ORDER BY candidate.target_s DESC, candidate.id
  LIMIT 1
)
JOIN span AS short ON short.seconds = whole.target_s
JOIN span AS long ON long.seconds = part.target_s
WHERE whole.is_whole = 1 AND whole.is_part = 0 AND whole.is_other = 0
ORDER BY subject
