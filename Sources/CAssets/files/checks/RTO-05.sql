-- id: RTO-05
-- severity: high
-- title: Archives answer within the recovery time objective
-- why: A copy in an archive tier has to be asked for: a standard retrieval takes three to five hours before the restore can begin.
-- fix: Keep the newest copies in a tier that answers at once, and leave the archive to what is old.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-06(02)[01]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(B); DORA 12(4); FFIEC BCM IV.A
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
UNION ALL
-- A backup that a command puts into an archive.
SELECT
  command.document || '/line-' || command.line,
  NULL,
  'warn',
  'the copy of ' || objective.label || ' goes to ' || command_flag.value || ', which takes up to '
  || CASE WHEN command_flag.value GLOB '*DEEP*' THEN '12 h' ELSE '5 h' END || ' to answer; its recovery time objective is '
  || span.words || ' (inferred)',
  json_array(
    json_object('file', command.file, 'line', command.line, 'quote', command.quote),
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)
  ),
  NULL
FROM command_flag
CROSS JOIN command ON command.id = command_flag.command
CROSS JOIN document ON document.path = command.document
CROSS JOIN component_topic ON component_topic.system = document.system
  AND component_topic.topic IN ('database', 'cache', 'search', 'files', 'queue')
CROSS JOIN objective
  ON objective.system = component_topic.system AND objective.component = component_topic.component
  AND objective.kind = 'rto' AND objective.in_force = 1 AND objective.state = 'number'
  AND objective.target_s < CASE WHEN command_flag.value GLOB '*DEEP*' THEN 43200 ELSE 18000 END
JOIN span ON span.seconds = objective.target_s
WHERE command_flag.name = '--storage-class' AND command_flag.value IN ('GLACIER', 'DEEP_ARCHIVE', 'COLDLINE', 'ARCHIVE')
  -- One word names the component and what is copied.
  AND EXISTS (
    SELECT 1 FROM word
    JOIN command_resource ON command_resource.command = command.id AND command_resource.access = 'read'
    WHERE word.topic = component_topic.topic AND length(word.word) > 3
      AND instr(lower(objective.label), word.word) > 0 AND instr(lower(command_resource.name), word.word) > 0
  )
GROUP BY command.id
ORDER BY subject
