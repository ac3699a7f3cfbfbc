-- id: SEC-01
-- severity: high
-- title: No credential stands in the text
-- why: A plan is read by many, copied to wikis and printed. A credential in it has to be taken as known, and a pattern with one in a command is filled with the real one.
-- fix: Change the credential, and write in its place the name under which it lies in the vault, or a variable.
-- controls: NIST SP 800-53r5 IA-05(07); NIST SP 800-53r5 CP-02h.[01]; SOC 2 CC6.1; ISO 22301 7.5.3; HIPAA 164.308(a)(5)(ii)(D); PCI DSS 8.6.2; DORA 12(2)
SELECT
  fact.file AS subject,
  NULL AS severity,
  'fail' AS verdict,
  CASE count(*) WHEN 1 THEN 'a credential stands' ELSE count(*) || ' credentials stand' END
  || ' in the text (masked wherever it is shown)'
  || CASE WHEN sum(command.id IS NOT NULL) > 0 THEN '; in a command it also goes to the history of the shell and to the list of processes' ELSE '' END
  AS message,
  json_group_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)) AS evidence,
  NULL AS fix
FROM fact
LEFT JOIN command ON command.id = (
  SELECT min(id) FROM command AS own
  WHERE own.document = fact.file AND fact.line BETWEEN own.line AND own.last_line
)
WHERE fact.kind = 'credential'
GROUP BY fact.file
ORDER BY subject
