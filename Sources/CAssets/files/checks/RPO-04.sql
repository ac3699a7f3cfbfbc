-- id: RPO-04
-- severity: high
-- title: What rests on replication survives what is replicated
-- why: A replica repeats a deletion and a corrupted row within seconds. Only a copy from before goes back behind it.
-- fix: State which backup or log goes back behind a corruption, how much is lost then, and how far the replica may lag.
-- controls: NIST SP 800-53r5 CP-06(02)[02]; NIST SP 800-53r5 CP-09(01)[02]; SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(A); DORA 12(2); FFIEC BCM IV.A
SELECT
  objective.system || '/' || objective.component AS subject,
  NULL AS severity,
  CASE coverage.basis WHEN 'class' THEN 'warn' ELSE 'fail' END AS verdict,
  'the recovery point objective of ' || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END
  || ', ' || span.words || ', rests on replication; the scenario "' || scenario.title
  || '" is replicated too, and no log or backup is stated that goes back before it within ' || span.words
  || CASE coverage.basis WHEN 'class' THEN ' (inferred)' ELSE '' END AS message,
  json_array(
    json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote),
    json_object('file', replica.file, 'line', replica.line, 'quote', replica.quote),
    json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote)
  ) AS evidence,
  'state for "' || scenario.title || '" the loss that the backups allow, or a backup every ' || span.words AS fix
FROM objective
JOIN span ON span.seconds = objective.target_s
JOIN coverage
  ON coverage.fact = 'backup_policy'
  AND coverage.system = objective.system AND coverage.component = objective.component
JOIN backup_policy AS replica ON replica.id = coverage.id AND replica.mechanism = 'replication'
JOIN scenario ON scenario.id = (
  SELECT min(topic.id) FROM topic
  WHERE topic.document = objective.document AND topic.fact = 'scenario' AND topic.topic IN ('corruption', 'ransomware')
)
WHERE objective.kind = 'rpo' AND objective.in_force = 1 AND objective.state = 'number' AND objective.target_s > 0
  AND NOT EXISTS (
    SELECT 1 FROM coverage AS also
    JOIN backup_policy AS other ON other.id = also.id
    WHERE also.fact = 'backup_policy' AND also.system = objective.system AND also.component = objective.component
      AND (other.mechanism IN ('continuous', 'version control') OR other.every_s <= objective.target_s)
  )
  -- A row or a procedure that goes back to a point in time has a log to do it with.
  AND objective.id NOT IN (SELECT id FROM logged_row WHERE fact = 'objective')
  AND NOT EXISTS (
    SELECT 1 FROM step
    CROSS JOIN word ON word.topic = 'continuous' AND instr(lower(step.quote), word.word) > 0
    WHERE step.document = scenario.document AND step.line BETWEEN scenario.line AND scenario.last_line
  )
GROUP BY objective.id
ORDER BY subject
