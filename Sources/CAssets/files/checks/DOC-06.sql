-- id: DOC-06
-- severity: medium
-- title: What the plan calls for is at hand
-- why: A document that is only named has to be found while the wiki is down; a script that nobody keeps beside the plan may be gone.
-- fix: Link what the plan depends on, and keep it where the plan is kept.
-- controls: NIST SP 800-53r5 CP-2b; NIST SP 800-53r5 CP-10(4); SOC 2 CC2.1; ISO 22301 7.5.3; HIPAA 164.308(a)(7)(ii)(B); DORA RTS 39(2)(b); FFIEC BCM V
WITH missing AS MATERIALIZED (
  -- Scripts by a relative path, and files that commands are given.
  SELECT min(command.id) AS id, command.document, min(command_resource.line) AS line, command_resource.quote, command_resource.name
  FROM command_resource
  JOIN command ON command.id = command_resource.command AND command.parent IS NULL AND command.role <> 'setting'
  WHERE command_resource.access = 'read'
    AND (
      (command_resource.kind = 'script' AND command_resource.name GLOB '*[/.]*')
      OR (
        command_resource.kind = 'file' AND command.program IN ('aws', 'terraform', 'kubectl', 'helm', 'curl', 'artillery', 'k6', 'psql', 'mysql', 'ansible-playbook',
          'docker', 'docker-compose', 'eksctl', 'gcloud', 'az')
        AND (command_resource.name GLOB '*.json' OR command_resource.name GLOB '*.tfvars' OR command_resource.name GLOB '*.y*ml'
          OR command_resource.name GLOB '*.sql' OR command_resource.name GLOB '*.sh' OR command_resource.name GLOB '*.txt')
      )
    )
    AND command_resource.name NOT GLOB '/*' AND command_resource.name NOT GLOB '~*' AND command_resource.name NOT GLOB '*[$<{*%]*'
    AND instr(command_resource.name, '://') = 0
    AND lower(command_resource.name) NOT GLOB '*backup*.y*ml' AND lower(command_resource.name) NOT GLOB '*dump*'
    -- It is there, or another command makes it.
    AND NOT EXISTS (
      SELECT 1 FROM content_file
      WHERE content_file.name = replace(
        command_resource.name, rtrim(command_resource.name, replace(command_resource.name, '/', '')), ''
      )
    )
    AND command.document || ' ' || command_resource.name NOT IN (
      SELECT maker.document || ' ' || made.name
      FROM command_resource AS made
      JOIN command AS maker ON maker.id = made.command
      WHERE made.kind = 'file' AND made.access IN ('create', 'write')
    )
    -- What lies in a repository that is fetched before is there.
    AND command.document || ' ' || command.block NOT IN (
      SELECT document || ' ' || block FROM command AS fetch
      WHERE fetch.program = 'git' AND fetch.subcommand = 'clone'
    )
  GROUP BY command.document, command_resource.name
),
numbered AS MATERIALIZED (
  SELECT missing.*, row_number() OVER (PARTITION BY document ORDER BY id) AS place FROM missing ORDER BY document, id
)
SELECT
  fact.file || '/line-' || fact.line AS subject,
  'low' AS severity,
  'warn' AS verdict,
  'the plan depends on what it does not link: "' || fact.value || '"' AS message,
  json_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)) AS evidence,
  NULL AS fix
FROM fact
WHERE fact.kind = 'doc.dependency' AND instr(fact.quote, '](') = 0 AND instr(fact.quote, '://') = 0
UNION ALL
SELECT
  numbered.document || '/files',
  NULL,
  'warn',
  CASE count(*) WHEN 1 THEN 'the plan calls a file that is' ELSE 'the plan calls ' || count(*) || ' files that are' END
  || ' not in the content folder: ' || group_concat(numbered.name, ', ') FILTER (WHERE numbered.place <= 8)
  || CASE WHEN count(*) > 8 THEN ', …' ELSE '' END,
  json_group_array(json_object('file', numbered.document, 'line', numbered.line, 'quote', numbered.quote))
    FILTER (WHERE numbered.place <= 40),
  'keep ' || CASE count(*) WHEN 1 THEN 'it' ELSE 'them' END || ' beside the plan, and lead to ' || CASE count(*) WHEN 1 THEN 'it' ELSE 'them' END
FROM numbered
GROUP BY numbered.document
ORDER BY subject
