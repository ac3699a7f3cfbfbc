-- id: RSK-01
-- severity: medium
-- title: Every risk that is listed has a procedure
-- why: A risk that was found and left without a procedure was only written down. It comes all the same.
-- fix: Write the scenario, or say who bears the risk and why nothing is prepared.
-- controls: NIST SP 800-53r5 RA-03; NIST SP 800-53r5 CP-02a.04; SOC 2 CC3.2; SOC 2 CC9.1; ISO 22301 8.2.3; HIPAA 164.308(a)(7)(ii)(E); PCI DSS 12.10.1; DORA RTS 26(2); FFIEC BCM III.B
SELECT
  risk.file AS subject,
  NULL AS severity,
  'warn' AS verdict,
  count(*) || ' of ' || (SELECT count(*) FROM fact WHERE fact.file = risk.file AND fact.kind = 'risk')
  || ' kinds of risk have no scenario and no section of their own: ' || group_concat(risk.value, ', ') || ' (inferred)'
  AS message,
  json_group_array(json_object('file', risk.file, 'line', risk.line, 'quote', risk.quote)) AS evidence,
  NULL AS fix
FROM (SELECT * FROM fact WHERE kind = 'risk' ORDER BY line) AS risk
-- What it is about is known, and nothing else is about it.
WHERE EXISTS (SELECT 1 FROM topic WHERE topic.fact = 'fact' AND topic.id = risk.id)
  AND NOT EXISTS (
    SELECT 1 FROM topic
    JOIN topic AS handled
      ON handled.document = risk.file AND handled.topic = topic.topic AND handled.fact IN ('scenario', 'heading')
    WHERE topic.fact = 'fact' AND topic.id = risk.id
  )
GROUP BY risk.file
UNION ALL
SELECT
  scenario.document || '/scenarios',
  'low',
  'warn',
  'the ' || count(*) || ' scenarios speak of neither the loss of a site or region, nor of corrupted or encrypted data, nor of human error',
  json_group_array(json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote)),
  NULL
FROM scenario
JOIN document ON document.path = scenario.document AND document.kind = 'plan'
WHERE NOT EXISTS (
    SELECT 1 FROM topic
    WHERE topic.document = scenario.document AND topic.fact IN ('scenario', 'heading')
      AND (topic.topic IN ('region', 'corruption', 'ransomware', 'security', 'human')
        -- All is lost, and not only a cluster of it.
        OR (topic.topic = 'everything' AND topic.fact = 'scenario' AND NOT EXISTS (
          SELECT 1 FROM topic AS part WHERE part.fact = 'scenario' AND part.id = topic.id AND part.topic = 'cluster'
        )))
  )
GROUP BY scenario.document
HAVING count(*) > 1
ORDER BY subject
