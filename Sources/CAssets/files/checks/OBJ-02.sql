-- id: OBJ-02
-- severity: high
-- title: Recovery time objectives lie within the maximum tolerable downtime
-- why: An objective beyond the downtime that the business survives promises a recovery that comes too late.
-- fix: Bring the recovery time objective below the maximum tolerable downtime.
-- controls: NIST SP 800-53r5 CP-02a.02[01]; NIST SP 800-53r5 CP-02(03); SOC 2 A1.2; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(E); DORA 12(6); FFIEC BCM III.A
SELECT
  objective.system || '/' || objective.component AS subject,
  CASE WHEN objective.target_s <= limits.target_s THEN 'info' END AS severity,
  CASE WHEN objective.target_s <= limits.target_s THEN 'pass' ELSE 'fail' END AS verdict,
  'the recovery time objective of ' || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ' is ' || target.words || ', the maximum tolerable downtime ' || tolerable.words AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', limits.file, 'line', limits.line, 'quote', limits.quote)
  ) AS evidence,
  NULL AS fix
FROM objective
JOIN objective AS limits
  ON limits.system = objective.system AND limits.kind = 'mtd' AND limits.in_force = 1 AND limits.state = 'number'
  AND (limits.component = objective.component OR limits.dimension = 'plan')
JOIN span AS target ON target.seconds = objective.target_s
JOIN span AS tolerable ON tolerable.seconds = limits.target_s
WHERE objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
ORDER BY subject, limits.line
