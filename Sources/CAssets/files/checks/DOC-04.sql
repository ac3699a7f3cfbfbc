-- id: DOC-04
-- severity: medium
-- title: The plan has an owner
-- why: What belongs to nobody is kept by nobody, and nobody can be asked in the outage whether it still holds.
-- fix: Write who owns the plan, as a team or a role that will still be there next year.
-- controls: NIST SP 800-53r5 CP-02d.; NIST SP 800-53r5 CP-02e.[01]; SOC 2 CC5.3; ISO 22301 7.5.2; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA 11(6); FFIEC BCM VIII
SELECT
  document.path AS subject,
  NULL AS severity,
  'fail' AS verdict,
  CASE WHEN open.id IS NULL THEN 'the plan names no owner and no author'
    ELSE 'the plan has a place for its ' || open.field || ' and nobody in it: "' || open.value || '"'
  END AS message,
  json_array(
    json_object(
      'file', document.path, 'line', coalesce(open.line, heading.line, 1),
      'quote', coalesce(open.quote, heading.quote, document.title)
    )
  ) AS evidence,
  NULL AS fix
FROM document
LEFT JOIN document_field AS open ON open.id = (
  SELECT min(id) FROM document_field
  WHERE document_field.document = document.path AND field IN ('owner', 'author') AND state <> 'stated'
)
LEFT JOIN heading ON heading.id = (SELECT min(id) FROM heading WHERE heading.document = document.path)
WHERE document.kind = 'plan'
  AND NOT EXISTS (
    SELECT 1 FROM document_field
    WHERE document_field.document = document.path AND field IN ('owner', 'author') AND state = 'stated'
  )
  AND NOT EXISTS (SELECT 1 FROM system WHERE system.id = document.system AND system.owner IS NOT NULL)
ORDER BY subject
