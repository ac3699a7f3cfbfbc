-- id: DRL-01
-- severity: high
-- title: Every objective has been tried
-- why: A recovery that nobody has carried out is a guess; most first attempts fail.
-- fix: Run a restore of the component, record its times, and put the record under drills/.
-- controls: NIST SP 800-53r5 CP-04a.[01]; SOC 2 A1.3; ISO 22301 8.5; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA 11(6); FFIEC BCM VII
WITH tried AS (
  SELECT
    objective.system,
    count(drill_component.drill) AS drills
  FROM objective
  LEFT JOIN drill_component ON drill_component.system = objective.system
  GROUP BY objective.system
)
SELECT
  objective.system || CASE tried.drills WHEN 0 THEN '' ELSE '/' || objective.component END AS subject,
  NULL AS severity,
  'fail' AS verdict,
  CASE tried.drills
    WHEN 0 THEN 'no drill, restore test or incident is on record for '
      || CASE count(DISTINCT objective.component)
        WHEN 1 THEN ''
        ELSE 'any of the ' || count(DISTINCT objective.component) || ' components of '
      END
      || system.title
    ELSE 'no drill, restore test or incident is on record for '
      || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  END
  -- A table of past drills in the plan is what it says of itself.
  || CASE
    WHEN EXISTS (SELECT 1 FROM fact WHERE fact.kind = 'drill.told' AND fact.file = objective.document)
    THEN '; what the plan tells of is no record'
    ELSE ''
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', mine.file, 'line', mine.line, 'quote', mine.quote) AS value
      FROM objective AS mine
      WHERE mine.system = objective.system AND mine.in_force = 1 AND mine.kind IN ('rto', 'rpo')
        AND (tried.drills = 0 OR mine.component = objective.component)
      UNION ALL
      SELECT json_object('file', drill_schedule.file, 'line', drill_schedule.line, 'quote', drill_schedule.quote)
      FROM drill_schedule
      WHERE drill_schedule.system = objective.system
      UNION ALL
      -- Where results are said to be written, and what the plan tells of them.
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
      FROM fact
      WHERE fact.kind IN ('metric.format', 'drill.told') AND fact.file = objective.document
    )
  ) AS evidence,
  NULL AS fix
FROM objective
JOIN system ON system.id = objective.system
JOIN tried ON tried.system = objective.system
WHERE objective.in_force = 1 AND objective.kind IN ('rto', 'rpo') AND objective.state = 'number'
  AND NOT (objective.target_s = 0 AND objective.mechanism IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM drill_component
    WHERE drill_component.system = objective.system AND drill_component.component = objective.component
  )
GROUP BY 1
ORDER BY subject
