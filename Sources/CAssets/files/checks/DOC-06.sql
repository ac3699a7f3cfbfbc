-- id: DOC-06
-- severity: medium
-- title: What the plan calls for is at hand
-- why: A document that is only named has to be found while the wiki is down; a script that nobody keeps beside the plan may be gone.
-- fix: Link what the plan depends on, and keep it where the plan is kept.
-- controls: NIST SP 800-53r5 CP-2b; NIST SP 800-53r5 CP-10(4); SOC 2 CC2.1; ISO 22301 7.5.3; HIPAA 164.308(a)(7)(ii)(B); DORA RTS 39(2)(b); FFIEC BCM V
SELECT
  fact.file || '/line-' || fact.line AS subject,
  'low' AS severity,
  'warn' AS verdict,
  'the plan depends on what it does not link: "' || fact.value || '"' AS message,
  json_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)) AS evidence,
  NULL AS fix
FROM fact
WHERE fact.kind = 'doc.dependency' AND instr(fact.quote, '](') = 0 AND instr(fact.quote, '://') = 0
ORDER BY subject
