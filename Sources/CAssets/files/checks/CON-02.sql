-- id: CON-02
-- severity: medium
-- title: Every role that acts has a contact, and the escalation reaches it
-- why: A role without a number cannot be called; an escalation that goes from the lead to the board never reaches who can restore the database.
-- fix: Give each role a contact, and put it into the escalation.
-- controls: NIST SP 800-53r5 CP-2a.3[01]; NIST SP 800-53r5 CP-2a.3[03]; NIST SP 800-53r5 IR-8; SOC 2 CC2.2; SOC 2 CC7.4; ISO 22301 8.4.2; ISO 22301 8.4.3; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 11(7); FFIEC BCM V
SELECT
  role.file AS subject,
  NULL AS severity,
  'fail' AS verdict,
  count(*) || ' of ' || (SELECT count(*) FROM fact WHERE fact.file = role.file AND fact.kind = 'role')
  || ' roles have duties and no contact: ' || group_concat(role.subject, ', ') AS message,
  json_group_array(json_object('file', role.file, 'line', role.line, 'quote', role.quote)) AS evidence,
  NULL AS fix
FROM (SELECT * FROM fact WHERE kind = 'role' ORDER BY line) AS role
WHERE EXISTS (SELECT 1 FROM contact WHERE contact.document = role.file)
  AND NOT EXISTS (
    SELECT 1 FROM contact
    WHERE contact.document = role.file AND (
        instr(lower(contact.role), lower(role.subject)) > 0 OR instr(lower(role.subject), lower(contact.role)) > 0
      )
  )
GROUP BY role.file
UNION ALL
SELECT
  path.file || '/line-' || path.line,
  NULL,
  'warn',
  'the escalation "' || path.value || '" leaves out ' || count(*) || ' of those who act: '
  || group_concat(contact.role, ', '),
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', path.file, 'line', path.line, 'quote', path.quote) AS value
      UNION ALL
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote)
      FROM contact AS own
      WHERE own.document = path.file AND instr(lower(path.value), lower(own.role)) = 0
    )
  ),
  NULL
FROM fact AS path
JOIN contact ON contact.document = path.file
WHERE path.kind = 'escalation'
  AND instr(lower(path.value), lower(contact.role)) = 0
  AND NOT EXISTS (
    SELECT 1 FROM topic
    WHERE topic.fact = 'contact' AND topic.id = contact.id AND topic.topic = 'external'
  )
GROUP BY path.id
-- One name at least has to be common to both, else they speak of different people.
HAVING EXISTS (
  SELECT 1 FROM contact AS own
  WHERE own.document = path.file AND instr(lower(path.value), lower(own.role)) > 0
)
ORDER BY subject
