-- id: CON-02
-- severity: medium
-- title: Every role that acts has a contact, and the escalation reaches it
-- why: A role without a number cannot be called; an escalation that goes from the lead to the board never reaches who can restore the database.
-- fix: Give each role a contact, and put it into the escalation.
-- controls: NIST SP 800-53r5 CP-02a.03[01]; NIST SP 800-53r5 CP-02a.03[03]; NIST SP 800-53r5 IR-08; SOC 2 CC2.2; SOC 2 CC7.4; ISO 22301 8.4.2; ISO 22301 8.4.3; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 11(7); FFIEC BCM V
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
UNION ALL
-- A tree of people, of whom the table of contacts has few.
SELECT
  tree.file || '/line-' || tree.line,
  NULL,
  'fail',
  'the contact tree has ' || (1 + length(code_block.text) - length(replace(code_block.text, char(10), ''))) || ' roles, and '
  || CASE count(contact.id) WHEN 0 THEN 'none' ELSE count(contact.id) END || ' of them '
  || CASE WHEN count(contact.id) > 1 THEN 'have' ELSE 'has' END || ' a row among the contacts'
  || CASE WHEN count(contact.id) THEN ' (' || group_concat(contact.role, ', ') || ')' ELSE '' END,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', tree.file, 'line', tree.line, 'quote', tree.quote) AS value
      UNION ALL
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote)
      FROM contact AS own
      WHERE own.document = tree.file
    )
  ),
  'give each role of the tree a row with a name, a number and an address'
FROM fact AS tree
JOIN code_block
  ON code_block.document = tree.file AND tree.line BETWEEN code_block.line AND code_block.last_line
LEFT JOIN contact ON contact.document = tree.file AND instr(lower(code_block.text), lower(contact.role)) > 0
WHERE tree.kind = 'contact.tree'
  AND EXISTS (SELECT 1 FROM contact AS any WHERE any.document = tree.file)
GROUP BY tree.id
HAVING count(contact.id) * 2 < 1 + length(code_block.text) - length(replace(code_block.text, char(10), ''))
ORDER BY subject
