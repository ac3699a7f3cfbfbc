-- The line of a block on which stands, first, what a rule points at.
CREATE TEMP TABLE known_bad_spot AS
SELECT
  known_bad,
  document,
  block,
  line + length(before) - length(replace(before, char(10), '')) AS line,
  trim(substr(rest, 1, instr(rest || char(10), char(10)) - 1)) AS quote
FROM (
  SELECT
    known_bad.id AS known_bad, code_block.document, code_block.block, code_block.line,
    substr(code_block.text, 1, instr(code_block.text, known_bad.at) - 1) AS before,
    -- From the beginning of that line.
    substr(
      code_block.text,
      1 + length(rtrim(
        substr(code_block.text, 1, instr(code_block.text, known_bad.at) - 1),
        replace(substr(code_block.text, 1, instr(code_block.text, known_bad.at) - 1), char(10), '')
      ))
    ) AS rest
  FROM known_bad
  JOIN code_block ON instr(code_block.text, known_bad.at) > 0
  WHERE known_bad.at IS NOT NULL
);
CREATE INDEX temp.known_bad_spot_block ON known_bad_spot (document, block);

-- Where the documents hold what known_bad knows, in commands and in blocks of code.
INSERT INTO known_bad_hit
SELECT
  known_bad.id,
  known_bad.rule,
  CASE WHEN known_bad.product IS NOT NULL AND version.id IS NULL THEN 'warn' ELSE known_bad.verdict END,
  command.document,
  command.id,
  version.id,
  CASE WHEN spot.line BETWEEN command.line AND command.last_line THEN spot.line ELSE command.line END,
  CASE WHEN spot.line BETWEEN command.line AND command.last_line THEN spot.quote ELSE command.quote END
FROM known_bad
JOIN known_bad_place AS place ON place.known_bad = known_bad.id
JOIN command ON command.program = place.program AND command.subcommand GLOB place.subcommand
LEFT JOIN known_bad_spot AS spot
  ON spot.known_bad = known_bad.id AND spot.document = command.document AND spot.block = command.block
LEFT JOIN fact AS version ON known_bad.product IS NOT NULL AND version.id = (
  SELECT min(id) FROM fact
  WHERE kind = 'component.version' AND file = command.document
    AND '/' || value GLOB '*/' || known_bad.product || ':[0-9]*'
)
WHERE NOT EXISTS (
    SELECT 1 FROM known_bad_pattern AS part
    WHERE part.known_bad = known_bad.id
      AND command.text || ' ' || coalesce(command.input, '') GLOB part.pattern <> part.wanted
  )
  AND (
    known_bad.flag IS NULL
    OR EXISTS (
      SELECT 1 FROM command_flag
      WHERE command_flag.command = command.id AND command_flag.name = known_bad.flag
        AND command_flag.value GLOB '[0-9]*'
        AND (
          CAST(command_flag.value AS INTEGER) < coalesce(known_bad.least, 0)
          OR CAST(command_flag.value AS INTEGER) > coalesce(known_bad.most, 9000000000)
        )
    )
  )
  AND (
    version.id IS NULL OR known_bad.since <= CAST(
      substr(version.value, instr(version.value, known_bad.product || ':') + length(known_bad.product) + 1) AS INTEGER
    )
  )
  AND (
    known_bad.topic IS NULL
    OR EXISTS (
      SELECT 1 FROM topic
      JOIN heading ON heading.id = topic.id
      WHERE topic.topic = known_bad.topic AND topic.document = command.document AND topic.fact = 'heading'
        AND command.line BETWEEN heading.line AND heading.last_line
    )
    OR EXISTS (
      SELECT 1 FROM step_topic WHERE step_topic.step = command.step AND step_topic.topic = known_bad.topic
    )
  )
  -- What a document defines by itself is no program of that name.
  AND command.document || ' ' || place.program NOT IN (
    SELECT document || ' ' || function FROM command WHERE function IS NOT NULL
  )
GROUP BY known_bad.id, command.id
UNION ALL
SELECT
  known_bad.id,
  known_bad.rule,
  known_bad.verdict,
  code_block.document,
  NULL,
  NULL,
  spot.line,
  spot.quote
FROM known_bad
JOIN known_bad_place AS place ON place.known_bad = known_bad.id
JOIN code_block ON code_block.language = place.language
JOIN known_bad_spot AS spot
  ON spot.known_bad = known_bad.id AND spot.document = code_block.document AND spot.block = code_block.block
WHERE NOT EXISTS (
    SELECT 1 FROM known_bad_pattern AS part
    WHERE part.known_bad = known_bad.id AND code_block.text GLOB part.pattern <> part.wanted
  )
ORDER BY 1, 4, 7;
DROP TABLE temp.known_bad_spot;
CREATE INDEX known_bad_hit_rule ON known_bad_hit (rule, document, known_bad);

-- One row for each of them in a document: what the checks print.
CREATE VIEW known_bad_finding AS
SELECT
  hit.rule,
  hit.document,
  hit.document || '/' || known_bad.id AS subject,
  known_bad.severity,
  hit.verdict,
  known_bad.message || CASE WHEN hit.times > 1 THEN ' (' || hit.times || ' times)' ELSE '' END
  || CASE
    WHEN version.id IS NOT NULL THEN '; the plan names ' || version.value
    WHEN known_bad.product IS NOT NULL THEN '; no version is stated (inferred)'
    ELSE ''
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT * FROM (
        SELECT json_object('file', own.document, 'line', own.line, 'quote', own.quote) AS value
        FROM known_bad_hit AS own
        WHERE own.rule = hit.rule AND own.document = hit.document AND own.known_bad = hit.known_bad
        ORDER BY own.line
        LIMIT 20
      )
      UNION ALL
      SELECT json_object('file', version.file, 'line', version.line, 'quote', version.quote)
      WHERE version.id IS NOT NULL
    )
  ) AS evidence,
  known_bad.fix || ' (' || known_bad.source || ')' AS fix
FROM (
  SELECT rule, document, known_bad, min(verdict) AS verdict, count(*) AS times, max(version) AS version
  FROM known_bad_hit
  GROUP BY rule, document, known_bad
) AS hit
JOIN known_bad ON known_bad.id = hit.known_bad
LEFT JOIN fact AS version ON version.id = hit.version;
