-- id: RPO-03
-- severity: critical
-- title: Procedures restore from what can reach the recovery point objective
-- why: A log that reaches to the last minute helps nobody when the procedure restores last night's copy, or when it belongs to a database that the plan may not use.
-- fix: Write the restore from the log or replica into every procedure that the objective covers, and decide which mechanism the system has.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-10(2); SOC 2 A1.2; SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH reach AS (
  SELECT
    objective.id AS objective,
    objective.system,
    min(CASE WHEN backup_policy.mechanism = 'schedule' THEN backup_policy.id END) AS scheduled,
    min(CASE WHEN backup_policy.mechanism = 'schedule' THEN backup_policy.every_s END) AS every_s,
    min(CASE WHEN backup_policy.mechanism = 'continuous' THEN backup_policy.id END) AS continuous
  FROM objective
  JOIN coverage
    ON coverage.fact = 'backup_policy' AND coverage.basis <> 'class'
    AND coverage.system = objective.system AND coverage.component = objective.component
  JOIN backup_policy ON backup_policy.id = coverage.id
  WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number'
    AND (backup_policy.mechanism = 'continuous' OR backup_policy.every_s > objective.target_s)
  GROUP BY objective.id
)
SELECT
  objective.system || '/' || objective.component AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the recovery point objective of ' || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ', ' || target.words || ', rests on a continuous mechanism, for backups are made every ' || every.words
  || '; the plan leaves open which mechanism there is' AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', continuous.file, 'line', continuous.line, 'quote', continuous.quote),
    json_object('file', open.file, 'line', open.line, 'quote', open.quote),
    json_object('file', scheduled.file, 'line', scheduled.line, 'quote', scheduled.quote)
  ) AS evidence,
  NULL AS fix
FROM reach
JOIN objective ON objective.id = reach.objective
JOIN backup_policy AS scheduled ON scheduled.id = reach.scheduled
JOIN backup_policy AS continuous ON continuous.id = reach.continuous
JOIN fact AS open ON open.id = (
  SELECT min(fact.id) FROM fact
  WHERE fact.file = continuous.document AND fact.kind = 'backup.conditional'
)
JOIN span AS target ON target.seconds = objective.target_s
JOIN span AS every ON every.seconds = reach.every_s
ORDER BY subject
