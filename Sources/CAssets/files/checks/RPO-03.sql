-- id: RPO-03
-- severity: critical
-- title: Procedures restore from what can reach the recovery point objective
-- why: A log that reaches to the last minute helps nobody when the procedure restores last night's copy, or when it belongs to a database that the plan may not use.
-- fix: Write the restore from the log or replica into every procedure that the objective covers, and decide which mechanism the system has.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-10(02); SOC 2 A1.2; SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH loads (name) AS (
  VALUES ('rds restore-db-instance-from-db-snapshot'), ('rds restore-db-cluster-from-snapshot')
),
reach AS (
  SELECT
    objective.id AS objective,
    objective.system,
    min(CASE WHEN backup_policy.mechanism = 'schedule' THEN backup_policy.id END) AS scheduled,
    min(CASE WHEN backup_policy.mechanism = 'schedule' THEN backup_policy.every_s END) AS every_s,
    min(CASE WHEN backup_policy.mechanism = 'continuous' THEN backup_policy.id END) AS continuous
  FROM objective
  JOIN coverage
    ON coverage.fact = 'backup_policy' AND coverage.basis <> 'class'
    AND coverage.system = objective.system AND coverage.component = objective.component
  JOIN backup_policy ON backup_policy.id = coverage.id
  WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number'
    AND (backup_policy.mechanism = 'continuous' OR backup_policy.every_s > objective.target_s)
  GROUP BY objective.id
)
SELECT
  objective.system || '/' || objective.component AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the recovery point objective of ' || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ', ' || target.words || ', rests on a continuous mechanism, for backups are made every ' || every.words
  || '; the plan leaves open which mechanism there is' AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', continuous.file, 'line', continuous.line, 'quote', continuous.quote),
    json_object('file', open.file, 'line', open.line, 'quote', open.quote),
    json_object('file', scheduled.file, 'line', scheduled.line, 'quote', scheduled.quote)
  ) AS evidence,
  NULL AS fix
FROM reach
JOIN objective ON objective.id = reach.objective
JOIN backup_policy AS scheduled ON scheduled.id = reach.scheduled
JOIN backup_policy AS continuous ON continuous.id = reach.continuous
JOIN fact AS open ON open.id = (
  SELECT min(fact.id) FROM fact
  WHERE fact.file = continuous.document AND fact.kind = 'backup.conditional'
)
JOIN span AS target ON target.seconds = objective.target_s
JOIN span AS every ON every.seconds = reach.every_s
UNION ALL
-- One procedure goes to a moment; the others, which lose as much, restore copies.
SELECT
  moment.document || '/line-' || moment.line,
  NULL,
  'warn',
  'the plan restores to a point in time (line ' || moment.line || '), but '
  || group_concat('"' || coalesce(scenario.title, copy.section) || '" (line ' || copy.line || ')', ' and ')
  || CASE count(*) WHEN 1 THEN ' restores' ELSE ' restore' END
  || ' a copy; the recovery point objective of ' || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ' is ' || target.words || coalesce(', and copies are made every ' || every.words, '') || ' (inferred)',
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', command.file, 'line', command.line, 'quote', command.quote) AS value
      FROM command
      JOIN command_resource
        ON command_resource.command = command.id AND command_resource.access = 'read' AND command_resource.kind = 'snapshot'
      WHERE command.document = moment.document AND command.subcommand IN (SELECT name FROM loads)
        AND command.id NOT IN (SELECT command FROM drill_command)
      UNION ALL
      SELECT json_object('file', moment.file, 'line', moment.line, 'quote', moment.quote)
      UNION ALL
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
      UNION ALL
      SELECT json_object('file', policy.file, 'line', policy.line, 'quote', policy.quote) WHERE policy.id IS NOT NULL
    )
  ),
  'restore to a point in time in these procedures too ("aws rds restore-db-instance-to-point-in-time --use-latest-restorable-time")'
FROM (
  SELECT * FROM command
  WHERE command.program = 'aws' AND command.subcommand IN ('rds restore-db-instance-to-point-in-time', 'rds restore-db-cluster-to-point-in-time')
    AND role = 'plain'
  GROUP BY document
) AS moment
JOIN document ON document.path = moment.document
JOIN command AS copy
  ON copy.document = moment.document AND copy.role = 'plain' AND copy.subcommand IN (SELECT name FROM loads)
  AND copy.section <> moment.section
JOIN objective ON objective.id = (
  SELECT own.id FROM objective AS own
  LEFT JOIN component_topic
    ON component_topic.system = own.system AND component_topic.component = own.component AND component_topic.topic = 'database'
  WHERE own.document = moment.document AND own.kind = 'rpo' AND own.in_force = 1 AND own.state = 'number'
    AND (component_topic.topic IS NOT NULL OR own.dimension IN ('plan', 'environment'))
  ORDER BY own.target_s, own.id
  LIMIT 1
)
JOIN span AS target ON target.seconds = objective.target_s
LEFT JOIN backup_policy AS policy ON policy.id = (
  SELECT min(own.id) FROM backup_policy AS own
  JOIN topic ON topic.fact = 'backup_policy' AND topic.id = own.id AND topic.topic = 'database'
  WHERE own.document = moment.document AND own.every_s > objective.target_s
)
LEFT JOIN span AS every ON every.seconds = policy.every_s
LEFT JOIN scenario ON scenario.id = copy.scenario
WHERE (objective.target_s < 3600 OR policy.id IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM drill_section
    WHERE drill_section.document = copy.document AND copy.line BETWEEN drill_section.line AND drill_section.last_line
  )
GROUP BY moment.document
ORDER BY subject
