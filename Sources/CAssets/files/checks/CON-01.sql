-- id: CON-01
-- severity: high
-- title: The people to call can be called
-- why: The first minutes of an outage go to finding a number. A placeholder has none.
-- fix: Write who is called and how, for each role; a rota's address is fine where people change.
-- controls: NIST SP 800-53r5 CP-02a.03[03]; NIST SP 800-53r5 IR-08; SOC 2 CC2.2; SOC 2 CC7.4; ISO 22301 8.4.2; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 11(7); FFIEC BCM V
SELECT
  document AS subject,
  CASE max(state = 'placeholder') WHEN 0 THEN 'medium' END AS severity,
  'fail' AS verdict,
  count(*) || ' of ' || (SELECT count(*) FROM contact AS every WHERE every.document = open.document)
  || ' contacts cannot be reached as written: ' || group_concat(role, ', ') AS message,
  json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM (SELECT * FROM contact WHERE state IN ('placeholder', 'masked') ORDER BY line) AS open
GROUP BY document
UNION ALL
SELECT
  document || '/invented',
  'low',
  'warn',
  'looks invented (a number 555-01.., a name such as John Doe): ' || group_concat(role, ', '),
  json_group_array(json_object('file', file, 'line', line, 'quote', quote)),
  'call each of them once, and correct what does not answer'
FROM (
  SELECT * FROM contact
  WHERE state = 'stated' AND (
      -- 555-0100 to 555-0199 are kept for fiction.
      phone LIKE '%555-01__%' OR phone LIKE '%555 01__%' OR phone LIKE '%55501__'
      OR lower(name) IN ('john doe', 'jane doe', 'john smith', 'jane smith', 'max mustermann', 'erika mustermann')
    )
  ORDER BY line
)
GROUP BY document
UNION ALL
SELECT
  document.path,
  NULL,
  'fail',
  'the plan names nobody to call'
  || CASE WHEN heading.id IS NULL THEN '' ELSE '; "' || heading.title || '" is about telling people' END,
  json_array(
    json_object(
      'file', document.path, 'line', coalesce(heading.line, 1), 'quote', coalesce(heading.quote, document.title)
    )
  ),
  NULL
FROM document
LEFT JOIN heading ON heading.id = (
  SELECT min(topic.id) FROM topic
  WHERE topic.document = document.path AND topic.fact = 'heading' AND topic.topic IN ('communication', 'escalation')
)
WHERE document.kind = 'plan'
  AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.document = document.path)
ORDER BY subject
