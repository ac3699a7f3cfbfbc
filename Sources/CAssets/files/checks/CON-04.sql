-- id: CON-04
-- severity: high
-- title: Those who recover are on duty within the objective
-- why: From Friday evening to Monday morning are 64 hours. Who works in office hours cannot keep an objective of four.
-- fix: Put the role on call around the clock, name a deputy who is, or state an objective that holds from the next working day.
-- controls: NIST SP 800-53r5 CP-02a.03[01]; NIST SP 800-53r5 IR-04; SOC 2 A1.3; ISO 22301 8.4.2; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.3; DORA 11(7); FFIEC BCM V
SELECT
  contact.document AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'on duty in office hours only: ' || group_concat(contact.role || ' ("' || contact.availability || '")', ', ')
  || '; a night is 16 h, a weekend 64 h, the recovery time objective of '
  || CASE objective.label WHEN '' THEN 'the plan' ELSE objective.label END || ' is ' || span.words AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote) AS value
      UNION ALL
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote)
      FROM contact AS own
      JOIN topic AS hours ON hours.fact = 'contact' AND hours.id = own.id AND hours.topic = 'hours'
      WHERE own.document = contact.document AND own.availability IS NOT NULL
    )
  ) AS evidence,
  NULL AS fix
FROM contact
JOIN topic ON topic.fact = 'contact' AND topic.id = contact.id AND topic.topic = 'hours'
JOIN objective ON objective.id = (
  SELECT id FROM objective AS candidate
  WHERE candidate.document = contact.document AND kind = 'rto' AND in_force = 1 AND state = 'number'
  ORDER BY target_s, id
  LIMIT 1
)
JOIN span ON span.seconds = objective.target_s
WHERE objective.target_s < 57600
  AND contact.availability IS NOT NULL
  -- "business hours, on call otherwise" is around the clock.
  AND instr(contact.availability, '24') = 0 AND contact.availability NOT LIKE '%call%'
GROUP BY contact.document
ORDER BY subject
