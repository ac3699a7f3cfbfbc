-- id: DOC-03
-- severity: high
-- title: The dates of the document agree with each other and with today
-- why: A next review before the last change, or in the past, shows that nobody keeps the plan.
-- fix: Hold the review, and write its date and the next one.
-- controls: NIST SP 800-53r5 CP-02d.; NIST SP 800-53r5 CP-02e.[01]; SOC 2 CC5.3; ISO 22301 7.5.2; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA 11(6); FFIEC BCM VIII
SELECT
  due.document || '/' || replace(due.field, '_', '-') AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the ' || replace(due.field, '_', ' ') || ' is ' || due.date
  || CASE
    WHEN due.date < changed.date
    THEN ', ' || CAST(julianday(changed.date) - julianday(due.date) AS INTEGER) || ' d before the last change on ' || changed.date
    ELSE ', ' || CAST(julianday(build.as_of / 1000, 'unixepoch') - julianday(due.date) AS INTEGER) || ' d past'
  END AS message,
  CASE
    WHEN due.date < changed.date THEN json_array(
      json_object('file', changed.file, 'line', changed.line, 'quote', changed.quote),
      json_object('file', due.file, 'line', due.line, 'quote', due.quote)
    )
    ELSE json_array(json_object('file', due.file, 'line', due.line, 'quote', due.quote))
  END AS evidence,
  NULL AS fix
FROM build
JOIN document_field AS due
LEFT JOIN document_field AS changed ON changed.id = (
  SELECT id FROM document_field AS candidate
  WHERE candidate.document = due.document AND candidate.field = 'last_updated' AND candidate.date IS NOT NULL
  ORDER BY candidate.date DESC, candidate.id
  LIMIT 1
)
WHERE due.field IN ('next_review', 'next_drill') AND due.date IS NOT NULL
  AND (due.date < changed.date OR due.date < strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch'))
GROUP BY due.document, due.field
ORDER BY subject
