-- id: AUD-01
-- severity: critical
-- title: The audit trail verifies
-- why: A trail that does not verify proves nothing: what it says may have been written yesterday.
-- fix: Find out what changed with "drillbook verify", take the folder back from version control, and tell who relies on it.
-- controls: NIST SP 800-53r5 AU-09; NIST SP 800-53r5 AU-10; NIST SP 800-53r5 SI-07; SOC 2 CC2.1; SOC 2 CC4.1; ISO 22301 7.5.3; HIPAA 164.316(b)(2); PCI DSS 10.3; DORA 11(8); FFIEC BCM II.B
SELECT
  'audit/trail' AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the audit trail of "' || origin || '" does not verify: ' || problem AS message,
  json_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM audit_trail
WHERE problem IS NOT NULL
