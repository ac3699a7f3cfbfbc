-- id: PRC-02
-- severity: medium
-- title: Procedures name no moment of the past
-- why: A restore time that was copied into a command restores to that moment for ever, and fails once it has left the retention.
-- fix: Put a placeholder in its place, and a step before it that finds the value.
-- controls: NIST SP 800-53r5 CP-10(04); SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
WITH literal AS (
  SELECT
    fact.*,
    substr(fact.value, 1, 10) AS day,
    (
      SELECT id FROM backup_policy
      WHERE backup_policy.document = fact.file AND retention_s IS NOT NULL
      ORDER BY retention_s DESC, id
      LIMIT 1
    ) AS policy
  FROM fact
  WHERE kind = 'literal.time' AND fact.value GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*'
)
SELECT
  literal.file || '/line-' || literal.line AS subject,
  NULL AS severity,
  -- No managed database goes back further than 35 days.
  CASE
    WHEN julianday(build.as_of / 1000, 'unixepoch') - julianday(literal.day)
      > coalesce(backup_policy.retention_s / 86400, 35) THEN 'fail'
    ELSE 'warn'
  END AS verdict,
  'the command restores to ' || literal.value || ', '
  || CAST(julianday(build.as_of / 1000, 'unixepoch') - julianday(literal.day) AS INTEGER) || ' d ago'
  || CASE
    WHEN backup_policy.id IS NULL THEN '; no retention is stated'
    ELSE '; copies are kept for ' || backup_policy.retention || ', so it is out of reach after '
      || date(literal.day, '+' || (backup_policy.retention_s / 86400) || ' days')
  END AS message,
  CASE WHEN backup_policy.id IS NULL
    THEN json_array(json_object('file', literal.file, 'line', literal.line, 'quote', literal.quote))
    ELSE json_array(
      json_object('file', literal.file, 'line', literal.line, 'quote', literal.quote),
      json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote)
    )
  END AS evidence,
  'write "<restore time>" in its place' AS fix
FROM build
JOIN literal
LEFT JOIN backup_policy ON backup_policy.id = literal.policy
ORDER BY literal.file, literal.line
