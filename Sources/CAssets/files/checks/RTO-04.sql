-- id: RTO-04
-- severity: high
-- title: Waiting does not use the recovery time objective up
-- why: A step that may wait ten minutes has spent an objective of ten minutes before anything else is done.
-- fix: Shorten the time-outs, wait for several things at once, or state an objective that counts the waiting.
-- controls: NIST SP 800-53r5 CP-10[01]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(B); DORA 12(4); FFIEC BCM IV.A
WITH wait AS (
  SELECT
    heading.id,
    heading.title,
    heading.document,
    heading.anchor,
    sum(CAST(fact.value AS INTEGER)) AS seconds,
    json_group_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)) AS evidence
  FROM fact
  JOIN heading ON heading.id = (
    SELECT id FROM heading AS above
    WHERE above.document = fact.file AND above.line <= fact.line
    ORDER BY above.line DESC
    LIMIT 1
  )
  WHERE fact.kind = 'timeout'
  GROUP BY heading.id
),
-- A section that names a kind of component is about those; any other is about all.
late AS (
  SELECT wait.*, objective.id AS objective, objective.target_s, objective.label, objective.dimension
  FROM wait
  JOIN document ON document.path = wait.document
  JOIN objective
    ON objective.system = document.system AND objective.kind = 'rto' AND objective.in_force = 1
    AND objective.state = 'number'
  WHERE objective.target_s > 0 AND wait.seconds >= objective.target_s
    -- The time of one failure is for its own procedure.
    AND (
      objective.dimension <> 'scenario'
      OR EXISTS (
        SELECT 1 FROM heading AS own
        WHERE own.id = wait.id AND objective.document = own.document AND objective.line BETWEEN own.line AND own.last_line
      )
    )
    AND (
      NOT EXISTS (
        SELECT 1 FROM topic
        JOIN component_topic
          ON component_topic.topic = topic.topic AND component_topic.system = document.system
        WHERE topic.fact = 'heading' AND topic.id = wait.id
          AND topic.topic IN ('database', 'cache', 'search', 'files', 'cluster', 'configuration', 'application',
            'authentication', 'queue', 'network', 'infrastructure')
      )
      OR EXISTS (
        SELECT 1 FROM topic
        JOIN component_topic
          ON component_topic.topic = topic.topic
          AND component_topic.system = objective.system AND component_topic.component = objective.component
        WHERE topic.fact = 'heading' AND topic.id = wait.id
          AND topic.topic IN ('database', 'cache', 'search', 'files', 'cluster', 'configuration', 'application',
            'authentication', 'queue', 'network', 'infrastructure')
      )
    )
)
SELECT
  late.document || '/' || late.anchor AS subject,
  NULL AS severity,
  CASE WHEN max(late.dimension <> 'plan') THEN 'warn' ELSE 'fail' END AS verdict,
  'the waiting under "' || late.title || '" may take ' || (late.seconds / 60) || ' min, the recovery time objective of '
  || group_concat(
    CASE late.label WHEN '' THEN 'the plan' ELSE late.label END || ' is ' || (late.target_s / 60) || ' min', ', of '
  )
  || CASE WHEN max(late.dimension <> 'plan') THEN ' (inferred)' ELSE '' END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_each.value FROM json_each(late.evidence)
      UNION ALL
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
      FROM objective
      WHERE objective.id IN (SELECT other.objective FROM late AS other WHERE other.id = late.id)
    )
  ) AS evidence,
  NULL AS fix
FROM (SELECT * FROM late ORDER BY target_s, objective) AS late
GROUP BY late.id
ORDER BY subject
