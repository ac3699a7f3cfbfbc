-- id: OBJ-03
-- severity: high
-- title: What has an objective is backed up and recovered, and what is backed up has an objective
-- why: A component that has a target but no backup, scenario or procedure was promised and forgotten.
-- fix: Add the component to a backup and to a scenario, or take its objective out.
-- controls: NIST SP 800-53r5 CP-02a.01; NIST SP 800-53r5 CP-02(08); NIST SP 800-53r5 CP-09a.; SOC 2 A1.2; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 12.10.1; DORA 12(1)(a); FFIEC BCM III.A
WITH bare AS MATERIALIZED (
  SELECT objective.id
  FROM objective
  WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number'
    AND objective.dimension IN ('component', 'service', 'data')
    AND NOT (objective.target_s = 0 AND objective.mechanism IS NOT NULL)
    AND objective.id NOT IN (SELECT id FROM copied_objective)
    -- "Tier 1" and "hot standby" are no components.
    AND (
      EXISTS (SELECT 1 FROM system WHERE system.id = objective.system AND system.configured = 1)
      OR EXISTS (
        SELECT 1 FROM component_topic
        WHERE component_topic.system = objective.system AND component_topic.component = objective.component
          AND topic IN ('database', 'cache', 'search', 'files', 'configuration', 'code', 'application', 'authentication',
            'queue', 'recommendations')
      )
    )
    -- "Critical services" are what the whole plan is about.
    AND NOT (
      EXISTS (SELECT 1 FROM word WHERE word.topic GLOB 'rank-*' AND instr(lower(objective.label), word.word) > 0)
      AND NOT EXISTS (
        SELECT 1 FROM component_topic
        WHERE component_topic.system = objective.system AND component_topic.component = objective.component
          AND topic IN ('database', 'cache', 'search', 'files', 'configuration', 'code', 'queue', 'recommendations')
      )
    )
    -- A list of objectives alone has left out everything, not this one.
    AND (
      EXISTS (SELECT 1 FROM backup_policy WHERE backup_policy.system = objective.system)
      OR EXISTS (SELECT 1 FROM scenario WHERE scenario.document = objective.document)
    )
    AND NOT EXISTS (
      SELECT 1 FROM coverage
      WHERE coverage.system = objective.system AND coverage.component = objective.component
        AND coverage.fact IN ('backup_policy', 'scenario') AND coverage.basis <> 'whole'
    )
)
SELECT
  objective.system || '/' || objective.component AS subject,
  NULL AS severity,
  'fail' AS verdict,
  CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ' has an objective for its data, and no backup and no scenario of the plan speaks of it' AS message,
  json_array(json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)) AS evidence,
  NULL AS fix
FROM bare
JOIN objective ON objective.id = bare.id
-- One word names the component and what a command copies.
WHERE NOT EXISTS (
    SELECT 1 FROM component_topic
    CROSS JOIN word
      ON word.topic = component_topic.topic AND length(word.word) > 3 AND instr(lower(objective.label), word.word) > 0
    CROSS JOIN command ON command.document = objective.document
    CROSS JOIN command_resource
      ON command_resource.command = command.id AND command_resource.access IN ('read', 'write', 'create')
      AND command_resource.kind NOT IN ('service', 'script', 'host') AND instr(lower(command_resource.name), word.word) > 0
    WHERE component_topic.system = objective.system AND component_topic.component = objective.component
  )
UNION ALL
SELECT
  asset.system || '/' || asset.component,
  'medium',
  'warn',
  'the listing of ' || asset.format || ' has backups of ' || asset.key || ', and no plan states an objective for '
  || asset.component,
  json_array(json_object('file', backup.inventory, 'pointer', min(backup.pointer), 'quote', asset.key)),
  'state an objective for ' || asset.component
FROM asset
JOIN backup ON backup.asset = asset.id
WHERE asset.component IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM objective
    WHERE objective.system = asset.system AND objective.component = asset.component
  )
GROUP BY asset.id
ORDER BY subject
