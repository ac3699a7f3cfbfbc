-- id: OBJ-01
-- severity: medium
-- title: Every component has a recovery time and a recovery point objective
-- why: Half an objective is silent on the other half: a service that is back in time with yesterday's data has not recovered.
-- fix: State both numbers for the component, or why one does not apply.
-- controls: NIST SP 800-53r5 CP-02a.02[01]; NIST SP 800-53r5 CP-02(08); SOC 2 A1.2; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(E); PCI DSS 12.10.1; DORA 11(5); FFIEC BCM III.A
WITH half AS (
  SELECT
    system,
    component,
    min(label) AS label,
    min(dimension) AS dimension,
    max(CASE WHEN kind = 'rto' AND state IN ('number', 'na', 'qualitative', 'lower-bound') THEN 1 ELSE 0 END) AS has_rto,
    max(CASE WHEN kind = 'rpo' AND state IN ('number', 'na', 'qualitative', 'lower-bound') THEN 1 ELSE 0 END) AS has_rpo,
    json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence
  FROM (SELECT * FROM objective WHERE in_force = 1 AND kind IN ('rto', 'rpo') ORDER BY line)
  GROUP BY system, component
)
SELECT
  system || '/' || component AS subject,
  CASE WHEN has_rto AND has_rpo THEN 'info' END AS severity,
  CASE WHEN has_rto AND has_rpo THEN 'pass' ELSE 'fail' END AS verdict,
  CASE label WHEN '' THEN 'the plan' ELSE label END
  || CASE
    WHEN has_rto AND has_rpo THEN ' has a recovery time and a recovery point objective'
    WHEN has_rto THEN ' has a recovery time objective and no recovery point objective'
    WHEN has_rpo THEN ' has a recovery point objective and no recovery time objective'
    ELSE ' has a place for its objectives, and no number in it'
  END AS message,
  evidence,
  NULL AS fix
FROM half
WHERE has_rto AND has_rpo
  OR NOT has_rto AND NOT has_rpo
  -- Where a plan lists times by activity and points by kind of data, no row can have both.
  OR dimension IN ('plan', 'component', 'service', 'environment')
    AND NOT EXISTS (
      SELECT 1 FROM objective AS other
      WHERE other.system = half.system AND other.in_force = 1 AND other.dimension IN ('activity', 'data', 'scenario')
    )
UNION ALL
SELECT
  fact.file || '/definitions',
  'info',
  'pass',
  'the plan says what its objectives mean, and states numbers beside',
  json_group_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)),
  NULL
FROM fact
WHERE fact.kind = 'definition' AND EXISTS (
    SELECT 1 FROM objective
    WHERE objective.document = fact.file AND objective.in_force = 1 AND objective.state = 'number'
  )
GROUP BY fact.file
ORDER BY subject
