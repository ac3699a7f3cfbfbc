-- id: PRC-06
-- severity: medium
-- title: Commands are right as they are written
-- why: A command that is refused, or answers something else than it seems to, costs minutes when there are none, or misleads whoever reads the answer.
-- fix: Run every command of the procedure once, as it is written, in a drill.
-- controls: NIST SP 800-53r5 CP-10(04); SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
WITH query AS MATERIALIZED (
  -- A block of shell in which a line begins with a statement of SQL.
  SELECT
    code_block.document, code_block.block, code_block.line, code_block.text,
    char(10) || code_block.text AS lines,
    instr(char(10) || upper(code_block.text), char(10) || 'SELECT ') AS place
  FROM code_block
  WHERE code_block.language IN ('bash', 'sh', 'shell', 'zsh')
    AND upper(char(10) || code_block.text) GLOB '*' || char(10) || 'SELECT * FROM *;*'
    -- What is fed to a program or stands in quotes is meant for it.
    AND instr(code_block.text, '<<') = 0
)
SELECT
  query.document || '/line-' || (query.line + length(substr(lines, 2, place - 1)) - length(replace(substr(lines, 2, place - 1), char(10), '')))
  AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'a block of shell goes on in SQL: the shell answers "SELECT: command not found" once the client is left' AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object(
        'file', query.document,
        'line', query.line + length(substr(lines, 2, place - 1)) - length(replace(substr(lines, 2, place - 1), char(10), '')),
        'quote', substr(lines, place + 1, instr(substr(lines, place + 1) || char(10), char(10)) - 1)
      ) AS value
      UNION ALL
      SELECT json_object('file', command.file, 'line', command.line, 'quote', command.quote)
      FROM command
      WHERE command.document = query.document AND command.block = query.block
        AND command.program IN ('psql', 'mysql', 'sqlite3', 'sqlplus', 'mariadb')
    )
  ) AS evidence,
  'pass the statement on: psql -c "SELECT …", or psql <<EOF' AS fix
FROM query
-- An odd number of quotes before it: it stands in a text that spans lines.
WHERE (length(substr(lines, 1, place)) - length(replace(substr(lines, 1, place), '"', ''))) % 2 = 0
  AND (length(substr(lines, 1, place)) - length(replace(substr(lines, 1, place), '''', ''))) % 2 = 0
UNION ALL
SELECT subject, severity, verdict, message, evidence, fix FROM known_bad_finding WHERE rule = 'PRC-06'
ORDER BY subject
