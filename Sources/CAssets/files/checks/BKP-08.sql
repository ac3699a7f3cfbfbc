-- id: BKP-08
-- severity: high
-- title: A backup job that fails says so
-- why: The exit code of a script is that of its last command. If the dump fails and the cleaning up works, the job is green, and nobody looks until the restore.
-- fix: Begin the script with "set -euo pipefail", so that the first failure ends it.
-- controls: NIST SP 800-53r5 CP-09d.[02]; NIST SP 800-53r5 CP-09(01)[01]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); DORA 12(2); FFIEC BCM IV.A
WITH dumper (program) AS (
  VALUES ('pg_dump'), ('pg_dumpall'), ('pg_basebackup'), ('mysqldump'), ('mariadb-dump'), ('mysqlpump'), ('mongodump'),
    ('xtrabackup'), ('mariabackup'), ('redis-cli'), ('influx'), ('cockroach'), ('sqlite3'), ('sqlcmd'), ('expdp'),
    ('clickhouse-client')
),
dump AS MATERIALIZED (
  -- What makes a copy within what runs by itself, a script with its first line or a manifest of a
  -- job: it reads a database, and it or its pipeline writes.
  SELECT
    command.id, command.document, command.block, command.pipeline, command.position, command.line, command.quote,
    command.program, command.function, max(target.id) AS writer, max(target.position) AS last
  FROM dumper
  CROSS JOIN command ON command.program = dumper.program
  CROSS JOIN command_resource AS source
    ON source.command = command.id AND source.access = 'read' AND source.kind IN ('database', 'volume')
  CROSS JOIN command AS target
    ON target.document = command.document AND target.pipeline = command.pipeline AND target.position >= command.position
  CROSS JOIN command_resource AS written
    ON written.command = target.id AND written.access IN ('write', 'create') AND written.kind IN ('file', 'object')
  CROSS JOIN code_block AS script ON script.document = command.document AND script.block = command.block
  WHERE command.role IN ('plain', 'wrapped')
    AND (script.text GLOB '#!*' OR script.language IN ('yaml', 'yml'))
    -- It looks at what went wrong by itself.
    AND instr(script.text, '$?') = 0 AND instr(script.text, 'PIPESTATUS') = 0 AND instr(script.text, 'trap ') = 0
  GROUP BY command.id
),
-- Whether the script stops at the first failure, and at one within a pipeline.
care AS MATERIALIZED (
  SELECT
    dump.id,
    EXISTS (
      SELECT 1 FROM command AS own
      WHERE own.document = dump.document AND own.block = dump.block AND own.program = 'set' AND own.id < dump.id
        AND (own.text GLOB 'set -[a-z]*e*' OR own.text GLOB 'set -e*' OR own.text GLOB '*errexit*')
    ) OR EXISTS (
      SELECT 1 FROM code_block AS own
      WHERE own.document = dump.document AND own.block = dump.block
        AND (own.text GLOB '*sh -e*' OR own.text GLOB '*[" ]-e[a-z]*c[", ]*' OR own.text GLOB '*[" ]-ec[",]*' OR own.text GLOB '*set -e*')
    ) AS stops,
    EXISTS (
      SELECT 1 FROM code_block AS own
      WHERE own.document = dump.document AND own.block = dump.block AND instr(own.text, 'pipefail') > 0
    ) AS sees
  FROM dump
),
-- The commands of the script behind it: the last one, and the next.
after AS MATERIALIZED (
  SELECT
    dump.id,
    (
      SELECT max(own.id) FROM command AS own
      WHERE own.document = dump.document AND own.block = dump.block AND own.pipeline > dump.pipeline
        AND own.role = 'plain' AND own.function IS dump.function
    ) AS last,
    (
      SELECT min(own.id) FROM command AS own
      WHERE own.document = dump.document AND own.block = dump.block AND own.pipeline > dump.pipeline AND own.role = 'plain'
    ) AS next
  FROM dump
)
SELECT
  dump.document || '/line-' || dump.line AS subject,
  NULL AS severity,
  'fail' AS verdict,
  CASE
    WHEN care.stops = 0 AND after.last IS NOT NULL THEN
      'when "' || dump.program || '" fails, the job goes on, and its exit code is that of its last command, "' || final.program || '"'
    ELSE 'when "' || dump.program || '" fails, the exit code is that of the command behind the pipe, "' || writer.program || '"'
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', dump.document, 'line', dump.line, 'quote', dump.quote) AS value
      UNION ALL
      SELECT json_object('file', final.file, 'line', final.line, 'quote', final.quote)
      WHERE final.id IS NOT NULL AND care.stops = 0
    )
  ) AS evidence,
  CASE WHEN care.stops = 1 THEN 'add "set -o pipefail" at the top (of bash)' END AS fix
FROM dump
JOIN care ON care.id = dump.id
JOIN command AS writer ON writer.id = dump.writer
JOIN after ON after.id = dump.id
LEFT JOIN command AS final ON final.id = after.last
LEFT JOIN command AS follower ON follower.id = after.next
WHERE (
    care.stops = 0 AND after.last IS NOT NULL AND follower.joint NOT IN ('&&', '||')
  )
  OR (care.sees = 0 AND dump.last > dump.position)
GROUP BY dump.document, dump.block
ORDER BY dump.id
