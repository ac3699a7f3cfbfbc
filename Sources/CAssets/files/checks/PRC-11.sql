-- id: PRC-11
-- severity: high
-- title: Verifications change nothing
-- why: A check that writes leaves its test data among the orders of customers, and a load test takes from users what has just come back.
-- fix: Read only, or use an account and data of their own that the step deletes again.
-- controls: NIST SP 800-53r5 CP-10[02]; SOC 2 CC8.1; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(B); DORA 12(2); FFIEC BCM V
WITH writes AS MATERIALIZED (
  SELECT command.id, command.document, command.line, command.quote
  FROM command
  WHERE command.program IN ('curl', 'psql', 'mysql') AND command.role IN ('plain', 'wrapped')
    AND CASE command.program
      WHEN 'curl' THEN
        (command.text GLOB '* -X *P[OU][SUT]*' OR command.text GLOB '* -XP[OU][SUT]*' OR command.text GLOB '* -X *DELETE*'
          OR command.text GLOB '*--request P[OU]*' OR command.text GLOB '*--request DELETE*')
        AND command.text NOT GLOB '*hooks.*' AND command.text NOT GLOB '*statuspage*' AND command.text NOT GLOB '*login*'
        AND command.text NOT GLOB '*/token*' AND command.text NOT GLOB '*auth*' AND command.text NOT GLOB '*search*'
        AND command.text NOT GLOB '*graphql*' AND command.text NOT GLOB '*webhook*' AND command.text NOT GLOB '*pagerduty*'
      ELSE
        (upper(command.text) GLOB '*[" ]INSERT INTO *' OR upper(command.text) GLOB '*[" ]DELETE FROM *'
          OR upper(command.text) GLOB '*[" ]UPDATE * SET *')
        AND command.text NOT LIKE '%ROLLBACK%'
    END
    AND command.text NOT GLOB '*localhost*' AND command.text NOT GLOB '*127.0.0.1*' AND command.text NOT GLOB '*staging*'
    AND command.text NOT GLOB '*://test*'
    AND command.id NOT IN (SELECT command FROM drill_command)
),
written AS MATERIALIZED (
  -- Below a heading or within a step that verifies.
  SELECT * FROM writes
  WHERE EXISTS (
      SELECT 1 FROM heading
      JOIN topic ON topic.fact = 'heading' AND topic.id = heading.id AND topic.topic = 'verification'
      WHERE heading.document = writes.document AND writes.line BETWEEN heading.line AND heading.last_line
    )
    OR EXISTS (
      SELECT 1 FROM step
      CROSS JOIN step_topic ON step_topic.step = step.id AND step_topic.topic = 'verification'
      WHERE step.document = writes.document AND writes.line BETWEEN step.line AND step.last_line
    )
)
SELECT
  written.document || '/line-' || written.line AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the verification writes into the system that it looks at, and nothing takes back what it wrote' AS message,
  json_array(json_object('file', written.document, 'line', written.line, 'quote', written.quote)) AS evidence,
  NULL AS fix
FROM written
UNION ALL
SELECT subject, severity, verdict, message, evidence, fix
FROM known_bad_finding
WHERE rule = 'PRC-11'
  AND NOT EXISTS (
    SELECT 1 FROM drill_section
    JOIN known_bad_hit ON known_bad_hit.document = drill_section.document
      AND known_bad_hit.line BETWEEN drill_section.line AND drill_section.last_line
    WHERE known_bad_hit.document = known_bad_finding.document AND known_bad_hit.rule = 'PRC-11'
  )
ORDER BY subject
