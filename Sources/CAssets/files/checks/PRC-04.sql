-- id: PRC-04
-- severity: high
-- title: Nothing is destroyed before its replacement is known to be good
-- why: A database that is dropped before anybody has looked at the backup is lost when the backup cannot be read.
-- fix: Look at the copy first (does it open, is it whole, of which day?), keep what is there under another name, and destroy it when the new one works.
-- controls: NIST SP 800-53r5 CP-10[02]; NIST SP 800-53r5 SI-07; SOC 2 CC8.1; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(B); DORA 12(2); FFIEC BCM V
WITH gone AS MATERIALIZED (
  -- What a recovery destroys, and then fills again from a copy.
  SELECT
    command.id, command.document, command.block, command.line, command.quote, command_resource.kind, command_resource.name,
    min(filled.id) AS filled
  FROM command_resource
  JOIN command ON command.id = command_resource.command AND command.role IN ('plain', 'wrapped')
  JOIN command AS filled ON filled.document = command.document AND filled.block = command.block AND filled.id > command.id
  JOIN command_resource AS target
    ON target.command = filled.id AND target.access IN ('write', 'create') AND target.kind = command_resource.kind
    AND (
      target.name = command_resource.name
      OR (target.kind = 'file' AND rtrim(command_resource.name, '/*') = rtrim(target.name, '/*'))
    )
  JOIN command AS source ON source.document = filled.document AND source.pipeline = filled.pipeline
  JOIN command_resource AS copy
    ON copy.command = source.id AND copy.access = 'read' AND copy.kind IN ('file', 'object', 'snapshot')
  WHERE command_resource.access = 'destroy' AND command_resource.kind IN ('database', 'file', 'volume', 'namespace')
    AND command_resource.name NOT LIKE '%test%' AND command_resource.name NOT LIKE '%/tmp%'
    AND command_resource.name NOT LIKE '%verif%' AND command_resource.name NOT LIKE '%drill%'
    AND (command_resource.kind <> 'file' OR command_resource.name GLOB '*/data*' OR command_resource.name GLOB '*/var/lib/*'
      OR command_resource.name GLOB '*PGDATA*')
  GROUP BY command.id
),
safe AS MATERIALIZED (
  -- A look at the copy, or a copy of what is there, before.
  SELECT gone.id FROM gone
  JOIN command AS look
    ON look.document = gone.document AND look.block = gone.block AND look.id < gone.id
    AND (
      look.program IN ('[', '[[', 'test', 'sha256sum', 'sha1sum', 'md5sum', 'shasum', 'stat', 'pg_verifybackup', 'pg_dump',
        'mysqldump', 'mongodump', 'mv', 'read', 'confirm', 'file')
      OR (look.program = 'pg_restore' AND (look.text GLOB '* -l*' OR look.text GLOB '*--list*'))
      OR (look.program IN ('gzip', 'gunzip', 'zstd', 'xz', 'bzip2') AND (look.text GLOB '* -t*' OR look.text GLOB '*--test*'))
      OR (look.program = 'tar' AND look.text GLOB '*tar* [-t]*t*')
      OR (look.program IN ('cp', 'rsync', 'tar') AND EXISTS (
        SELECT 1 FROM command_resource WHERE command_resource.command = look.id
          AND command_resource.access = 'read' AND rtrim(command_resource.name, '/*') = rtrim(gone.name, '/*')
      ))
      OR (look.program IN ('restic', 'borg', 'pgbackrest', 'barman', 'wal-g', 'kopia', 'velero')
        AND (instr(look.subcommand, 'check') > 0 OR instr(look.subcommand, 'verify') > 0 OR instr(look.subcommand, 'info') > 0
          OR instr(look.subcommand, 'describe') > 0))
    )
),
fed AS MATERIALIZED (
  -- A dump that psql reads into a database where it goes on after an error.
  SELECT command.id, command.document, command.block, command.line, command.quote, command_resource.name
  FROM command
  JOIN command_resource
    ON command_resource.command = command.id AND command_resource.access = 'write' AND command_resource.kind = 'database'
  WHERE command.program = 'psql'
    AND instr(command.text, 'ON_ERROR_STOP') = 0 AND instr(command.text, '--single-transaction') = 0
    AND instr(command.text, ' -1') = 0
    AND command_resource.name NOT LIKE '%test%' AND command_resource.name NOT LIKE '%verif%'
    AND EXISTS (
      SELECT 1 FROM command AS source
      JOIN command_resource AS copy
        ON copy.command = source.id AND copy.access = 'read' AND copy.kind IN ('file', 'object')
      WHERE source.document = command.document AND source.pipeline = command.pipeline
        AND (source.id = command.id OR source.program IN ('gunzip', 'zcat', 'cat', 'gzip', 'zstd', 'xzcat', 'aws', 'gsutil', 'pv'))
    )
    AND command.id NOT IN (SELECT command FROM drill_command)
)
SELECT
  gone.document || '/line-' || gone.line AS subject,
  CASE WHEN again.id IS NOT NULL THEN 'critical' END AS severity,
  'fail' AS verdict,
  'the ' || gone.kind || ' "' || gone.name || '" is destroyed (line ' || gone.line || ') before the copy is read (line ' || filled.line
  || '), and nothing looks at the copy before'
  || CASE WHEN again.id IS NOT NULL THEN '; whatever comes of it, the application is started again (line ' || again.line || ')' ELSE '' END
  AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', gone.document, 'line', gone.line, 'quote', gone.quote) AS value
      UNION ALL
      SELECT json_object('file', filled.file, 'line', filled.line, 'quote', filled.quote)
      UNION ALL
      SELECT json_object('file', again.file, 'line', again.line, 'quote', again.quote) WHERE again.id IS NOT NULL
    )
  ) AS evidence,
  NULL AS fix
FROM gone
JOIN command AS filled ON filled.id = gone.filled
LEFT JOIN command AS again ON again.id = (
  SELECT min(own.id) FROM command AS own
  JOIN command_resource ON command_resource.command = own.id AND command_resource.access = 'write' AND command_resource.kind = 'service'
  WHERE own.document = gone.document AND own.block = gone.block AND own.id > gone.filled AND own.joint IN ('', ';')
    AND NOT EXISTS (
      SELECT 1 FROM command AS strict
      WHERE strict.document = own.document AND strict.block = own.block AND strict.program = 'set' AND strict.text GLOB 'set -*e*'
    )
)
WHERE gone.id NOT IN (SELECT id FROM safe)
UNION ALL
SELECT
  fed.document || '/line-' || fed.line,
  'medium',
  'fail',
  'psql reads the dump into "' || fed.name || '" and goes on after each error: half a restore looks like a whole one',
  json_array(json_object('file', fed.document, 'line', fed.line, 'quote', fed.quote)),
  'add "--set ON_ERROR_STOP=1 --single-transaction", and restore into a database of another name'
FROM fed
WHERE NOT EXISTS (SELECT 1 FROM gone WHERE gone.document = fed.document AND gone.block = fed.block AND gone.name = fed.name)
UNION ALL
SELECT subject, severity, verdict, message, evidence, fix FROM known_bad_finding WHERE rule = 'PRC-04'
ORDER BY subject
