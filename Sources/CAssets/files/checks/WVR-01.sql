-- id: WVR-01
-- severity: medium
-- title: Waivers are in force
-- why: A waiver bought time for a repair. When the time is over, the risk is back and nobody decided to take it.
-- fix: Mend what was waived, or have the waiver renewed by its approver.
-- controls: NIST SP 800-53r5 CA-05; SOC 2 CC4.2; ISO 22301 10.1; DORA RTS 25(5)
SELECT
  waiver.finding AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the waiver of ' || waiver.finding || ' expired on ' || waiver.expires || ' ("' || waiver.reason || '")' AS message,
  json_array(json_object('file', waiver.file, 'line', waiver.line, 'quote', 'finding: ' || waiver.finding)) AS evidence,
  NULL AS fix
FROM waiver, build
WHERE waiver.expires < strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
ORDER BY subject
