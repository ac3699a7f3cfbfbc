-- id: PRC-09
-- severity: high
-- title: Steps stand in the order in which they work
-- why: When the address is moved before there is anything to answer, users get errors from the new place as well, and their caches keep them there.
-- fix: Begin with capacity and data, look whether the new place answers, and move the address last.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-02a.05; SOC 2 CC7.5; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH address AS MATERIALIZED (
  SELECT command.id, command.document, command.block, command.line, command.quote, command.section
  FROM command_resource
  JOIN command ON command.id = command_resource.command AND command.role = 'plain'
  WHERE command_resource.kind = 'dns' AND command_resource.access = 'write'
),
late AS MATERIALIZED (
  -- What makes the new place ready comes after, and nothing of it before.
  SELECT address.*, min(ready.id) AS ready
  FROM address
  JOIN command AS ready
    ON ready.document = address.document AND ready.block = address.block AND ready.id > address.id AND ready.role = 'plain'
  WHERE (
      (ready.program = 'kubectl' AND ready.subcommand = 'scale' AND ready.text NOT GLOB '*--replicas=0*')
      OR (ready.program = 'kubectl' AND ready.subcommand IN ('apply', 'create'))
      OR (ready.program = 'helm' AND ready.subcommand IN ('install', 'upgrade'))
      OR (ready.program IN ('terraform', 'tofu') AND ready.subcommand = 'apply')
      OR ready.subcommand IN ('ecs update-service', 'autoscaling set-desired-capacity', 'autoscaling update-auto-scaling-group',
        'rds promote-read-replica', 'rds restore-db-instance-from-db-snapshot')
    )
  GROUP BY address.id
)
SELECT
  late.document || '/line-' || late.line AS subject,
  NULL AS severity,
  CASE WHEN ready.subcommand = 'scale' THEN 'fail' ELSE 'warn' END AS verdict,
  'the address is moved (line ' || late.line || ') before what it leads to is there (line ' || ready.line || ')' AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', late.document, 'line', late.line, 'quote', late.quote) AS value
      UNION ALL
      SELECT json_object('file', command.file, 'line', command.line, 'quote', command.quote)
      FROM command
      WHERE command.document = late.document AND command.block = late.block AND command.id >= late.ready
        AND command.program <> 'echo' AND command.role = 'plain'
    )
  ) AS evidence,
  'move the step of line ' || late.line || ' behind the last check' AS fix
FROM late
JOIN command AS ready ON ready.id = late.ready
ORDER BY late.id
