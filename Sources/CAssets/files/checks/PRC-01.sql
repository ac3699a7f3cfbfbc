-- id: PRC-01
-- severity: high
-- title: Every step that is promised is written down
-- why: What a plan promises without saying how it is done is left to whoever is awake.
-- fix: Write the missing step where the procedure needs it, with who does it and how.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-2a.5; SOC 2 CC7.5; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
SELECT
  stated_time.document || '/line-' || stated_time.line AS subject,
  'medium' AS severity,
  'warn' AS verdict,
  'people are to be told within ' || span.words || ', and no section of the plan says how: no channel, template or owner'
  AS message,
  json_array(json_object('file', stated_time.file, 'line', stated_time.line, 'quote', stated_time.quote)) AS evidence,
  'add a section that says who tells whom, where and in which words' AS fix
FROM stated_time
JOIN span ON span.seconds = stated_time.seconds_max
WHERE stated_time.phase = 'communication'
  AND NOT EXISTS (
    SELECT 1 FROM topic
    WHERE topic.document = stated_time.document AND topic.fact = 'heading' AND topic.topic = 'communication'
  )
  AND NOT EXISTS (
    SELECT 1 FROM fact
    WHERE fact.file = stated_time.document AND fact.kind = 'comm.cadence'
  )
UNION ALL
SELECT
  scenario.document || '/detection',
  'medium',
  'warn',
  'none of the ' || count(*) || ' scenarios says by which signs it is recognised',
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote) AS value
      FROM scenario AS own
      WHERE own.document = scenario.document
      UNION ALL
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
      FROM fact
      WHERE fact.file = scenario.document AND fact.kind = 'impact'
    )
  ),
  'write under each scenario which alerts and symptoms show it, and who declares it'
FROM scenario
JOIN document ON document.path = scenario.document AND document.kind = 'plan'
-- Its scenarios are labelled: what they say of themselves was read.
WHERE (SELECT count(*) FROM fact WHERE fact.file = scenario.document AND fact.kind = 'impact') > 1
  AND NOT EXISTS (SELECT 1 FROM fact WHERE fact.file = scenario.document AND fact.kind = 'detection')
  AND NOT EXISTS (
    SELECT 1 FROM stated_time WHERE stated_time.document = scenario.document AND stated_time.phase = 'detection'
  )
GROUP BY scenario.document
HAVING count(*) > 1
ORDER BY subject
