-- id: DRL-03
-- severity: high
-- title: Drills are held where the objectives hold, and all that are promised are described
-- why: A restore in staging shows that staging can be restored. Size, network, permissions and people differ where it counts.
-- fix: Run at least one drill a year in production or in a copy of its size, and write down how each promised drill is run.
-- controls: NIST SP 800-53r5 CP-04a.[02]; NIST SP 800-53r5 CP-04a.[03]; NIST SP 800-53r5 CP-04(02); SOC 2 A1.3; ISO 22301 8.5; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA 11(6); FFIEC BCM VII
WITH elsewhere AS (
  SELECT fact.file, group_concat(DISTINCT fact.value) AS environments, count(*) AS steps
  FROM fact
  WHERE fact.kind = 'drill.env'
  GROUP BY fact.file
  HAVING sum(
    NOT EXISTS (
      SELECT 1 FROM word
      WHERE word.topic = 'nonproduction' AND lower(fact.value) = word.word
    )
    OR EXISTS (SELECT 1 FROM policy_environment WHERE environment = fact.value)
  ) = 0
)
SELECT
  elsewhere.file AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'all ' || elsewhere.steps || ' steps of the drills run in ' || elsewhere.environments
  || '; the objectives are not those of ' || elsewhere.environments AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote) AS value
      FROM fact
      WHERE fact.file = elsewhere.file AND fact.kind = 'drill.env'
      UNION ALL
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
      FROM objective
      WHERE objective.document = elsewhere.file AND objective.in_force = 1 AND objective.kind = 'rto'
    )
  ) AS evidence,
  NULL AS fix
FROM elsewhere
WHERE EXISTS (
    SELECT 1 FROM objective
    WHERE objective.document = elsewhere.file AND objective.in_force = 1 AND objective.dimension <> 'environment'
  )
UNION ALL
SELECT
  drill.system || '/' || drill_component.component,
  'medium',
  'warn',
  'the only drills of ' || component.title || ' were held in '
  || group_concat(DISTINCT coalesce(drill.environment, 'an environment that the record does not name'))
  || ' or as ' || group_concat(DISTINCT drill.kind) || '; the policy asks for a ' || policy.require_kind
  || ' or more in ' || (SELECT group_concat(environment, ', ') FROM policy_environment),
  json_group_array(
    json_object('file', drill.file, 'line', drill.line, 'pointer', drill.pointer, 'quote', drill.quote)
  ),
  NULL
FROM policy
JOIN drill_kind AS least ON least.kind = policy.require_kind
JOIN drill_component
JOIN drill ON drill.id = drill_component.drill AND drill.dry_run = 0
JOIN component ON component.system = drill_component.system AND component.id = drill_component.component
JOIN drill_kind ON drill_kind.kind = drill.kind
GROUP BY drill_component.system, drill_component.component
HAVING max(
  drill_kind.strength >= least.strength AND drill.environment IN (SELECT environment FROM policy_environment)
) IS NOT 1
UNION ALL
SELECT
  drill_schedule.document || '/line-' || drill_schedule.line,
  'medium',
  'warn',
  'the plan promises "' || drill_schedule.subject || '" (' || drill_schedule.every || ') and describes only "'
  || heading.title || '"',
  json_array(
    json_object('file', drill_schedule.file, 'line', drill_schedule.line, 'quote', drill_schedule.quote),
    json_object('file', heading.file, 'line', heading.line, 'quote', heading.quote)
  ),
  'write down how "' || drill_schedule.subject || '" is run, and what it measures'
FROM drill_schedule
JOIN heading ON heading.id = (
  SELECT min(drill.id) FROM topic AS drill
  JOIN topic AS pace
    ON pace.fact = 'heading' AND pace.id = drill.id AND pace.topic IN ('weekly', 'monthly', 'quarterly', 'yearly')
  WHERE drill.document = drill_schedule.document AND drill.fact = 'heading' AND drill.topic = 'drill'
    AND EXISTS (
      -- It is described when there is something to run below it.
      SELECT 1 FROM fact
      JOIN heading AS section ON section.id = drill.id
      WHERE fact.file = section.document AND fact.line BETWEEN section.line AND section.last_line
        AND fact.kind IN ('drill.script', 'drill.env', 'drill.measure', 'step')
    )
)
WHERE drill_schedule.every_s >= 7776000
  AND drill_schedule.line NOT BETWEEN heading.line AND heading.last_line
  -- Neither its pace nor its name is a heading.
  AND NOT EXISTS (
    SELECT 1 FROM topic AS pace
    WHERE pace.document = drill_schedule.document AND pace.fact = 'heading'
      AND pace.topic = CASE WHEN drill_schedule.every_s < 20000000 THEN 'quarterly' ELSE 'yearly' END
  )
  AND NOT EXISTS (
    SELECT 1 FROM heading AS own
    WHERE own.document = drill_schedule.document AND own.line <= drill_schedule.line + 1
      AND own.line >= drill_schedule.line - 1
  )
UNION ALL
-- A namespace beside the system it is to replace, for a plan that rebuilds clusters or moves to another region.
SELECT
  command.document || '/line-' || command.line,
  NULL,
  'warn',
  'the drill runs in a namespace of the cluster that it is typed in; "' || heading.title
  || '" (line ' || heading.line || ') is about the loss of the cluster itself, which it cannot show',
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', command.file, 'line', command.line, 'quote', command.quote) AS value
      UNION ALL
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote)
      FROM command AS own
      WHERE own.document = command.document AND own.block = command.block AND own.subcommand = 'delete' AND own.program = 'kubectl'
      UNION ALL
      SELECT json_object('file', heading.file, 'line', heading.line, 'quote', heading.quote)
    )
  ),
  'run the drill in a cluster of its own, made by the procedure that is to be shown'
FROM command_resource
JOIN command ON command.id = command_resource.command AND command.program = 'kubectl'
JOIN drill_section
  ON drill_section.document = command.document AND command.line BETWEEN drill_section.line AND drill_section.last_line
JOIN heading ON heading.id = (
  SELECT min(own.id) FROM heading AS own
  JOIN topic ON topic.fact = 'heading' AND topic.id = own.id AND topic.topic IN ('cluster', 'region')
  JOIN topic AS back ON back.fact = 'heading' AND back.id = own.id AND back.topic IN ('recovery', 'failover')
  WHERE own.document = command.document
)
WHERE command_resource.kind = 'namespace' AND command_resource.access = 'create'
  AND NOT EXISTS (
    SELECT 1 FROM command AS own
    JOIN command_resource AS choice ON choice.command = own.id AND choice.access IN ('select', 'create')
      AND choice.kind IN ('cluster', 'context', 'region')
    WHERE own.document = command.document AND own.line BETWEEN drill_section.line AND drill_section.last_line
  )
GROUP BY command.id
ORDER BY subject
