-- id: RTO-05
-- severity: high
-- title: Archives answer within the recovery time objective
-- why: A copy in an archive tier has to be asked for: a standard retrieval takes three to five hours before the restore can begin.
-- fix: Keep the newest copies in a tier that answers at once, and leave the archive to what is old.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-6(2)[01]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(B); DORA 12(4); FFIEC BCM IV.A
-- Source of the time: "Archive retrieval options", Amazon S3 user guide; 18000 s are its five hours.
SELECT
  backup_policy.document || '/line-' || backup_policy.line AS subject,
  -- Where other copies are nearer, only the old ones are late.
  CASE WHEN count(nearer.id) THEN 'medium' END AS severity,
  CASE WHEN count(nearer.id) OR max(coverage.basis = 'class') THEN 'warn' ELSE 'fail' END AS verdict,
  'the copies of ' || backup_policy.subject || ' lie in an archive that takes 3 to 5 h to answer, the recovery time objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || span.words
  || CASE WHEN max(coverage.basis = 'class') THEN ' (inferred)' ELSE '' END AS message,
  json_array(
    json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote),
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
  ) AS evidence,
  NULL AS fix
FROM topic
JOIN backup_policy ON backup_policy.id = topic.id
JOIN coverage ON coverage.fact = 'backup_policy' AND coverage.id = backup_policy.id
JOIN objective
  ON objective.system = coverage.system AND objective.component = coverage.component
  AND objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
JOIN span ON span.seconds = objective.target_s
LEFT JOIN coverage AS also
  ON also.fact = 'backup_policy' AND also.id <> backup_policy.id
  AND also.system = objective.system AND also.component = objective.component
LEFT JOIN backup_policy AS nearer
  ON nearer.id = also.id
  AND NOT EXISTS (
    SELECT 1 FROM topic AS other
    WHERE other.fact = 'backup_policy' AND other.id = nearer.id AND other.topic = 'archive'
  )
WHERE topic.fact = 'backup_policy' AND topic.topic = 'archive' AND objective.target_s < 18000
GROUP BY backup_policy.id
HAVING objective.target_s = min(objective.target_s)
ORDER BY subject
