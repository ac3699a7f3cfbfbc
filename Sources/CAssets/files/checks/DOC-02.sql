-- id: DOC-02
-- severity: medium
-- title: The dates of the document are there
-- why: A plan without dates cannot be told from one that was written before the last three migrations.
-- fix: Write the dates out: when it was last changed, and when it is to be reviewed next.
-- controls: NIST SP 800-53r5 CP-02d.; NIST SP 800-53r5 CP-02e.[01]; SOC 2 CC5.3; ISO 22301 7.5.2; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA 11(6); FFIEC BCM VIII
SELECT
  document AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the document has places for dates and no dates in them: '
  || group_concat(replace(field, '_', ' ') || ' "' || value || '"', ', ') AS message,
  json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM (
  SELECT * FROM document_field
  WHERE field IN ('date', 'created', 'last_updated', 'last_review', 'next_review', 'last_drill', 'next_drill')
    AND state <> 'stated'
  ORDER BY line
)
GROUP BY document
UNION ALL
SELECT
  document.path,
  NULL,
  'warn',
  'the plan says neither when it was last changed nor when it is to be reviewed',
  json_array(json_object('file', document.path, 'line', 1, 'quote', document.title)),
  NULL
FROM document
WHERE document.kind = 'plan'
  AND NOT EXISTS (
    SELECT 1 FROM document_field
    WHERE document_field.document = document.path
      AND field IN ('date', 'created', 'last_updated', 'last_review', 'next_review')
  )
ORDER BY subject
