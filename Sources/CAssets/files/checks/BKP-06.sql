-- id: BKP-06
-- severity: medium
-- title: Backups are kept for longer than an attacker waits
-- why: Ransomware is often found weeks after it came in. When the oldest copy is a week old, every copy holds it.
-- fix: Keep at least one copy for 30 days or more where nobody can change it.
-- controls: NIST SP 800-53r5 CP-09d.[01]; NIST SP 800-53r5 SI-12; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); DORA 12(3); FFIEC BCM IV.A
WITH short AS (
  SELECT backup_policy.*
  FROM backup_policy
  WHERE backup_policy.retention_s < 1209600
    -- "7 days local, 30 days remote" are two.
    AND instr(backup_policy.retention, ',') = 0 AND instr(backup_policy.retention, ';') = 0
    AND ltrim(backup_policy.retention, '0123456789') NOT GLOB '*[0-9]*'
    -- A place where copies lie is no kind of copy.
    AND (
      EXISTS (SELECT 1 FROM coverage WHERE coverage.fact = 'backup_policy' AND coverage.id = backup_policy.id)
      OR EXISTS (
        SELECT 1 FROM topic
        WHERE topic.fact = 'backup_policy' AND topic.id = backup_policy.id
          AND topic.topic IN ('database', 'cache', 'search', 'cluster', 'configuration', 'queue')
      )
    )
    -- Another copy of the same thing goes further back.
    AND NOT EXISTS (
      SELECT 1 FROM backup_policy AS longer
      WHERE longer.document = backup_policy.document AND (longer.retention_s >= 1209600 OR instr(longer.retention, ',') > 0)
        AND (
          longer.subject = backup_policy.subject
          OR EXISTS (
            SELECT 1 FROM coverage AS mine
            JOIN coverage AS its
              ON its.fact = 'backup_policy' AND its.id = longer.id
              AND its.system = mine.system AND its.component = mine.component
            WHERE mine.fact = 'backup_policy' AND mine.id = backup_policy.id
          )
        )
    )
)
SELECT
  short.document AS subject,
  'low' AS severity,
  'warn' AS verdict,
  'the scenario "' || scenario.title || '" may be found late; these are kept for less than 14 days: '
  || group_concat(short.subject || ' (' || short.retention || ')', ', ') AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote) AS value
      UNION ALL
      SELECT json_object('file', other.file, 'line', other.line, 'quote', other.quote)
      FROM short AS other
      WHERE other.document = short.document
    )
  ) AS evidence,
  NULL AS fix
FROM (SELECT * FROM short ORDER BY line) AS short
JOIN scenario ON scenario.id = (
  SELECT min(topic.id) FROM topic
  WHERE topic.document = short.document AND topic.fact = 'scenario' AND topic.topic = 'ransomware'
)
GROUP BY short.document
ORDER BY subject
