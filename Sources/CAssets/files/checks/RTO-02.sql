-- id: RTO-02
-- severity: critical
-- title: Recoveries fit the objective with detection and response counted
-- why: The clock of those who wait starts with the failure, not with the first command. Detection and response are part of the downtime.
-- fix: Leave room for detection and response in the recovery, or start the clock of the objective at the declaration and say so.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-02(03); SOC 2 A1.2; ISO 22301 8.4.5; DORA 12(6); FFIEC BCM V
WITH early AS (
  SELECT
    document,
    sum(seconds_max) AS seconds,
    json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence
  FROM (
    SELECT *, row_number() OVER (PARTITION BY document, phase ORDER BY seconds_max DESC, id) AS place
    FROM stated_time
    WHERE phase IN ('detection', 'response')
  )
  WHERE place = 1
  GROUP BY document
)
SELECT
  objective.system || '/' || objective.component || '/'
  || coalesce(scenario.anchor, 'line-' || stated_time.line) AS subject,
  NULL AS severity,
  CASE coverage.basis WHEN 'class' THEN 'warn' ELSE 'fail' END AS verdict,
  stated_time.subject || ' is stated to take up to ' || stated.words || '; with detection and response it is '
  || ((stated_time.seconds_max + early.seconds) / 60) || ' min, the recovery time objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || target.words
  || CASE coverage.basis WHEN 'class' THEN ' (inferred)' ELSE '' END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote) AS value
      UNION ALL
      SELECT json_object('file', stated_time.file, 'line', stated_time.line, 'quote', stated_time.quote)
      UNION ALL
      SELECT json_each.value FROM json_each(early.evidence)
    )
  ) AS evidence,
  'end the recovery within ' || ((objective.target_s - early.seconds) / 60) || ' min' AS fix
FROM objective
JOIN coverage
  ON coverage.fact = 'stated_time'
  AND coverage.system = objective.system AND coverage.component = objective.component
JOIN stated_time ON stated_time.id = coverage.id
JOIN early ON early.document = stated_time.document
JOIN span AS stated ON stated.seconds = stated_time.seconds_max
JOIN span AS target ON target.seconds = objective.target_s
LEFT JOIN scenario ON scenario.id = stated_time.scenario
WHERE objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
  AND stated_time.phase = 'recovery' AND stated_time.source = 'estimate'
  AND stated_time.seconds_max <= objective.target_s - objective.strict
  AND stated_time.seconds_max + early.seconds > objective.target_s - objective.strict
UNION ALL
-- Nobody is paged, awake and logged in within five minutes.
SELECT
  objective.system || '/' || objective.component || '/unstated',
  'high',
  'unknown',
  'the recovery time objective of ' || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is '
  || target.words || ', and neither detection nor response has a time: only what happens by itself fits',
  json_array(json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)),
  'state how fast a failure is detected and answered, or that the recovery needs nobody'
FROM objective
JOIN span AS target ON target.seconds = objective.target_s
WHERE objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
  AND objective.target_s BETWEEN 1 AND 300 AND objective.document IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM stated_time
    WHERE stated_time.document = objective.document AND stated_time.phase IN ('detection', 'response')
  )
ORDER BY 1, 6
