-- id: RTO-06
-- severity: high
-- title: Procedures that follow each other fit the objective together
-- why: A cluster that is lost takes the database in it along. Then one procedure follows the other, and their times add up.
-- fix: State the time of the longer outage with both procedures in it, or run them side by side and say so.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-02(03); SOC 2 A1.2; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(6); FFIEC BCM V
WITH timed AS (
  SELECT
    scenario.id, scenario.document, scenario.title, scenario.anchor, scenario.line, scenario.last_line,
    stated_time.id AS time, stated_time.seconds_max, stated_time.file, stated_time.line AS time_line, stated_time.quote
  FROM scenario
  JOIN stated_time
    ON stated_time.scenario = scenario.id AND stated_time.phase = 'recovery' AND stated_time.source = 'estimate'
)
SELECT
  first.document || '/' || first.anchor AS subject,
  NULL AS severity,
  'warn' AS verdict,
  '"' || first.title || '" takes along what runs in it: with "' || second.title || '" after it the recovery is stated to take up to '
  || ((first.seconds_max + second.seconds_max) / 60) || ' min (' || (first.seconds_max / 60) || ' and '
  || (second.seconds_max / 60) || '), the recovery time objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || span.words || ' (inferred)'
  AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', first.file, 'line', first.time_line, 'quote', first.quote),
    json_object('file', second.file, 'line', second.time_line, 'quote', second.quote),
    json_object('file', inside.file, 'line', inside.line, 'quote', inside.quote)
  ) AS evidence,
  NULL AS fix
FROM topic AS cluster
JOIN timed AS first ON first.id = cluster.id
JOIN timed AS second ON second.document = first.document AND second.id <> first.id
JOIN topic AS store ON store.fact = 'scenario' AND store.id = second.id AND store.topic = 'database'
-- The plan says itself that the database runs in the cluster.
JOIN fact AS inside ON inside.id = (
  SELECT min(fact.id) FROM fact
  JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id AND topic.topic = 'pod'
  WHERE fact.file = second.document AND fact.line BETWEEN second.line AND second.last_line
    AND EXISTS (SELECT 1 FROM topic AS also WHERE also.fact = 'fact' AND also.id = fact.id AND also.topic = 'database')
)
JOIN coverage ON coverage.fact = 'stated_time' AND coverage.id = first.time
JOIN coverage AS again
  ON again.fact = 'stated_time' AND again.id = second.time
  AND again.system = coverage.system AND again.component = coverage.component
JOIN objective
  ON objective.system = coverage.system AND objective.component = coverage.component
  AND objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
JOIN span ON span.seconds = objective.target_s
WHERE cluster.fact = 'scenario' AND cluster.topic = 'cluster'
  AND NOT EXISTS (SELECT 1 FROM topic WHERE fact = 'scenario' AND id = first.id AND topic = 'database')
  AND first.seconds_max <= objective.target_s AND second.seconds_max <= objective.target_s
  AND first.seconds_max + second.seconds_max > objective.target_s
ORDER BY subject, objective.line
