-- id: SEC-02
-- severity: low
-- title: No step prints credentials
-- why: What is printed stays in the terminal, in its recording and in the chat of the incident.
-- fix: Pass the value on without printing it.
-- controls: NIST SP 800-53r5 IA-05(07); SOC 2 CC6.1; ISO 22301 7.5.3; HIPAA 164.308(a)(5)(ii)(D); PCI DSS 8.6.2; DORA 12(2)
WITH printed AS MATERIALIZED (
  -- What goes into a file, a variable or another program is not printed.
  SELECT known_bad_hit.*
  FROM known_bad_hit
  JOIN command ON command.id = known_bad_hit.command AND command.role IN ('plain', 'wrapped')
  WHERE known_bad_hit.rule = 'SEC-02'
    AND NOT EXISTS (
      SELECT 1 FROM command_resource
      WHERE command_resource.command = command.id AND command_resource.access IN ('write', 'create')
        AND command_resource.kind = 'file'
    )
    -- "| base64 -d" prints it all the same.
    AND NOT EXISTS (
      SELECT 1 FROM command AS next
      WHERE next.document = command.document AND next.pipeline = command.pipeline AND next.position > command.position
        AND next.program NOT IN ('base64', 'jq', 'yq', 'head', 'tail', 'cut', 'tr', 'awk', 'sed', 'cat', 'less', 'more')
    )
    AND NOT EXISTS (
      SELECT 1 FROM command AS next
      JOIN command_resource
        ON command_resource.command = next.id AND command_resource.access IN ('write', 'create')
        AND command_resource.kind = 'file'
      WHERE next.document = command.document AND next.pipeline = command.pipeline AND next.position > command.position
    )
)
SELECT
  printed.document || '/line-' || printed.line AS subject,
  known_bad.severity,
  printed.verdict,
  known_bad.message,
  json_array(json_object('file', printed.document, 'line', printed.line, 'quote', printed.quote)) AS evidence,
  known_bad.fix || ' (' || known_bad.source || ')' AS fix
FROM printed
JOIN known_bad ON known_bad.id = printed.known_bad
ORDER BY printed.document, printed.line
