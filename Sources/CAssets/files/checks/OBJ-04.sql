-- id: OBJ-04
-- severity: critical
-- title: Nothing is due before what it needs
-- why: A service cannot be back before its database is. Its objective is missed by design, however fast its own procedure is.
-- fix: Bring the recovery time objective of what is needed down, or that of what needs it up.
-- controls: NIST SP 800-53r5 CP-02a.02[02]; NIST SP 800-53r5 CP-02(08); SOC 2 A1.2; SOC 2 CC9.1; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(E); DORA 11(5); FFIEC BCM III.A
SELECT
  mine.system || '/' || mine.component AS subject,
  CASE need.basis WHEN 'class' THEN 'high' END AS severity,
  CASE need.basis WHEN 'class' THEN 'warn' ELSE 'fail' END AS verdict,
  mine.label || ' is due after ' || early.words || ' and needs ' || needed.label || ', which is due after '
  || late.words || CASE need.basis WHEN 'class' THEN ' (inferred)' ELSE '' END AS message,
  json_array(
    json_object('file', mine.file, 'line', mine.line, 'quote', mine.quote),
    json_object('file', needed.file, 'line', needed.line, 'quote', needed.quote)
  ) AS evidence,
  'recover ' || needed.label || ' within ' || early.words || ', or state ' || late.words || ' or more for '
  || mine.label AS fix
-- From few needs to their objectives: the other way round each objective meets all others.
FROM need
CROSS JOIN objective AS mine ON mine.system = need.system AND mine.component = need.component AND mine.kind = 'rto'
CROSS JOIN objective AS needed
  ON needed.system = need.needs_system AND needed.component = need.needs_component AND needed.kind = 'rto'
JOIN span AS early ON early.seconds = mine.target_s
JOIN span AS late ON late.seconds = needed.target_s
WHERE mine.in_force = 1 AND mine.state = 'number' AND needed.in_force = 1 AND needed.state = 'number'
  AND mine.target_s < needed.target_s
  AND (need.basis = 'stated' OR mine.dimension IN ('component', 'service'))
ORDER BY subject, needed.line
