-- id: DRL-04
-- severity: medium
-- title: Drills measure and record what an objective can be compared with
-- why: A drill that prints its minutes to a terminal, or measures nothing, leaves no evidence. After it the objective is as unproved as before.
-- fix: Record for each drill the component, the start, the end and the recovery point, in one file under drills/.
-- controls: NIST SP 800-53r5 CP-04b.; SOC 2 A1.3; SOC 2 CC4.1; ISO 22301 8.5; ISO 22301 9.1; HIPAA 164.316(b)(1); PCI DSS 12.10.2; DORA RTS 25(5); FFIEC BCM VII
WITH described AS MATERIALIZED (
  -- Documents with a section about a drill that says how it goes, and nothing that measures.
  SELECT DISTINCT drill_schedule.document
  FROM drill_schedule
  JOIN heading ON heading.document = drill_schedule.document AND heading.line = drill_schedule.line
  WHERE EXISTS (
      SELECT 1 FROM fact
      WHERE fact.file = drill_schedule.document AND fact.line BETWEEN heading.line AND heading.last_line
        AND fact.kind IN ('checklist', 'drill.env', 'drill.script', 'step')
    )
    AND NOT EXISTS (
      SELECT 1 FROM fact
      WHERE fact.file = drill_schedule.document AND fact.kind IN ('drill.measure', 'metric.format')
    )
),
said AS MATERIALIZED (
  -- The steps and forms of their drills.
  SELECT step.document, lower(group_concat(step.quote, ' ')) AS text
  FROM (
    SELECT DISTINCT step.id
    FROM described
    CROSS JOIN drill_section ON drill_section.document = described.document
    CROSS JOIN step
      ON step.document = drill_section.document AND step.line BETWEEN drill_section.line AND drill_section.last_line
  ) AS drilled
  CROSS JOIN step ON step.id = drilled.id
  GROUP BY step.document
  UNION ALL
  SELECT code_block.document, lower(group_concat(code_block.text, ' '))
  FROM (
    SELECT DISTINCT code_block.id
    FROM described
    CROSS JOIN drill_section ON drill_section.document = described.document
    CROSS JOIN code_block
      ON code_block.document = drill_section.document AND code_block.language IN ('', 'markdown', 'md', 'text', 'yaml')
      AND code_block.line BETWEEN drill_section.line AND drill_section.last_line
  ) AS drilled
  CROSS JOIN code_block ON code_block.id = drilled.id
  GROUP BY code_block.document
),
noted AS MATERIALIZED (
  SELECT DISTINCT said.document FROM said
  CROSS JOIN word ON word.topic = 'recorded' AND instr(said.text, word.word) > 0
),
written AS (
  -- The file that a line of a script appends to.
  SELECT fact.*, trim(substr(quote, instr(quote, '>>') + 2), ' "''') AS target
  FROM fact
  WHERE kind = 'metric.format'
)
SELECT
  fact.file || '/line-' || fact.line AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the drill prints its time and stores it nowhere: nothing can be compared with an objective afterwards' AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote) AS value
      UNION ALL
      SELECT json_object('file', drill_schedule.file, 'line', drill_schedule.line, 'quote', drill_schedule.quote)
      FROM drill_schedule
      WHERE drill_schedule.document = fact.file
    )
  ) AS evidence,
  NULL AS fix
FROM fact
WHERE fact.kind = 'drill.measure' AND instr(fact.quote, '>') = 0 AND instr(fact.quote, 'tee ') = 0
UNION ALL
SELECT
  written.file,
  NULL,
  'warn',
  'measurements are appended to ' || count(DISTINCT written.target) || ' files (' || group_concat(DISTINCT written.target)
  || ') in forms of their own; none names the component or the scenario that was measured',
  json_group_array(json_object('file', written.file, 'line', written.line, 'quote', written.quote)),
  NULL
FROM written
WHERE written.quote NOT LIKE '%component%' AND written.quote NOT LIKE '%scenario%'
  AND written.quote NOT LIKE '%system%' AND written.quote NOT LIKE '%service%'
GROUP BY written.file
HAVING count(DISTINCT written.target) > 1
UNION ALL
SELECT
  drill_schedule.document,
  NULL,
  'warn',
  'the drills are described, and nothing in the plan measures their time or stores a result',
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote) AS value
      FROM drill_schedule AS own
      JOIN heading AS above ON above.document = own.document AND above.line = own.line
      WHERE own.document = drill_schedule.document
      UNION ALL
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
      FROM fact
      JOIN drill_schedule AS own ON own.document = fact.file
      JOIN heading AS above
        ON above.document = own.document AND above.line = own.line
        AND fact.line BETWEEN above.line AND above.last_line
      WHERE fact.file = drill_schedule.document AND fact.kind IN ('checklist', 'drill.env')
    )
  ),
  NULL
FROM described AS drill_schedule
WHERE drill_schedule.document NOT IN (SELECT document FROM noted)
ORDER BY subject
