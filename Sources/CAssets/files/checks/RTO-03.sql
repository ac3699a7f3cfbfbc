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
    -- Nor does what it links to: a document, or the section of one.
    SELECT 1
    FROM link
    JOIN stated_time ON stated_time.document = link.target AND stated_time.phase = 'recovery'
    LEFT JOIN heading
      ON heading.document = link.target AND instr(link.address, '#') > 0
      AND heading.anchor = substr(link.address, instr(link.address, '#') + 1)
    WHERE link.document = scenario.document
      AND link.line BETWEEN scenario.line AND scenario.last_line
      AND (heading.id IS NULL OR stated_time.line BETWEEN heading.line AND heading.last_line)
  )
  -- One that states a target of its own has a time to go by.
  AND NOT EXISTS (
    SELECT 1 FROM objective AS own
    WHERE own.document = scenario.document AND own.kind = 'rto' AND own.state = 'number'
      AND own.line BETWEEN scenario.line AND scenario.last_line
  )
UNION ALL
-- Procedures without scenarios, and no time anywhere.
SELECT
  document.path || '/procedures',
  NULL,
  'unknown',
  'no procedure of the plan states how long it takes; the tightest recovery time objective, of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ', is ' || span.words,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote) AS value
      UNION ALL
      SELECT json_object('file', heading.file, 'line', heading.line, 'quote', heading.quote)
      FROM topic
      JOIN heading ON heading.id = topic.id
      WHERE topic.document = document.path AND topic.fact = 'heading' AND topic.topic IN ('recovery', 'failover')
        AND heading.level > 2
        AND NOT EXISTS (
          SELECT 1 FROM topic AS also
          WHERE also.fact = 'heading' AND also.id = heading.id AND also.topic IN ('target', 'drill')
        )
    )
  ),
  NULL
FROM document
JOIN objective ON objective.id = (
  SELECT id
  FROM objective
  WHERE objective.document = document.path AND kind = 'rto' AND in_force = 1 AND state = 'number'
  ORDER BY target_s, id
  LIMIT 1
)
JOIN span ON span.seconds = objective.target_s
WHERE document.kind = 'plan'
  AND NOT EXISTS (SELECT 1 FROM scenario WHERE scenario.document = document.path)
  AND NOT EXISTS (
    SELECT 1 FROM stated_time
    WHERE stated_time.document = document.path AND stated_time.phase = 'recovery'
  )
  -- It has procedures: sections about recovery with something to do in them.
  AND EXISTS (
    SELECT 1 FROM topic
    JOIN heading ON heading.id = topic.id
    JOIN fact ON fact.file = heading.document AND fact.line BETWEEN heading.line AND heading.last_line
    WHERE topic.document = document.path AND topic.fact = 'heading' AND topic.topic IN ('recovery', 'failover')
      AND heading.level > 2
      AND fact.kind IN ('step', 'timeout', 'restore.source', 'literal.time', 'purpose', 'prerequisite')
  )
ORDER BY 1
