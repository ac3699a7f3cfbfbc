-- id: RTO-01
-- severity: critical
-- title: Recoveries are stated to end within the recovery time objective
-- why: When the plan itself expects a recovery to take longer than the objective, the objective is missed by design.
-- fix: Shorten the procedure, prepare more of it in advance, or state an objective that it can meet.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-02(03); SOC 2 A1.2; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(6); FFIEC BCM V
SELECT
  objective.system || '/' || objective.component || '/'
  || coalesce(scenario.anchor, 'line-' || stated_time.line) AS subject,
  CASE WHEN stated_time.seconds_max <= objective.target_s - objective.strict THEN 'info' END AS severity,
  CASE
    WHEN stated_time.seconds_max <= objective.target_s - objective.strict THEN 'pass'
    WHEN coverage.basis = 'class' THEN 'warn'
    ELSE 'fail'
  END AS verdict,
  stated_time.subject || ' is stated to take up to ' || stated.words || ', the recovery time objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || target.words
  || CASE coverage.basis WHEN 'class' THEN ' (inferred)' ELSE '' END AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', stated_time.file, 'line', stated_time.line, 'quote', stated_time.quote)
  ) AS evidence,
  CASE
    WHEN stated_time.seconds_max > objective.target_s
    THEN 'bring the recovery under ' || target.words || ', or state an objective of ' || stated.words
  END AS fix
FROM objective
JOIN coverage
  ON coverage.fact = 'stated_time'
  AND coverage.system = objective.system AND coverage.component = objective.component
JOIN stated_time ON stated_time.id = coverage.id
JOIN span AS stated ON stated.seconds = stated_time.seconds_max
JOIN span AS target ON target.seconds = objective.target_s
LEFT JOIN scenario ON scenario.id = stated_time.scenario
WHERE objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
  AND stated_time.phase = 'recovery' AND stated_time.source = 'estimate'
  -- A total outside of the scenarios says when everything is back, not when its first part is.
  AND (
    coverage.basis <> 'whole' OR stated_time.scenario IS NOT NULL
    OR objective.dimension IN ('plan', 'environment')
  )
  -- What one failure may take says nothing of another one, even if that is the loss of everything.
  AND (coverage.basis <> 'whole' OR objective.dimension <> 'scenario')
UNION ALL
-- A level that is promised beside the objectives counts as well; "<" is stricter than they are.
SELECT
  stated_time.document || '/' || coalesce(scenario.anchor, 'line-' || stated_time.line),
  'high',
  'fail',
  stated_time.subject || ' is stated to take up to ' || stated.words || ', the service level promises '
  || CASE level.strict WHEN 1 THEN 'less than ' ELSE '' END || promised.words,
  json_array(
    json_object('file', level.file, 'line', level.line, 'quote', level.quote),
    json_object('file', stated_time.file, 'line', stated_time.line, 'quote', stated_time.quote)
  ),
  'promise the time that the recovery takes, or shorten the recovery'
FROM stated_time AS level
JOIN stated_time
  ON stated_time.document = level.document AND stated_time.phase = 'recovery' AND stated_time.source = 'estimate'
JOIN span AS stated ON stated.seconds = stated_time.seconds_max
JOIN span AS promised ON promised.seconds = level.seconds_max
LEFT JOIN scenario ON scenario.id = stated_time.scenario
WHERE level.phase = 'recovery' AND level.source = 'sla' AND level.scenario IS NULL
  AND stated_time.seconds_max > level.seconds_max - level.strict
ORDER BY 1, 6
