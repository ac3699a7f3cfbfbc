-- id: RTO-08
-- severity: medium
-- title: The time counts what has to be created first
-- why: A standby that is created when it is needed, and infrastructure that has to be there before the first step, take time that no estimate holds.
-- fix: Keep a part of it running, or state how long its creation takes and count that in.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-07a.; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(B); DORA 12(4); FFIEC BCM IV.A
SELECT
  fact.file || '/line-' || fact.line AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the standby is created only on demand ("' || fact.value || '"); the tightest recovery time objective, of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ', is ' || span.words
  || ', and no time is stated for creating it' AS message,
  json_array(
    json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote),
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
  ) AS evidence,
  NULL AS fix
FROM fact
JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id AND topic.topic = 'cold'
JOIN objective ON objective.id = (
  SELECT id FROM objective AS candidate
  WHERE candidate.document = fact.file AND kind = 'rto' AND in_force = 1 AND state = 'number'
  ORDER BY target_s, id
  LIMIT 1
)
JOIN span ON span.seconds = objective.target_s
WHERE fact.kind = 'standby.mode'
  AND NOT EXISTS (
    SELECT 1 FROM stated_time
    JOIN topic AS also ON also.fact = 'scenario' AND also.id = stated_time.scenario AND also.topic = 'region'
    WHERE stated_time.document = fact.file AND stated_time.phase = 'recovery'
  )
UNION ALL
SELECT
  fact.file || '/line-' || fact.line,
  NULL,
  'warn',
  'the estimate of ' || span.words || ' for "' || stated_time.subject || '" begins when this is there: "' || fact.value
  || '"; the time to get it is not counted',
  json_array(
    json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote),
    json_object('file', stated_time.file, 'line', stated_time.line, 'quote', stated_time.quote)
  ),
  NULL
FROM fact
JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id AND topic.topic = 'cold'
JOIN stated_time
  ON stated_time.document = fact.file AND stated_time.phase = 'recovery' AND stated_time.source = 'estimate'
  AND stated_time.line BETWEEN fact.line - 5 AND fact.line + 5
JOIN span ON span.seconds = stated_time.seconds_max
WHERE fact.kind = 'prerequisite'
UNION ALL
-- A scenario whose steps build the place to recover in, without a time for it.
SELECT
  step.document || '/line-' || step.line,
  'high',
  'warn',
  '"' || scenario.title || '" has to build its infrastructure first ("' || step.title || '"), and states no time; the recovery time objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || span.words,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', step.file, 'line', step.line, 'quote', step.quote) AS value
      UNION ALL
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
    )
  ),
  'measure in a drill how long it takes to build, restore and move the address, and state it'
FROM step
JOIN scenario ON scenario.id = step.scenario
JOIN topic AS lost ON lost.fact = 'scenario' AND lost.id = scenario.id AND lost.topic IN ('region', 'everything')
JOIN step_topic ON step_topic.step = step.id AND step_topic.topic = 'infrastructure'
JOIN step_topic AS built ON built.step = step.id AND built.topic = 'building'
JOIN objective ON objective.id = (
  SELECT id FROM objective AS candidate
  WHERE candidate.document = step.document AND kind = 'rto' AND in_force = 1 AND state = 'number' AND target_s > 0
  ORDER BY target_s, id
  LIMIT 1
)
JOIN span ON span.seconds = objective.target_s
WHERE objective.target_s <= 14400
  AND NOT EXISTS (
    SELECT 1 FROM stated_time
    WHERE stated_time.scenario = scenario.id AND stated_time.phase = 'recovery'
  )
GROUP BY scenario.id
ORDER BY subject
