-- id: BKP-04
-- severity: high
-- title: A verification can fail
-- why: A script that prints "verified successfully" as its last line prints it after every failure. Nobody looks at a check that never fails.
-- fix: Let the script stop at the first failure ("set -euo pipefail"), compare what was restored with what was expected, and print the result of that.
-- controls: NIST SP 800-53r5 CP-09(01)[01]; NIST SP 800-53r5 CP-09(01)[02]; NIST SP 800-53r5 CP-09(02); SOC 2 A1.3; ISO 22301 8.6; HIPAA 164.308(a)(7)(ii)(D); DORA 12(2); FFIEC BCM IV.A
SELECT
  fact.file || '/line-' || fact.line AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'the verification says that it succeeded, and nothing before it is seen to stop it (inferred)' AS message,
  json_array(json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)) AS evidence,
  NULL AS fix
FROM fact
WHERE fact.kind = 'verification.claim'
  -- "… && echo" and an echo in a branch depend on what goes before.
  AND instr(fact.quote, '&&') = 0 AND substr(fact.quote, 1, 1) NOT IN (' ', char(9))
UNION ALL
SELECT subject, severity, verdict, message, evidence, fix FROM known_bad_finding WHERE rule = 'BKP-04'
ORDER BY subject
