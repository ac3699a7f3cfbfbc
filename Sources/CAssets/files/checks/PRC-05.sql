-- id: PRC-05
-- severity: high
-- title: Commands work on what they are meant for
-- why: A write that does not name its namespace, cluster or host goes to whatever the terminal was last used for. In an outage that is often the wrong one.
-- fix: Name the target in every command that changes something, as the commands that only look do.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-10(04); SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
WITH space AS MATERIALIZED (
  -- The namespace of a plan that names one, and no other.
  SELECT command.document, min(command_resource.name) AS name, min(command.id) AS command
  FROM command_resource
  JOIN command ON command.id = command_resource.command AND command.program IN ('kubectl', 'oc')
  WHERE command_resource.kind = 'namespace' AND command_resource.access = 'in' AND command_resource.name GLOB '[a-z]*' AND command_resource.name NOT GLOB '*[$<{]*'
    AND command_resource.name NOT IN ('kube-system', 'velero', 'argocd', 'monitoring', 'default', 'ingress-nginx', 'cert-manager')
  GROUP BY command.document
  HAVING count(DISTINCT command_resource.name) = 1
),
chosen AS MATERIALIZED (
  -- Documents in which the namespace is chosen once for all that follows.
  SELECT DISTINCT document FROM command
  WHERE program IN ('kubens', 'kubectx')
    OR (program = 'kubectl' AND subcommand IN ('config set-context', 'ns') AND instr(text, '--namespace'))
    OR (program = 'oc' AND subcommand = 'project')
),
astray AS MATERIALIZED (
  SELECT command.id, command.document, command.line, command.quote, space.name, space.command AS other
  FROM command
  CROSS JOIN space ON space.document = command.document
  WHERE command.program IN ('kubectl', 'oc')
    AND command.subcommand IN ('scale', 'set env', 'set image', 'patch', 'delete', 'rollout restart', 'rollout undo', 'edit',
      'annotate', 'label', 'expose', 'autoscale', 'wait')
    AND instr(command.text, ' -n') = 0 AND instr(command.text, '--namespace') = 0 AND instr(command.text, ' -A') = 0
    AND instr(command.text, '--all-namespaces') = 0 AND instr(command.text, ' -f ') = 0 AND instr(command.text, ' -k ') = 0
    AND (
      command.subcommand = 'wait'
      OR EXISTS (
        SELECT 1 FROM command_resource
        WHERE command_resource.command = command.id
          AND command_resource.access IN ('write', 'destroy', 'create') AND command_resource.kind IN ('service', 'secret')
      )
    )
    -- Kinds that lie in no namespace.
    AND instr(command.text, ' node') = 0 AND instr(command.text, ' namespace') = 0 AND instr(command.text, ' ns ') = 0
    AND instr(command.text, ' pv ') = 0 AND instr(command.text, ' clusterrole') = 0 AND instr(command.text, ' crd') = 0
    AND command.document NOT IN (SELECT document FROM chosen)
),
away AS MATERIALIZED (
  -- A procedure that goes to another region, and then changes a cluster that it has not chosen.
  SELECT
    command.document, command.block, command.line, command.quote, command_resource.name AS region,
    min(moved.id) AS moved
  FROM command_resource
  JOIN command ON command.id = command_resource.command
  JOIN scenario ON scenario.id = command.scenario
  JOIN topic ON topic.fact = 'scenario' AND topic.id = scenario.id AND topic.topic IN ('region', 'failover')
  JOIN command AS moved
    ON moved.document = command.document AND moved.block = command.block AND moved.id > command.id
    AND moved.program IN ('kubectl', 'helm', 'oc')
    AND instr(moved.text, '--context') = 0 AND instr(moved.text, '--kubeconfig') = 0 AND instr(moved.text, '--cluster') = 0
  JOIN command_resource AS written ON written.command = moved.id AND written.access IN ('write', 'create', 'destroy')
  WHERE command_resource.kind = 'region' AND command_resource.access = 'select' AND command_resource.name NOT GLOB '*[$<]*'
    AND NOT EXISTS (
      SELECT 1 FROM command AS chosen
      JOIN command_resource AS choice ON choice.command = chosen.id AND choice.access = 'select'
        AND choice.kind IN ('cluster', 'context')
      WHERE chosen.document = command.document AND chosen.scenario = command.scenario
    )
    AND NOT EXISTS (
      SELECT 1 FROM variable
      WHERE variable.document = command.document AND variable.name IN ('KUBECONFIG', 'KUBE_CONTEXT') AND variable.access = 'set'
    )
  GROUP BY command.document, command.block
),
host AS MATERIALIZED (
  -- Backups of a database go to a host; its restore names none.
  SELECT dump.document, min(dump.id) AS dump, place.name, min(load.id) AS load
  FROM command AS dump
  JOIN command_resource AS place ON place.command = dump.id AND place.kind = 'host' AND place.access = 'in'
  JOIN command AS load ON load.document = dump.document AND load.id > dump.id
    AND load.program IN ('psql', 'pg_restore', 'dropdb', 'createdb', 'mysql', 'mongorestore')
  JOIN command_resource AS target
    ON target.command = load.id AND target.kind = 'database' AND target.access IN ('write', 'destroy')
    AND target.name NOT LIKE '%test%'
  WHERE dump.program IN ('pg_dump', 'pg_dumpall', 'mysqldump', 'mongodump')
    AND place.name NOT IN ('localhost', '127.0.0.1') AND place.name NOT GLOB '*/*'
    AND load.parent IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM command_resource WHERE command_resource.command = load.id AND command_resource.kind IN ('host', 'instance')
    )
    AND instr(load.text, ' -h') = 0 AND instr(load.text, '--host') = 0 AND instr(load.text, '://') = 0
    AND NOT EXISTS (
      SELECT 1 FROM variable
      WHERE variable.document = dump.document AND variable.name IN ('PGHOST', 'MYSQL_HOST', 'PGSERVICE') AND variable.access = 'set'
    )
  GROUP BY dump.document
),
inside AS MATERIALIZED (
  -- A pod is stopped, and its data directory is written to on the machine of whoever types.
  SELECT stop.document, stop.block, min(stop.id) AS stop, min(write.id) AS write, min(place.name) AS name
  FROM command AS stop
  JOIN command AS write
    ON write.document = stop.document AND write.block = stop.block AND write.id > stop.id AND write.parent IS NULL
  JOIN command_resource AS place
    ON place.command = write.id AND place.access IN ('write', 'create', 'destroy') AND place.kind = 'file'
    AND place.name GLOB '/var/lib/[a-z]*'
  WHERE stop.program = 'kubectl' AND stop.subcommand = 'scale' AND stop.text GLOB '*--replicas=0*'
    AND write.program NOT IN ('kubectl', 'ssh', 'docker')
  GROUP BY stop.document, stop.block
)
SELECT
  document || '/namespace' AS subject,
  NULL AS severity,
  'fail' AS verdict,
  count(*) || CASE count(*) WHEN 1 THEN ' command that acts on the cluster names' ELSE ' commands that act on the cluster name' END
  || ' no namespace; the others work in "' || name || '" (line '
  || (SELECT line FROM command WHERE id = other) || ')' AS message,
  json_insert(
    json_group_array(json_object('file', document, 'line', line, 'quote', quote)),
    '$[#]',
    json((SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote) FROM command AS own WHERE own.id = astray.other))
  ) AS evidence,
  'add "-n ' || name || '" to each' AS fix
FROM (SELECT * FROM astray ORDER BY document, id) AS astray
GROUP BY document
UNION ALL
SELECT
  away.document || '/line-' || moved.line,
  NULL,
  'fail',
  'the procedure goes to ' || away.region || ' (line ' || away.line || '), but kubectl still talks to the cluster of before'
  || coalesce('; ' || unused.name || ' (line ' || unused.line || ') is set and nothing reads it', ''),
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', moved.file, 'line', moved.line, 'quote', moved.quote) AS value
      UNION ALL
      SELECT json_object('file', away.document, 'line', away.line, 'quote', away.quote)
      UNION ALL
      SELECT json_object('file', command.file, 'line', command.line, 'quote', command.quote)
      FROM command
      WHERE command.document = away.document AND command.line = unused.line AND command.block = away.block
    )
  ),
  'choose the cluster before, for example with "aws eks update-kubeconfig" or "kubectl config use-context"'
FROM away
JOIN command AS moved ON moved.id = away.moved
-- What was set for it, and nothing reads.
LEFT JOIN variable AS unused ON unused.id = (
  SELECT min(own.id) FROM variable AS own
  WHERE own.document = away.document AND own.block = away.block AND own.access = 'set' AND own.name GLOB '*[CK][LU][UB][SE]*'
    AND NOT EXISTS (
      SELECT 1 FROM variable AS use
      WHERE use.document = own.document AND use.name = own.name AND use.access = 'used'
    )
)
UNION ALL
SELECT
  host.document || '/host',
  'medium',
  'warn',
  'the backup is taken from the host "' || host.name || '", and the restore names none: it works on the machine where it is typed',
  json_array(
    json_object('file', load.file, 'line', load.line, 'quote', load.quote),
    json_object('file', dump.file, 'line', dump.line, 'quote', dump.quote)
  ),
  'name the same host in the restore'
FROM host
JOIN command AS dump ON dump.id = host.dump
JOIN command AS load ON load.id = host.load
UNION ALL
SELECT
  inside.document || '/line-' || write.line,
  'medium',
  'fail',
  'the pod is stopped (line ' || stop.line || '), and "' || inside.name
  || '" is written on the machine where the command is typed, not in its volume',
  json_array(
    json_object('file', write.file, 'line', write.line, 'quote', write.quote),
    json_object('file', stop.file, 'line', stop.line, 'quote', stop.quote)
  ),
  'run the step in a pod that mounts the volume'
FROM inside
JOIN command AS stop ON stop.id = inside.stop
JOIN command AS write ON write.id = inside.write
UNION ALL
SELECT subject, severity, verdict, message, evidence, fix FROM known_bad_finding WHERE rule = 'PRC-05'
ORDER BY subject
