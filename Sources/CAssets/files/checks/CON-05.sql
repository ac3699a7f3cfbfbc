-- id: CON-05
-- severity: low
-- title: Severities are one scale, and every case is on it
-- why: Who is woken depends on the severity. When a case has two of them, or none, the first decision of the outage is a discussion.
-- fix: Write one scale with what belongs to each level, and give every scenario one level of it.
-- controls: NIST SP 800-53r5 IR-04; NIST SP 800-53r5 IR-08; SOC 2 CC7.3; SOC 2 CC7.4; ISO 22301 8.4.3; PCI DSS 12.10.1; DORA 11(2); FFIEC BCM V
WITH rank AS MATERIALIZED (
  SELECT topic, word FROM word WHERE topic GLOB 'rank-*'
),
impact AS MATERIALIZED (
  -- "Medium to high - data at risk": what stands before the dash, between spaces.
  SELECT fact.*,
    ' ' || replace(replace(lower(substr(value, 1, instr(value || ' - ', ' - ') - 1)), '/', ' '), '-', ' ') || ' ' AS head
  FROM fact
  WHERE kind = 'impact' AND instr(value || ' - ', ' - ') < 32
),
level AS (
  SELECT impact.*, rank.topic AS rank
  FROM impact
  JOIN rank ON instr(head, ' ' || rank.word || ' ') > 0
  -- "very high" is one word of the scale, not two.
  WHERE NOT EXISTS (
      SELECT 1 FROM rank AS longer
      WHERE instr(longer.word, ' ' || rank.word) > 0 AND instr(head, ' ' || longer.word || ' ') > 0
    )
)
SELECT
  ranged.file || '/line-' || ranged.line AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the plan has no scale of severities, and the impact of "' || ranged.subject || '" is a range: "' || ranged.value || '"'
  AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', ranged.file, 'line', ranged.line, 'quote', ranged.quote) AS value
      UNION ALL
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
      FROM fact
      WHERE fact.file = ranged.file AND fact.kind = 'impact' AND fact.id <> ranged.id
    )
  ) AS evidence,
  NULL AS fix
FROM level AS ranged
WHERE NOT EXISTS (SELECT 1 FROM fact WHERE fact.file = ranged.file AND fact.kind = 'severity')
GROUP BY ranged.id
HAVING count(DISTINCT ranged.rank) > 1
UNION ALL
SELECT
  risk.file || '/line-' || risk.line,
  NULL,
  'warn',
  'the level "' || risk.subject || '" of the risks is none of the severities that are handled: '
  || (SELECT group_concat(trim(value, '")'), ', ') FROM fact WHERE fact.file = risk.file AND fact.kind = 'severity'),
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', risk.file, 'line', risk.line, 'quote', risk.quote) AS value
      UNION ALL
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
      FROM fact
      WHERE fact.file = risk.file AND fact.kind = 'severity'
    )
  ),
  NULL
FROM fact AS risk
WHERE risk.kind = 'risk.matrix'
  AND EXISTS (SELECT 1 FROM word WHERE word.topic GLOB 'rank-*' AND lower(risk.subject) = word.word)
  AND (
    -- The scale is in the same words.
    SELECT count(*) FROM fact AS other
    WHERE other.file = risk.file AND other.kind = 'risk.matrix' AND EXISTS (
      SELECT 1 FROM fact
      WHERE fact.file = risk.file AND fact.kind = 'severity' AND instr(lower(fact.value), lower(other.subject)) > 0
    )
  ) > 0
  AND NOT EXISTS (
    SELECT 1 FROM fact
    WHERE fact.file = risk.file AND fact.kind = 'severity' AND instr(lower(fact.value), lower(risk.subject)) > 0
  )
UNION ALL
SELECT
  heading.document || '/' || heading.anchor,
  NULL,
  'warn',
  '"' || heading.title || '" lists ' || count(*) || ' contacts without an order and without a time after which the next is called',
  json_array(
    json_object('file', heading.file, 'line', heading.line, 'quote', heading.quote),
    json_object('file', contact.file, 'line', min(contact.line), 'quote', contact.quote)
  ),
  'number the steps, and write after how many minutes the next one is called'
FROM topic
JOIN heading ON heading.id = topic.id
JOIN contact
  ON contact.document = heading.document AND contact.line BETWEEN heading.line AND heading.last_line
WHERE topic.fact = 'heading' AND topic.topic = 'escalation'
GROUP BY heading.id
HAVING count(*) > 1
  -- A number that orders them, or a span.
  AND sum(contact.quote GLOB '*[0-9] m*' OR contact.quote GLOB '*[0-9]m*' OR contact.quote GLOB '*[0-9] h*'
    OR ltrim(contact.quote, '|*-# ') GLOB '[0-9]*' OR ltrim(contact.quote, '|*-# ') GLOB '[LPT][0-9]*'
    OR contact.role LIKE '%level%' OR contact.role LIKE '%tier%' OR contact.role GLOB '*[0-9]*') = 0
  AND NOT EXISTS (
    SELECT 1 FROM fact
    WHERE fact.file = heading.document AND fact.kind = 'escalation'
  )
ORDER BY subject
