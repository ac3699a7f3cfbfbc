-- id: PRC-08
-- severity: low
-- title: A verification shows what it is for
-- why: A number that is held against nothing always looks right. After a restore of yesterday's copy a count of rows is as high as one wants it to be.
-- fix: Write beside the check what it must answer, and look at the newest row: it says how much was lost.
-- controls: NIST SP 800-53r5 CP-10[02]; NIST SP 800-53r5 CP-09(01)[02]; SOC 2 A1.3; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(D); DORA 12(7); FFIEC BCM V
WITH counted AS MATERIALIZED (
  SELECT command.id, command.document, command.line, command.quote, command.text
  FROM command
  WHERE command.program IN ('psql', 'mysql', 'mariadb', 'sqlite3') AND command.text LIKE '%SELECT%COUNT(%)%FROM%'
    AND command.role IN ('plain', 'wrapped')
    -- Held against something in the line, or of the last hours.
    AND command.text NOT LIKE '%WHERE%' AND command.text NOT LIKE '%MAX(%' AND command.text NOT LIKE '%HAVING%'
    AND NOT EXISTS (
      SELECT 1 FROM command AS next
      WHERE next.document = command.document AND next.pipeline = command.pipeline AND next.position > command.position
        AND next.program IN ('grep', 'diff', 'test', 'awk')
    )
),
careful AS MATERIALIZED (
  -- A plan that looks at the newest row somewhere, or says what is expected.
  SELECT DISTINCT document FROM code_block
  WHERE document IN (SELECT document FROM counted)
    AND (
      text LIKE '%MAX(%' OR text LIKE '%SELECT%WHERE%CREATED%' OR text LIKE '%SELECT%WHERE%INTERVAL%'
      OR text LIKE '%EXPECT%' OR text LIKE '%ORDER BY%DESC%'
    )
)
SELECT
  counted.document || '/count' AS subject,
  CASE WHEN promised.id IS NOT NULL THEN 'medium' END AS severity,
  'warn' AS verdict,
  'the check counts rows, and neither says how many there must be nor looks at the newest'
  || CASE WHEN promised.id IS NOT NULL THEN '; the loss of data is promised to be measured (line ' || promised.line || '), and no step does' ELSE '' END
  AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', own.document, 'line', own.line, 'quote', own.quote) AS value
      FROM counted AS own
      WHERE own.document = counted.document
      UNION ALL
      SELECT json_object('file', promised.file, 'line', promised.line, 'quote', promised.quote) WHERE promised.id IS NOT NULL
    )
  ) AS evidence,
  'add "SELECT max(created_at) FROM …", and compare it with the time of the failure' AS fix
FROM counted
LEFT JOIN stated_time AS promised ON promised.id = (
  SELECT min(id) FROM stated_time
  WHERE stated_time.document = counted.document AND stated_time.phase = 'data loss' AND stated_time.source = 'sla'
)
WHERE counted.document NOT IN (SELECT document FROM careful)
GROUP BY counted.document
UNION ALL
-- The copy of last night holds the damage as well.
SELECT
  command.document || '/line-' || command.line,
  'medium',
  'warn',
  '"' || scenario.title || '" is also about damaged data (line ' || sign.line || '), and restores the newest copy, "' || command_resource.name
  || '", which may hold the damage',
  json_array(
    json_object('file', command.file, 'line', command.line, 'quote', command.quote),
    json_object('file', sign.file, 'line', sign.line, 'quote', sign.quote)
  ),
  'find the last copy from before the damage, and look at it before it is restored'
FROM command_resource
JOIN command ON command.id = command_resource.command AND command.scenario IS NOT NULL
JOIN scenario ON scenario.id = command.scenario
JOIN (
  SELECT fact.file, fact.line, fact.quote
  FROM topic
  JOIN fact ON fact.id = topic.id
  WHERE topic.fact = 'fact' AND topic.topic IN ('corruption', 'ransomware')
  UNION
  SELECT scenario.file, scenario.line, scenario.quote
  FROM topic
  JOIN scenario ON scenario.id = topic.id
  WHERE topic.fact = 'scenario' AND topic.topic IN ('corruption', 'ransomware')
) AS sign ON sign.file = scenario.file AND sign.line BETWEEN scenario.line AND scenario.last_line AND sign.line < command.line
WHERE command_resource.access = 'read' AND command_resource.kind IN ('file', 'object', 'snapshot')
  AND command_resource.name LIKE '%latest%'
GROUP BY command.id
UNION ALL
SELECT subject, severity, verdict, message, evidence, fix FROM known_bad_finding WHERE rule = 'PRC-08'
ORDER BY subject
