-- id: BKP-07
-- severity: low
-- title: Every backup has a use
-- why: A backup that no procedure restores costs money and calms people. When it is needed, nobody knows how to use it.
-- fix: Write the procedure that restores it, or stop making it.
-- controls: NIST SP 800-53r5 CP-09a.; NIST SP 800-53r5 CP-10[01]; SOC 2 A1.2; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
WITH managed AS MATERIALIZED (
  -- A control plane that its provider runs.
  SELECT document, line, quote, CASE program WHEN 'eksctl' THEN 'eksctl' ELSE program || ' ' || subcommand END AS value
  FROM (
    SELECT *, row_number() OVER (PARTITION BY document ORDER BY id) AS place FROM command
    WHERE (program = 'aws' AND subcommand GLOB 'eks *') OR program = 'eksctl'
      OR (program = 'gcloud' AND subcommand GLOB 'container clusters*') OR (program = 'az' AND subcommand GLOB 'aks *')
  )
  WHERE place = 1
  UNION ALL
  SELECT fact.file, fact.line, fact.quote, fact.value
  FROM fact
  WHERE fact.id IN (
      SELECT min(id) FROM topic WHERE topic.fact = 'fact' AND topic.topic = 'managed' GROUP BY document
    )
),
-- A tool that makes copies, and what brings them back.
tool (program, subcommand, what, restorer, other, verb) AS (
  VALUES ('velero', 'backup create', 'Velero backups', 'velero', '', 'restore create'),
    ('etcdctl', 'snapshot save', 'snapshots of etcd', 'etcdctl', 'etcdutl', 'snapshot restore'),
    ('aws', 'elasticache create-snapshot', 'snapshots of ElastiCache', 'aws', '', 'elasticache create-*'),
    ('aws', 'rds create-db-snapshot', 'snapshots of RDS', 'aws', '', 'rds restore-db-*'),
    ('aws', 'rds create-db-cluster-snapshot', 'snapshots of Aurora', 'aws', '', 'rds restore-db-*'),
    ('git', 'bundle create', 'Git bundles', 'git', '', 'clone'),
    ('mongodump', '', 'dumps of MongoDB', 'mongorestore', '', '*'),
    ('gcloud', 'sql backups create', 'backups of Cloud SQL', 'gcloud', '', 'sql *restore*'),
    ('restic', 'backup', 'restic snapshots', 'restic', '', 'restore'),
    ('borg', 'create', 'Borg archives', 'borg', '', 'extract')
),
restores AS MATERIALIZED (
  -- Documents that show how other things are restored.
  SELECT command.document
  FROM command_resource
  CROSS JOIN command ON command.id = command_resource.command
  WHERE command_resource.kind = 'snapshot' AND command_resource.access = 'read'
  UNION
  SELECT document FROM command WHERE program IN ('pg_restore', 'mongorestore')
  UNION
  SELECT command.document
  FROM command
  CROSS JOIN command_resource
    ON command_resource.command = command.id AND command_resource.kind = 'database' AND command_resource.access = 'write'
  WHERE command.program IN ('psql', 'mysql')
),
unused AS MATERIALIZED (
  SELECT command.id, command.document, command.line, command.quote, tool.what
  FROM tool
  CROSS JOIN command ON command.program = tool.program AND command.subcommand = tool.subcommand
  WHERE NOT EXISTS (
      SELECT 1 FROM command AS back
      WHERE back.program IN (tool.restorer, tool.other) AND back.subcommand GLOB tool.verb
        AND (tool.verb <> 'clone' OR instr(back.text, '.bundle'))
        AND (tool.verb <> 'elasticache create-*' OR (instr(back.text, '--snapshot') AND back.subcommand <> tool.subcommand))
    )
    AND command.document IN (SELECT document FROM restores)
    AND command.id NOT IN (SELECT command FROM drill_command)
    -- A script of that name may do it.
    AND NOT EXISTS (
      SELECT 1 FROM command AS script
      WHERE script.document = command.document AND instr(script.program, '/') AND script.program LIKE '%restore%'
    )
)
SELECT
  backup_policy.document || '/line-' || backup_policy.line AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'backups of etcd (' || backup_policy.subject || ') are stated, and the control plane is a managed one ("' || managed.value
  || '"), whose etcd nobody but the provider can restore (inferred)' AS message,
  json_array(
    json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote),
    json_object('file', managed.document, 'line', managed.line, 'quote', managed.quote)
  ) AS evidence,
  'name the mechanism that copies the objects of the cluster, and the procedure that restores them' AS fix
FROM topic
JOIN backup_policy ON backup_policy.id = topic.id
JOIN managed ON managed.document = backup_policy.document
WHERE topic.fact = 'backup_policy' AND topic.topic = 'etcd'
GROUP BY backup_policy.id
UNION ALL
SELECT
  document || '/unused',
  NULL,
  'warn',
  'nothing restores what is backed up here: ' || group_concat(what || ' (line ' || line || ')', ', '),
  json_group_array(json_object('file', document, 'line', line, 'quote', quote)),
  NULL
FROM unused
GROUP BY document
ORDER BY subject
