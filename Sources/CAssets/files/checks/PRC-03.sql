-- id: PRC-03
-- severity: critical
-- title: Steps work with the versions that are named
-- why: A step that the version in use does not know stops the recovery where nobody expects it.
-- fix: Try the step on the version that runs, and write down which one that is.
-- controls: NIST SP 800-53r5 CP-10(04); SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
SELECT subject, severity, verdict, message, evidence, fix FROM known_bad_finding WHERE rule = 'PRC-03'
ORDER BY subject
