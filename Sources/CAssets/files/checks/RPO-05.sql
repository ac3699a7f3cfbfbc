-- id: RPO-05
-- severity: medium
-- title: Backups are done, not only begun, within the recovery point objective
-- why: A backup that begins every day and runs for an hour leaves 25 hours to lose. An interval as long as the objective has no room for the run.
-- fix: Back up more often than the objective says, so that the run and the copy fit into the difference.
-- controls: NIST SP 800-53r5 CP-09a.; NIST SP 800-53r5 CP-09(05); NIST SP 800-53r5 CP-06(02)[02]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); DORA 12(1)(a); FFIEC BCM IV.A
SELECT
  objective.system || '/' || objective.component AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'backups (' || backup_policy.subject || ') are made every ' || span.words
  || ', as long as the recovery point objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ': the time that a backup runs is over it' || CASE coverage.basis WHEN 'class' THEN ' (inferred)' ELSE '' END
  AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote)
  ) AS evidence,
  NULL AS fix
FROM objective
JOIN coverage
  ON coverage.fact = 'backup_policy'
  AND coverage.system = objective.system AND coverage.component = objective.component
JOIN backup_policy
  ON backup_policy.id = coverage.id AND backup_policy.mechanism = 'schedule'
  AND backup_policy.every_s = objective.target_s
JOIN span ON span.seconds = objective.target_s
WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number' AND objective.target_s > 0
  AND objective.id NOT IN (SELECT id FROM logged_row WHERE fact = 'objective')
  AND backup_policy.id NOT IN (SELECT id FROM logged_row WHERE fact = 'backup_policy')
  -- Another one that is closer has room.
  AND NOT EXISTS (
    SELECT 1 FROM coverage AS also
    JOIN backup_policy AS other ON other.id = also.id
    WHERE also.fact = 'backup_policy' AND also.system = objective.system AND also.component = objective.component
      AND (other.mechanism IN ('continuous', 'replication', 'version control') OR other.every_s < objective.target_s)
  )
GROUP BY objective.id
ORDER BY subject
