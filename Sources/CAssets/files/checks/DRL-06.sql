-- id: DRL-06
-- severity: critical
-- title: A drill leaves alone what a failover needs
-- why: A drill that cleans up with "destroy" in the place of the standby leaves the system without one until the next drill.
-- fix: Run the drill in a place of its own, with a name that no recovery uses, and destroy only that.
-- controls: NIST SP 800-53r5 CP-04a.[03]; NIST SP 800-53r5 CP-04(02); NIST SP 800-53r5 CP-09(02); SOC 2 A1.3; ISO 22301 8.5; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA RTS 25(2)(c); FFIEC BCM VII
WITH gone AS MATERIALIZED (
  SELECT command.id, command.document, command.block, command.line, command.quote, command_resource.kind, command_resource.name
  FROM command_resource
  JOIN command ON command.id = command_resource.command
  WHERE command_resource.access = 'destroy'
    AND command_resource.kind IN ('workspace', 'cluster', 'namespace', 'database', 'instance', 'bucket', 'service', 'release',
      'volume', 'dns')
    AND command_resource.name NOT GLOB '*[*$<{]*'
    AND command.id IN (SELECT command FROM drill_command)
),
needed AS MATERIALIZED (
  SELECT gone.id, min(command.id) AS command
  FROM gone
  JOIN command ON command.document = gone.document AND command.role <> 'setting'
  JOIN command_resource AS used
    ON used.command = command.id AND used.kind = gone.kind AND used.name = gone.name
    AND used.access IN ('read', 'write', 'in', 'select')
  WHERE command.id NOT IN (SELECT command FROM drill_command)
  GROUP BY gone.id
)
SELECT
  gone.document || '/line-' || gone.line AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the drill destroys the ' || gone.kind || ' "' || gone.name || '", in which the recovery works (line ' || command.line
  || ')' || CASE WHEN made.id IS NULL THEN '; nothing in the recovery makes it again' ELSE '' END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', gone.document, 'line', gone.line, 'quote', gone.quote) AS value
      UNION ALL
      SELECT json_object('file', command.file, 'line', command.line, 'quote', command.quote)
      UNION ALL
      SELECT json_object('file', chosen.file, 'line', chosen.line, 'quote', chosen.quote)
      FROM command AS chosen
      JOIN command_resource AS choice ON choice.command = chosen.id AND choice.access = 'select' AND choice.name = gone.name
      WHERE chosen.document = gone.document AND chosen.block = gone.block
    )
  ) AS evidence,
  NULL AS fix
FROM needed
JOIN gone ON gone.id = needed.id
JOIN command ON command.id = needed.command
LEFT JOIN command AS made ON made.id = (
  SELECT min(own.id) FROM command AS own
  JOIN command_resource ON command_resource.command = own.id
    AND command_resource.access IN ('create', 'write') AND command_resource.kind = gone.kind
    AND command_resource.name = gone.name
  WHERE own.document = gone.document AND own.section = command.section
)
ORDER BY gone.id
