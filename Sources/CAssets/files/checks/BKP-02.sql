-- id: BKP-02
-- severity: critical
-- title: Restores read what backups write
-- why: A restore from a name or bucket that no backup writes ends with "no such key", in the middle of the outage.
-- fix: Write one name in both places, and try the restore once with it.
-- controls: NIST SP 800-53r5 CP-10(4); NIST SP 800-53r5 CP-9(1)[01]; SOC 2 A1.3; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH place AS (
  SELECT
    fact.*,
    -- "s3://bucket/key" is "s3://bucket".
    lower(substr(value, 1, instr(value, '://') + 2
      + coalesce(nullif(instr(substr(value, instr(value, '://') + 3), '/'), 0) - 1, 1000))) AS bucket
  FROM fact
  WHERE kind IN ('restore.source', 'backup.target') AND instr(value, '://') > 0 AND instr(value, '$') = 0
),
-- Snapshots by name, and files whose name says that they are copies.
named AS MATERIALIZED (
  SELECT
    command.id, command.document, command.block, command_resource.line, command_resource.quote, command.program, command.subcommand,
    command.role,
    command_resource.kind, command_resource.access,
    -- A variable that is set beside it stands for its value.
    coalesce(
      CASE WHEN command_resource.name GLOB '$*' THEN (
        SELECT trim(own.value, '"''') FROM variable AS own
        WHERE own.document = command.document AND own.block = command.block
          AND own.access = 'set' AND own.line <= command.line AND own.value NOT GLOB '*$[0-9]*'
          AND (command_resource.name = '$' || own.name OR command_resource.name GLOB '$' || own.name || '.*'
            OR command_resource.name GLOB '${' || own.name || '}*')
        ORDER BY own.id DESC
        LIMIT 1
      ) END,
      command_resource.name
    ) AS name
  FROM command_resource
  CROSS JOIN command ON command.id = command_resource.command
  WHERE command_resource.access IN ('read', 'create', 'write') AND command_resource.kind IN ('snapshot', 'file')
    AND (
      command_resource.kind = 'snapshot' OR command_resource.name GLOB '$*' OR instr(lower(command_resource.name), 'backup')
      OR instr(lower(command_resource.name), 'dump') OR instr(lower(command_resource.name), 'snapshot')
      OR instr(lower(command_resource.name), '.bak')
    )
),
-- The last part of a path.
part AS MATERIALIZED (
  SELECT
    named.*,
    CASE kind
      WHEN 'snapshot' THEN name
      ELSE replace(rtrim(name, '/'), rtrim(rtrim(name, '/'), replace(rtrim(name, '/'), '/', '')), '')
    END AS base
  FROM named
  WHERE kind = 'snapshot'
    OR instr(lower(name), 'backup') OR instr(lower(name), 'dump') OR instr(lower(name), 'snapshot') OR instr(lower(name), '.bak')
),
-- What is the same on every day: "shop-$DAY.sql.gz" is "shop-".
stemmed AS MATERIALIZED (
  SELECT
    part.*,
    substr(base, 1, min(
      coalesce(nullif(instr(base, '$'), 0) - 1, 200), coalesce(nullif(instr(base, '<'), 0) - 1, 200),
      coalesce(nullif(instr(base, '{'), 0) - 1, 200), coalesce(nullif(instr(base, 'YYYY'), 0) - 1, 200),
      coalesce(nullif(instr(base, '20'), 0) - 1, 200), coalesce(nullif(instr(base, '*'), 0) - 1, 200),
      200
    )) AS stem
  FROM part
),
made AS MATERIALIZED (
  SELECT DISTINCT document, kind, stem, base FROM stemmed WHERE access IN ('create', 'write') AND base GLOB '*[a-z]*'
    -- A folder is no copy.
    AND (kind = 'snapshot' OR instr(base, '.') > 0 OR instr(base, '$') > 0 OR stem <> base)
),
missing AS MATERIALIZED (
  SELECT DISTINCT stemmed.id, stemmed.document, stemmed.line, stemmed.quote, stemmed.kind, stemmed.name
  FROM stemmed
  WHERE stemmed.access = 'read' AND stemmed.role <> 'setting' AND length(stemmed.stem) > 2
    AND instr(stemmed.name, '<') = 0 AND instr(stemmed.name, '%') = 0
    AND (
      (stemmed.kind = 'snapshot' AND instr(stemmed.subcommand, 'restore') > 0)
      OR (
        stemmed.kind = 'file'
        AND (
          stemmed.program IN ('psql', 'pg_restore', 'mysql', 'mariadb', 'mongorestore', 'gunzip', 'zcat', 'etcdctl', 'etcdutl')
          OR (stemmed.program = 'kubectl' AND stemmed.subcommand IN ('apply', 'create', 'replace'))
          OR instr(lower(stemmed.program), 'restore') > 0
        )
      )
    )
    -- What a service names by itself.
    AND stemmed.name NOT GLOB 'rds:*' AND stemmed.name NOT GLOB 'awsbackup:*' AND stemmed.name NOT GLOB 'snap-*'
    -- What chooses one of many, and what is to be filled in.
    AND lower(stemmed.name) NOT IN ('latest', 'newest', 'last') AND stemmed.name GLOB '*[a-z]*'
    -- What a schedule names by its pace.
    AND lower(stemmed.name) NOT GLOB '*daily*' AND lower(stemmed.name) NOT GLOB '*nightly*'
    AND lower(stemmed.name) NOT GLOB '*hourly*' AND lower(stemmed.name) NOT GLOB '*weekly*'
    AND lower(stemmed.name) NOT GLOB '*monthly*' AND lower(stemmed.name) NOT GLOB '*yearly*'
    -- A name with a date is one that a job could give; one without is only there when somebody writes it.
    AND (
      stemmed.stem = stemmed.base
      OR stemmed.document || ' ' || stemmed.kind IN (SELECT document || ' ' || kind FROM made)
    )
    AND stemmed.document || ' ' || stemmed.stem NOT IN (SELECT document || ' ' || stem FROM made)
    AND stemmed.document || ' ' || stemmed.base NOT IN (SELECT document || ' ' || base FROM made)
    -- A copy whose name is only a variable may be any.
    AND stemmed.document NOT IN (SELECT document FROM made WHERE length(stem) <= 2)
    -- What was fetched before.
    AND NOT EXISTS (
      SELECT 1 FROM command AS fetch
      JOIN command_resource ON command_resource.command = fetch.id AND command_resource.access = 'read'
      WHERE stemmed.kind = 'file' AND fetch.document = stemmed.document AND fetch.block = stemmed.block AND fetch.id < stemmed.id
        AND instr(command_resource.name, '/' || stemmed.base) > 0
    )
),
told AS MATERIALIZED (
  SELECT
    document, kind, group_concat('"' || name || '"', ', ') AS names, count(*) AS times
  FROM (SELECT document, kind, name FROM missing GROUP BY document, kind, name ORDER BY min(id))
  GROUP BY document, kind
),
makes AS MATERIALIZED (
  SELECT document, kind, group_concat('"' || base || '"', ', ') FILTER (WHERE place <= 5) AS names
  FROM (SELECT document, kind, base, row_number() OVER (PARTITION BY document, kind) AS place FROM (SELECT DISTINCT document, kind, base FROM made))
  GROUP BY document, kind
),
quoted AS MATERIALIZED (
  SELECT document, kind, json_group_array(json_object('file', document, 'line', line, 'quote', quote)) AS evidence
  FROM (
    SELECT document, kind, 0 AS part, id, line, quote FROM missing
    UNION ALL
    SELECT * FROM (
      SELECT document, kind, row_number() OVER (PARTITION BY document, kind ORDER BY id) AS part, id, line, quote
      FROM stemmed
      WHERE access IN ('create', 'write') AND document || ' ' || base IN (SELECT document || ' ' || base FROM made)
        AND document || ' ' || kind IN (SELECT document || ' ' || kind FROM missing)
      GROUP BY document, kind, line
    )
    WHERE part <= 5
    ORDER BY 1, 2, 3, 4
  )
  GROUP BY document, kind
)
SELECT
  source.file || '/line-' || source.line AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the restore reads ' || source.bucket || '; the backups of the plan are written to '
  || (
    SELECT group_concat(bucket, ', ') FROM (
      SELECT DISTINCT bucket FROM place AS target WHERE target.file = source.file AND target.kind = 'backup.target'
    )
  ) AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', source.file, 'line', source.line, 'quote', source.quote) AS value
      UNION ALL
      SELECT json_object('file', target.file, 'line', target.line, 'quote', target.quote)
      FROM place AS target
      WHERE target.file = source.file AND target.kind = 'backup.target'
    )
  ) AS evidence,
  NULL AS fix
FROM place AS source
WHERE source.kind = 'restore.source'
  AND EXISTS (SELECT 1 FROM place AS target WHERE target.file = source.file AND target.kind = 'backup.target')
  AND NOT EXISTS (
    SELECT 1 FROM place AS target
    WHERE target.kind = 'backup.target' AND target.bucket = source.bucket
  )
UNION ALL
SELECT
  told.document || '/' || told.kind || 's',
  'high',
  CASE WHEN makes.names IS NOT NULL THEN 'fail' ELSE 'warn' END,
  'the recovery reads ' || told.names || '; '
  || coalesce(
    'the commands of the plan make ' || makes.names,
    'no command of the plan makes ' || CASE told.times WHEN 1 THEN 'it' ELSE 'any of them' END
  ),
  quoted.evidence,
  NULL
FROM told
JOIN quoted ON quoted.document = told.document AND quoted.kind = told.kind
LEFT JOIN makes ON makes.document = told.document AND makes.kind = told.kind
-- A runbook restores what others make; a plan should say who.
WHERE makes.names IS NOT NULL OR (SELECT kind FROM document WHERE path = told.document) = 'plan'
ORDER BY subject
