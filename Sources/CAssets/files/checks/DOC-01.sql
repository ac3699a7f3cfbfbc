-- id: DOC-01
-- severity: high
-- title: The plan is approved
-- why: In an outage people follow what somebody with the authority to say so has agreed to. A draft binds nobody.
-- fix: Have the plan approved, and write by whom and when.
-- controls: NIST SP 800-53r5 CP-02a.07[01]; NIST SP 800-53r5 CP-02a.07[02]; SOC 2 CC5.3; ISO 22301 7.5.2; HIPAA 164.316; PCI DSS 12.10.2; DORA 11(1); FFIEC BCM II.A
SELECT
  document AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the document says of itself: '
  || group_concat(field || ' "' || value || '"', ', ') AS message,
  json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM (
  SELECT * FROM document_field
  WHERE field = 'approval' AND (
      state <> 'stated' OR lower(value) LIKE '%pending%' OR lower(value) LIKE '%not approved%'
      OR lower(value) LIKE '%awaiting%' OR lower(value) LIKE '%tbd%' OR lower(value) LIKE '%draft%'
    )
    OR field = 'approver' AND (state <> 'stated' OR lower(value) LIKE '%pending%')
    OR field IN ('status', 'version') AND (
      lower(value) LIKE '%draft%' OR lower(value) LIKE '%entwurf%' OR lower(value) LIKE '%borrador%'
      OR lower(value) LIKE '%rascunho%' OR lower(value) LIKE '%brouillon%' OR lower(value) LIKE '%in review%'
    )
  ORDER BY line
)
GROUP BY document
ORDER BY subject
