-- id: BKP-01
-- severity: medium
-- title: What is kept is made, and kept for one time
-- why: A retention of twelve months for monthly copies says nothing when no job makes monthly copies. Two retentions for one thing leave open how far back a restore can go.
-- fix: Add the job whose copies are kept, or take the retention out; state one retention for each kind of copy.
-- controls: NIST SP 800-53r5 CP-09a.; NIST SP 800-53r5 SI-12; SOC 2 A1.2; ISO 22301 7.5.3; HIPAA 164.308(a)(7)(ii)(A); DORA 12(1)(a); FFIEC BCM IV.A
WITH kept AS (
  SELECT
    backup_policy.*,
    topic.topic AS cadence,
    CASE topic.topic WHEN 'weekly' THEN 604800 WHEN 'monthly' THEN 2592000 WHEN 'quarterly' THEN 7776000 ELSE 31536000 END
    AS cadence_s
  FROM topic
  JOIN backup_policy ON backup_policy.id = topic.id
  WHERE topic.fact = 'backup_policy' AND topic.topic IN ('weekly', 'monthly', 'quarterly', 'yearly')
    AND backup_policy.every_s IS NULL AND backup_policy.retention IS NOT NULL
    AND backup_policy.mechanism = 'schedule'
),
idle AS (
  SELECT kept.*, made.id AS made
  FROM kept
  JOIN backup_policy AS made ON made.id = (
    -- The nearest job of the same thing, at another pace.
    SELECT CAST(substr(min(printf('%09d %d', abs(job.line - kept.line), job.id)), 11) AS INTEGER) FROM backup_policy AS job
    JOIN coverage AS mine ON mine.fact = 'backup_policy' AND mine.id = kept.id
    JOIN coverage AS its
      ON its.fact = 'backup_policy' AND its.id = job.id
      AND its.system = mine.system AND its.component = mine.component
    WHERE job.document = kept.document AND job.every_s > 0
  )
  WHERE NOT EXISTS (
    SELECT 1 FROM backup_policy AS job
    WHERE job.document = kept.document AND job.every_s BETWEEN kept.cadence_s / 2 AND kept.cadence_s * 3 / 2
  )
)
SELECT
  idle.document AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'a retention is stated for copies that no job makes: '
  || group_concat('"' || idle.subject || '" is kept for ' || idle.retention, ', ')
  || '; the job stated beside runs every ' || span.words AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', other.file, 'line', other.line, 'quote', other.quote) AS value
      FROM idle AS other WHERE other.document = idle.document
      UNION ALL
      SELECT json_object('file', made.file, 'line', made.line, 'quote', made.quote)
    )
  ) AS evidence,
  NULL AS fix
FROM (SELECT * FROM idle ORDER BY line) AS idle
JOIN backup_policy AS made ON made.id = idle.made
JOIN span ON span.seconds = made.every_s
GROUP BY idle.document
UNION ALL
SELECT
  one.document || '/line-' || one.line,
  NULL,
  'warn',
  'two retentions are stated for one thing ("' || one.subject || '"): ' || one.retention || ', and '
  || other.retention || '; how far back a restore can go is open',
  json_array(
    json_object('file', one.file, 'line', one.line, 'quote', one.quote),
    json_object('file', other.file, 'line', other.line, 'quote', other.quote)
  ),
  NULL
FROM backup_policy AS one
JOIN backup_policy AS other
  ON other.document = one.document AND other.id > one.id AND other.subject = one.subject
  AND other.retention_s <> one.retention_s
WHERE (one.every_s IS NULL OR other.every_s IS NULL OR one.every_s = other.every_s)
  AND coalesce(one.environment, '') = coalesce(other.environment, '')
  AND one.mechanism = other.mechanism
  -- Copies of several paces are kept for several times.
  AND NOT EXISTS (
    SELECT 1 FROM topic
    WHERE topic.fact = 'backup_policy' AND topic.id IN (one.id, other.id)
      AND topic.topic IN ('weekly', 'monthly', 'quarterly', 'yearly')
  )
ORDER BY subject
