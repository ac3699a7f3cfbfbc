-- The sections of documents that speak of drills and tests, not of recoveries.
CREATE VIEW drill_section AS
SELECT heading.document, heading.line, heading.last_line, heading.id AS heading
FROM topic
JOIN heading ON heading.id = topic.id
WHERE topic.fact = 'heading' AND topic.topic = 'drill';

INSERT INTO drill_command
SELECT DISTINCT command.id
FROM drill_section
CROSS JOIN command
  ON command.document = drill_section.document AND command.line BETWEEN drill_section.line AND drill_section.last_line;

INSERT INTO step_topic
SELECT DISTINCT topic.topic, step.id
FROM step
CROSS JOIN fact ON fact.file = step.document AND fact.line = step.line AND fact.kind = 'step'
CROSS JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id
ORDER BY 1, 2;

-- Objectives whose own row names what copies their data, or the database that they lie in.
CREATE VIEW copied_objective AS
WITH own AS MATERIALIZED (
  SELECT id, lower(quote) AS text, lower(label) AS label FROM objective
  WHERE kind = 'rpo' AND in_force = 1 AND state = 'number'
),
-- "backup" finds "backups" too.
copies AS MATERIALIZED (
  SELECT word FROM word
  WHERE topic = 'copies' AND NOT EXISTS (
      SELECT 1 FROM word AS shorter
      WHERE shorter.topic = 'copies' AND shorter.word <> word.word AND instr(word.word, shorter.word) > 0
    )
  UNION
  SELECT word FROM word WHERE topic = 'database' AND length(word) > 3
)
SELECT own.id FROM own
WHERE EXISTS (
    SELECT 1 FROM copies
    WHERE instr(own.text, copies.word) > 0
      AND (
        instr(own.label, copies.word) = 0
        OR NOT EXISTS (SELECT 1 FROM word WHERE word.topic = 'database' AND word.word = copies.word)
      )
  );

INSERT INTO logged_row
WITH own AS MATERIALIZED (
  SELECT 'objective' AS fact, id, lower(quote) AS text FROM objective
  WHERE kind = 'rpo' AND in_force = 1 AND state = 'number'
  UNION ALL
  SELECT 'backup_policy', id, lower(subject || ' ' || quote) FROM backup_policy
)
SELECT own.fact, own.id FROM own
WHERE EXISTS (SELECT 1 FROM word WHERE word.topic = 'continuous' AND instr(own.text, word.word) > 0);
