-- id: GOV-03
-- severity: info
-- title: A classified document is handled as one
-- why: A portal shows what it is given. Who publishes it has to know that the document may not go everywhere.
-- fix: Publish the portal only where those may read it for whom the document is meant.
-- controls: NIST SP 800-53r5 CP-02h.[01]; SOC 2 CC6.1; ISO 22301 7.5.3; HIPAA 164.316; PCI DSS 9.4.2; DORA 12(2)
SELECT
  document_field.document AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the document is classified "' || document_field.value || '": the portal shows it to everybody who can open the folder'
  AS message,
  json_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM document_field
WHERE field = 'classification' AND state = 'stated'
  AND EXISTS (SELECT 1 FROM word WHERE word.topic = 'confidential' AND instr(lower(document_field.value), word.word) > 0)
GROUP BY document_field.document
ORDER BY subject
