-- id: RPO-02
-- severity: critical
-- title: Every recovery point objective names what keeps it
-- why: An objective without a schedule, a log or a replica is a wish; nobody can say how much would be lost.
-- fix: State in the plan which backup, log or replica covers the component, and how often it runs.
-- controls: NIST SP 800-53r5 CP-09a.; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 12.10.1; DORA 12(1)(a); FFIEC BCM IV.A
SELECT
  objective.system || '/' || objective.component AS subject,
  CASE WHEN verdict.status = 'met' THEN 'medium' END AS severity,
  'unknown' AS verdict,
  'the recovery point objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || span.words
  || ', and the plan names no schedule, log or replica that keeps it'
  || CASE WHEN verdict.status = 'met' THEN '; the listings show that something does' ELSE '' END AS message,
  json_array(json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)) AS evidence,
  NULL AS fix
FROM objective
JOIN span ON span.seconds = objective.target_s
LEFT JOIN verdict ON verdict.objective = objective.id
WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number'
  AND NOT (objective.target_s = 0 AND objective.mechanism IS NOT NULL)
  -- What keeps a scenario's objective is stated for its components, and a drill keeps nothing.
  AND objective.dimension <> 'scenario'
  AND NOT EXISTS (
    SELECT 1 FROM component_topic
    WHERE component_topic.system = objective.system AND component_topic.component = objective.component
      AND topic IN ('drill', 'standby')
  )
  -- A heading or line on "tier 1" or "critical data" is kept by what keeps its parts, where there is any.
  AND (
    objective.dimension = 'plan' OR NOT (objective.quote GLOB '#*' OR objective.quote GLOB '[*][*]*')
    OR EXISTS (
      SELECT 1 FROM component_topic
      WHERE component_topic.system = objective.system AND component_topic.component = objective.component
    )
    OR NOT EXISTS (SELECT 1 FROM backup_policy WHERE backup_policy.document = objective.document)
  )
  -- A mechanism in brackets is held against the rest of the plan.
  AND (objective.mechanism IS NOT NULL OR objective.id NOT IN (SELECT id FROM copied_objective))
  AND NOT EXISTS (
    SELECT 1
    FROM coverage
    JOIN backup_policy ON backup_policy.id = coverage.id
    WHERE coverage.fact = 'backup_policy'
      AND coverage.system = objective.system AND coverage.component = objective.component
      AND (backup_policy.every_s IS NOT NULL OR backup_policy.mechanism <> 'schedule')
  )
UNION ALL
-- Automated backups of RDS are made once a day in their window; what reaches further are their logs.
-- Source: "Introduction to backups", Amazon RDS user guide.
SELECT
  backup_policy.document || '/line-' || backup_policy.line,
  'medium',
  'warn',
  '"' || backup_policy.subject || '" are stated to be made every ' || span.words
  || '; those are made once a day, in a window: which mechanism is meant?',
  json_array(json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote)),
  'name what makes them: the logs of the database, a job that takes snapshots, or a backup service'
FROM topic
JOIN backup_policy ON backup_policy.id = topic.id
JOIN span ON span.seconds = backup_policy.every_s
WHERE topic.fact = 'backup_policy' AND topic.topic = 'daily-window'
  AND backup_policy.mechanism = 'schedule' AND backup_policy.every_s NOT IN (0, 86400)
ORDER BY 1
