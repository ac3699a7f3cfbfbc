-- id: RTO-03
-- severity: medium
-- title: Every scenario says how long its recovery takes
-- why: Without a time nobody can say before the outage whether the objective can be met, nor during it whether to change course.
-- fix: Write the expected time under the scenario ("Time to recovery: 45 minutes"), and correct it after each drill.
-- controls: NIST SP 800-53r5 CP-10[01]; SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(6); FFIEC BCM V
SELECT
  scenario.document || '/' || scenario.anchor AS subject,
  NULL AS severity,
  'unknown' AS verdict,
  'the scenario "' || scenario.title || '" states no recovery time; the tightest recovery time objective of the plan is '
  || span.words AS message,
  json_array(
    json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote),
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
  ) AS evidence,
  NULL AS fix
FROM scenario
JOIN objective ON objective.id = (
  SELECT id
  FROM objective
  WHERE objective.document = scenario.document AND kind = 'rto' AND in_force = 1 AND state = 'number'
  ORDER BY target_s, id
  LIMIT 1
)
JOIN span ON span.seconds = objective.target_s
WHERE NOT EXISTS (
    SELECT 1 FROM stated_time WHERE stated_time.scenario = scenario.id AND stated_time.phase = 'recovery'
  )
  AND NOT EXISTS (
    SELECT 1
    FROM link
    JOIN stated_time ON stated_time.document = link.target
    WHERE link.document = scenario.document AND stated_time.phase = 'recovery'
      AND link.line BETWEEN scenario.line AND scenario.last_line
  )
ORDER BY scenario.document, scenario.line
