-- id: RPO-01
-- severity: critical
-- title: Backups are made often enough for the recovery point objective
-- why: What was written since the last backup is lost. When backups are further apart than the objective allows, the objective cannot be met even if everything works.
-- fix: Back up at least as often as the objective says, restore from a log or replica that reaches further, or change the objective.
-- controls: NIST SP 800-53r5 CP-09a.; NIST SP 800-53r5 CP-06(02)[02]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 12.10.1; DORA 12(1)(a); FFIEC BCM IV.A
WITH stated AS (
  SELECT
    objective.*,
    backup_policy.every_s,
    backup_policy.subject,
    backup_policy.file AS policy_file,
    backup_policy.line AS policy_line,
    backup_policy.quote AS policy_quote,
    coverage.basis,
    row_number() OVER (PARTITION BY objective.id ORDER BY backup_policy.every_s, backup_policy.id) AS place,
    coalesce((
      SELECT other.id
      FROM coverage AS also
      JOIN backup_policy AS other ON other.id = also.id
      WHERE also.fact = 'backup_policy'
        AND also.system = objective.system AND also.component = objective.component
        AND also.basis <> 'class'
        AND other.mechanism IN ('continuous', 'replication', 'version control')
      ORDER BY other.id
      LIMIT 1
    ), CASE
      WHEN backup_policy.every_s > objective.target_s
        AND (objective.id IN (SELECT id FROM logged_row WHERE fact = 'objective') OR backup_policy.id IN (SELECT id FROM logged_row WHERE fact = 'backup_policy'))
      THEN 0
    END) AS continuous
  FROM objective
  JOIN coverage
    ON coverage.fact = 'backup_policy'
    AND coverage.system = objective.system AND coverage.component = objective.component
  JOIN backup_policy ON backup_policy.id = coverage.id
  WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number'
    AND backup_policy.mechanism = 'schedule' AND backup_policy.every_s > 0
    -- A row about a mechanism ("WAL archiving") is not about the others.
    AND NOT (
      coverage.basis = 'class' AND EXISTS (
        SELECT 1 FROM component_topic
        WHERE component_topic.system = objective.system AND component_topic.component = objective.component
          AND component_topic.topic = 'copies'
      )
    )
    -- What is stateless has nothing to lose.
    AND NOT (objective.target_s = 0 AND objective.mechanism IS NOT NULL)
)
SELECT
  stated.system || '/' || stated.component AS subject,
  CASE
    WHEN every_s <= target_s THEN 'info'
    WHEN continuous IS NOT NULL OR basis = 'class' THEN 'medium'
  END AS severity,
  CASE
    WHEN every_s <= target_s THEN 'pass'
    WHEN continuous IS NOT NULL OR basis = 'class' THEN 'warn'
    ELSE 'fail'
  END AS verdict,
  'backups (' || stated.subject || ') are made every ' || every.words || ', the objective for '
  || CASE stated.label WHEN '' THEN 'the plan' ELSE stated.label END || ' is ' || target.words
  || CASE
    WHEN every_s <= target_s THEN ''
    WHEN target_s = 0 THEN ': nothing may be lost'
    ELSE ': ' || ((every_s + target_s / 2) / target_s) || ' times as long'
  END
  || CASE
    WHEN every_s > target_s AND continuous IS NOT NULL
    THEN '; the plan also names a continuous mechanism: check that the procedure restores from it'
    ELSE ''
  END
  || CASE basis WHEN 'class' THEN ' (inferred)' ELSE '' END AS message,
  json_array(
    json_object('file', stated.file, 'line', stated.line, 'quote', stated.quote),
    json_object('file', policy_file, 'line', policy_line, 'quote', policy_quote)
  ) AS evidence,
  CASE WHEN every_s > target_s THEN 'back up every ' || target.words || ' or more often, or state an objective of '
  || every.words END AS fix
FROM stated
JOIN span AS every ON every.seconds = stated.every_s
JOIN span AS target ON target.seconds = stated.target_s
WHERE stated.place = 1
UNION ALL
-- A region is lost with all copies in it: what counts is how often one leaves it.
SELECT
  objective.system || '/' || objective.component || '/elsewhere',
  NULL,
  'fail',
  'copies leave the region (' || away.subject || ') every ' || every.words || ', the objective for '
  || objective.label || ' is ' || target.words || ': ' || ((away.every_s + objective.target_s / 2) / objective.target_s)
  || ' times as long',
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', away.file, 'line', away.line, 'quote', away.quote)
  ),
  'copy to the other region every ' || target.words || ' or more often, or state an objective of ' || every.words
FROM objective
JOIN component_topic AS lost
  ON lost.system = objective.system AND lost.component = objective.component AND lost.topic = 'region'
JOIN backup_policy AS away ON away.id = (
  SELECT own.id FROM backup_policy AS own
  JOIN topic ON topic.fact = 'backup_policy' AND topic.id = own.id AND topic.topic = 'region'
  WHERE own.system = objective.system AND own.every_s > objective.target_s
  ORDER BY own.every_s, own.id
  LIMIT 1
)
JOIN span AS every ON every.seconds = away.every_s
JOIN span AS target ON target.seconds = objective.target_s
WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number'
  AND objective.dimension = 'scenario' AND objective.target_s > 0
  -- Another one leaves it in time.
  AND NOT EXISTS (
    SELECT 1 FROM backup_policy AS own
    JOIN topic ON topic.fact = 'backup_policy' AND topic.id = own.id AND topic.topic = 'region'
    WHERE own.system = objective.system
      AND (own.every_s IS NULL OR own.every_s <= objective.target_s)
      AND own.mechanism <> 'on demand'
  )
  -- It is held against this interval already.
  AND NOT EXISTS (
    SELECT 1 FROM stated WHERE stated.id = objective.id AND stated.place = 1 AND stated.policy_line = away.line
  )
ORDER BY subject
