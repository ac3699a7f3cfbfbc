-- id: BKP-03
-- severity: high
-- title: Backups do not stand beside what they protect
-- why: What takes the system takes the backups on the same disk, in the same cluster and in the same region along.
-- fix: Copy the backups to another region and another account, and say so beside each.
-- controls: NIST SP 800-53r5 CP-06(01); NIST SP 800-53r5 CP-09(03); NIST SP 800-53r5 CP-07(01); SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 9.4.1.1; DORA 12(3); FFIEC BCM IV.A
WITH near AS (
  SELECT backup_policy.*
  FROM backup_policy
  WHERE backup_policy.mechanism = 'schedule' AND backup_policy.every_s > 0
    -- What is said of one backup stands below it.
    AND NOT EXISTS (
      SELECT 1 FROM fact
      WHERE fact.file = backup_policy.document AND fact.kind = 'backup.offsite'
        AND fact.line BETWEEN backup_policy.line AND backup_policy.line + 4
    )
    AND NOT EXISTS (
      SELECT 1 FROM topic
      WHERE topic.fact = 'backup_policy' AND topic.id = backup_policy.id AND topic.topic = 'region'
    )
)
SELECT
  near.document AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the scenario "' || scenario.title || '" loses the region; only "' || away.value
  || '" is said to be copied out of it, of these backups nothing is said: ' || group_concat(near.subject, ', ')
  || ' (inferred)' AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote) AS value
      UNION ALL
      SELECT json_object('file', away.file, 'line', away.line, 'quote', away.quote)
      UNION ALL
      SELECT json_object('file', other.file, 'line', other.line, 'quote', other.quote)
      FROM near AS other
      WHERE other.document = near.document
    )
  ) AS evidence,
  NULL AS fix
FROM (SELECT * FROM near ORDER BY line) AS near
JOIN scenario ON scenario.id = (
  SELECT min(topic.id) FROM topic
  WHERE topic.document = near.document AND topic.fact = 'scenario' AND topic.topic = 'region'
)
-- A plan that says it of one backup means something by not saying it of the others.
JOIN fact AS away ON away.id = (
  SELECT min(fact.id) FROM fact WHERE fact.file = near.document AND fact.kind = 'backup.offsite'
)
GROUP BY near.document
UNION ALL
SELECT
  fact.file || '/line-' || fact.line,
  NULL,
  'warn',
  'the backups are kept beside what they protect ("' || fact.value || '"); the scenario "' || scenario.title
  || '" takes both (inferred)',
  json_array(
    json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote),
    json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote)
  ),
  NULL
FROM fact
JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id AND topic.topic = 'beside'
JOIN scenario ON scenario.id = (
  SELECT min(topic.id) FROM topic
  WHERE topic.document = fact.file AND topic.fact = 'scenario'
    AND topic.topic IN ('region', 'cluster', 'infrastructure', 'everything')
)
WHERE fact.kind = 'backup.storage'
  AND instr(fact.value, '://') = 0
  -- "local and S3" is in two places.
  AND NOT EXISTS (
    SELECT 1 FROM topic AS also
    WHERE also.fact = 'fact' AND also.id = fact.id AND also.topic IN ('files', 'region')
  )
ORDER BY subject
