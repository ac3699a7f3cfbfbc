-- id: BKP-02
-- severity: critical
-- title: Restores read what backups write
-- why: A restore from a name or bucket that no backup writes ends with "no such key", in the middle of the outage.
-- fix: Write one name in both places, and try the restore once with it.
-- controls: NIST SP 800-53r5 CP-10(04); NIST SP 800-53r5 CP-09(01)[01]; SOC 2 A1.3; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH place AS (
  SELECT
    fact.*,
    -- "s3://bucket/key" is "s3://bucket".
    lower(substr(value, 1, instr(value, '://') + 2
      + coalesce(nullif(instr(substr(value, instr(value, '://') + 3), '/'), 0) - 1, 1000))) AS bucket
  FROM fact
  WHERE kind IN ('restore.source', 'backup.target') AND instr(value, '://') > 0 AND instr(value, '$') = 0
),
made AS MATERIALIZED (
  SELECT min(command) AS command, document, kind, stem, base FROM copy_name
  WHERE access IN ('create', 'write') AND base GLOB '*[a-z]*'
    -- A folder is no copy.
    AND (kind = 'snapshot' OR instr(base, '.') > 0 OR instr(base, '$') > 0 OR stem <> base)
  GROUP BY document, kind, stem, base
),
missing AS MATERIALIZED (
  SELECT stemmed.command AS id, stemmed.ordinal, stemmed.document, stemmed.kind, stemmed.name
  FROM copy_name AS stemmed
  CROSS JOIN command ON command.id = stemmed.command
  WHERE stemmed.access = 'read' AND length(stemmed.stem) > 2
    AND instr(stemmed.name, '<') = 0 AND instr(stemmed.name, '%') = 0
    -- What a recovery reads.
    AND command.role <> 'setting'
    AND CASE stemmed.kind
      WHEN 'snapshot' THEN instr(command.subcommand, 'restore') > 0
      ELSE command.program IN ('psql', 'pg_restore', 'mysql', 'mariadb', 'mongorestore', 'gunzip', 'zcat', 'etcdctl', 'etcdutl')
        OR (command.program = 'kubectl' AND command.subcommand IN ('apply', 'create', 'replace'))
        OR command.program LIKE '%restore%'
    END
    -- Settings of a tool that makes copies.
    AND stemmed.name NOT LIKE '/etc/%'
    -- What a service names by itself.
    AND stemmed.name NOT GLOB 'rds:*' AND stemmed.name NOT GLOB 'awsbackup:*' AND stemmed.name NOT GLOB 'snap-*'
    -- What chooses one of many, and what is to be filled in.
    AND lower(stemmed.name) NOT IN ('latest', 'newest', 'last') AND stemmed.name GLOB '*[a-z]*'
    -- What a schedule names by its pace.
    AND stemmed.name NOT LIKE '%daily%' AND stemmed.name NOT LIKE '%nightly%' AND stemmed.name NOT LIKE '%hourly%'
    AND stemmed.name NOT LIKE '%weekly%' AND stemmed.name NOT LIKE '%monthly%' AND stemmed.name NOT LIKE '%yearly%'
    -- A name with a date is one that a job could give; one without is only there when somebody writes it.
    AND (stemmed.stem = stemmed.base OR stemmed.document || ' ' || stemmed.kind IN (SELECT document || ' ' || kind FROM made))
    AND stemmed.document || ' ' || stemmed.stem NOT IN (SELECT document || ' ' || stem FROM made)
    AND stemmed.document || ' ' || stemmed.base NOT IN (SELECT document || ' ' || base FROM made)
    -- A copy whose name is only a variable may be any.
    AND stemmed.document NOT IN (SELECT document FROM made WHERE length(stem) <= 2)
    -- What was fetched before.
    AND NOT EXISTS (
      SELECT 1 FROM command AS fetch
      JOIN command_resource ON command_resource.command = fetch.id AND command_resource.access = 'read'
      WHERE stemmed.kind = 'file' AND fetch.document = stemmed.document AND fetch.block = stemmed.block AND fetch.id < stemmed.command
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
  FROM (
    SELECT document, kind, base, row_number() OVER (PARTITION BY document, kind ORDER BY min(command)) AS place
    FROM made
    GROUP BY document, kind, base
  )
  GROUP BY document, kind
),
quoted AS MATERIALIZED (
  SELECT
    document, kind,
    json_group_array(json_object('file', document, 'line', line, 'quote', quote)) AS evidence
  FROM (
    SELECT place.document, place.kind, place.part, command_resource.line, command_resource.quote
    FROM (
      SELECT document, kind, 0 AS part, id, ordinal FROM missing
      UNION ALL
      SELECT * FROM (
        SELECT document, kind, row_number() OVER (PARTITION BY document, kind ORDER BY command) AS part, command AS id, ordinal
        FROM copy_name
        WHERE access IN ('create', 'write') AND document || ' ' || base IN (SELECT document || ' ' || base FROM made)
          AND document || ' ' || kind IN (SELECT document || ' ' || kind FROM missing)
      )
      WHERE part <= 5
    ) AS place
    CROSS JOIN command_resource ON command_resource.command = place.id AND command_resource.ordinal = place.ordinal
    GROUP BY place.document, place.kind, command_resource.line
    ORDER BY place.document, place.kind, place.part, place.id
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
