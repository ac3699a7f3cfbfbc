-- id: PRC-10
-- severity: low
-- title: Procedures ask for no value that has to be found first
-- why: Each value that is left open has to be looked for while the system is down. Some can only be found in the system itself.
-- fix: Write the value, or the command that finds it, in a step before.
-- controls: NIST SP 800-53r5 CP-10(04); SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
WITH hole AS MATERIALIZED (
  SELECT id, document, section FROM command
  WHERE open = 1 AND program <> 'mktemp'
),
section AS MATERIALIZED (
  SELECT
    document, count(*) AS times,
    count(*) || CASE section WHEN '' THEN '' ELSE ' under "' || section || '"' END AS words,
    row_number() OVER (PARTITION BY document ORDER BY count(*) DESC, min(id)) AS place
  FROM hole
  GROUP BY document, section
),
numbered AS MATERIALIZED (
  SELECT id, row_number() OVER (PARTITION BY document ORDER BY id) AS place FROM hole
),
quoted AS MATERIALIZED (
  SELECT
    command.document,
    json_group_array(json_object('file', command.file, 'line', command.line, 'quote', command.quote)) AS evidence
  FROM numbered
  CROSS JOIN command ON command.id = numbered.id
  WHERE numbered.place <= 20
  GROUP BY command.document
)
SELECT
  section.document AS subject,
  CASE WHEN sum(section.times) >= 8 THEN 'medium' END AS severity,
  'warn' AS verdict,
  sum(section.times) || CASE sum(section.times) WHEN 1 THEN ' command holds a value' ELSE ' commands hold values' END
  || ' that must be found first: ' || group_concat(section.words, ', ') FILTER (WHERE section.place <= 5)
  || CASE WHEN count(*) > 5 THEN ', …' ELSE '' END AS message,
  quoted.evidence,
  NULL AS fix
FROM section
JOIN quoted ON quoted.document = section.document
GROUP BY section.document
ORDER BY subject
