-- id: DOC-06
-- severity: medium
-- title: What the plan calls for is at hand
-- why: A document that is only named has to be found while the wiki is down; a script that nobody keeps beside the plan may be gone.
-- fix: Link what the plan depends on, and keep it where the plan is kept.
-- controls: NIST SP 800-53r5 CP-02b.; NIST SP 800-53r5 CP-10(04); SOC 2 CC2.1; ISO 22301 7.5.3; HIPAA 164.308(a)(7)(ii)(B); DORA RTS 39(2)(b); FFIEC BCM V
WITH called AS MATERIALIZED (
  -- Scripts by a relative path, and files that commands are given.
  SELECT command.id, command_resource.ordinal, command.document, command.block, command_resource.name
  FROM command_resource
  CROSS JOIN command ON command.id = command_resource.command AND command.parent IS NULL AND command.role <> 'setting'
  WHERE command_resource.access = 'read' AND command_resource.kind IN ('script', 'file')
    AND CASE command_resource.kind
      WHEN 'script' THEN command_resource.name GLOB '*[/.]*'
      ELSE
        (command_resource.name GLOB '*.json' OR command_resource.name GLOB '*.tfvars' OR command_resource.name GLOB '*.y*ml'
          OR command_resource.name GLOB '*.sql' OR command_resource.name GLOB '*.sh' OR command_resource.name GLOB '*.txt')
        AND command.program IN ('aws', 'terraform', 'kubectl', 'helm', 'curl', 'artillery', 'k6', 'psql', 'mysql',
          'ansible-playbook', 'docker', 'docker-compose', 'eksctl', 'gcloud', 'az')
    END
    AND command_resource.name NOT GLOB '[/~]*' AND command_resource.name NOT GLOB '*[$<{*%]*'
    AND instr(command_resource.name, '://') = 0
    AND command_resource.name NOT LIKE '%backup%.y%ml' AND command_resource.name NOT LIKE '%dump%'
    AND command_resource.name NOT LIKE '%backup%.sql'
    -- "./till" is a program that was built, not a script.
    AND NOT (command_resource.name LIKE './%' AND instr(substr(command_resource.name, 3), '/') = 0
      AND instr(substr(command_resource.name, 3), '.') = 0)
),
absent AS MATERIALIZED (
  SELECT name FROM (SELECT DISTINCT name FROM called)
  WHERE replace(name, rtrim(name, replace(name, '/', '')), '') NOT IN (SELECT name FROM content_file)
),
made AS MATERIALIZED (
  SELECT command.document, command_resource.name
  FROM command_resource
  CROSS JOIN command ON command.id = command_resource.command
  WHERE command_resource.kind = 'file' AND command_resource.access IN ('create', 'write')
    AND command_resource.name IN (SELECT name FROM absent)
),
-- Where a repository is fetched: what lies in it is there.
fetched AS MATERIALIZED (
  SELECT DISTINCT document, block FROM command WHERE program = 'git' AND subcommand = 'clone'
),
missing AS MATERIALIZED (
  SELECT min(id) AS id, ordinal, document, name
  FROM called
  WHERE name IN (SELECT name FROM absent)
    AND NOT EXISTS (SELECT 1 FROM made WHERE made.document = called.document AND made.name = called.name)
    AND NOT EXISTS (SELECT 1 FROM fetched WHERE fetched.document = called.document AND fetched.block = called.block)
  GROUP BY document, name
),
numbered AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY document ORDER BY id) AS place FROM missing
)
SELECT
  fact.file || '/line-' || fact.line AS subject,
  'low' AS severity,
  'warn' AS verdict,
  'the plan depends on what it does not link: "' || fact.value || '"' AS message,
  json_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)) AS evidence,
  NULL AS fix
FROM fact
WHERE fact.kind = 'doc.dependency' AND fact.value <> '' AND instr(fact.quote, '](') = 0 AND instr(fact.quote, '://') = 0
UNION ALL
SELECT
  numbered.document || '/files',
  NULL,
  'warn',
  CASE count(*) WHEN 1 THEN 'the plan calls a file that is' ELSE 'the plan calls ' || count(*) || ' files that are' END
  || ' not in the content folder: ' || group_concat(numbered.name, ', ') FILTER (WHERE numbered.place <= 8)
  || CASE WHEN count(*) > 8 THEN ', …' ELSE '' END,
  json_group_array(json_object('file', numbered.document, 'line', command_resource.line, 'quote', command_resource.quote))
    FILTER (WHERE numbered.place <= 40),
  'keep ' || CASE count(*) WHEN 1 THEN 'it' ELSE 'them' END || ' beside the plan, and lead to ' || CASE count(*) WHEN 1 THEN 'it' ELSE 'them' END
FROM numbered
CROSS JOIN command_resource ON command_resource.command = numbered.id AND command_resource.ordinal = numbered.ordinal
GROUP BY numbered.document
ORDER BY subject
