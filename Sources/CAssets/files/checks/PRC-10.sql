-- id: PRC-10
-- severity: low
-- title: Procedures ask for no value that has to be found first
-- why: Each value that is left open has to be looked for while the system is down. Some can only be found in the system itself.
-- fix: Write the value, or the command that finds it, in a step before.
-- controls: NIST SP 800-53r5 CP-10(4); SOC 2 A1.3; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
WITH hole AS MATERIALIZED (
  -- What is left open within commands: "<zone-id>", YYYYMMDD, Z123456789, YOUR_API_KEY.
  SELECT command.id, command.document, command.line, command.quote, command.section
  FROM command
  WHERE command.parent IS NULL AND command.role IN ('plain', 'setting') AND command.program <> 'mktemp'
    AND (
      (instr(command.text, '<') AND command.text GLOB '*<[a-zA-Z]*[a-zA-Z0-9]>*' AND instr(command.text, '<<') = 0)
      OR instr(command.text, 'YYYY') OR instr(command.text, 'XXXX') OR instr(command.text, 'PAGE_ID')
      OR (instr(command.text, 'xxx') AND command.text GLOB '*[^a-z]xxx[^a-z]*')
      OR (instr(command.text, 'YOUR') AND command.text GLOB '*[^A-Za-z]YOUR[_-]*')
      OR (instr(command.text, 'your') AND command.text GLOB '*[^A-Za-z]your[_-]*')
      OR (instr(command.text, '123456789') AND command.text GLOB '*[^0-9]123456789*')
    )
),
section AS MATERIALIZED (
  SELECT
    document, count(*) AS times,
    count(*) || CASE section WHEN '' THEN '' ELSE ' under "' || section || '"' END AS words,
    row_number() OVER (PARTITION BY document ORDER BY count(*) DESC, min(id)) AS place
  FROM hole
  GROUP BY document, section
),
numbered AS (
  SELECT hole.*, row_number() OVER (PARTITION BY document ORDER BY id) AS place FROM hole
),
quoted AS MATERIALIZED (
  SELECT
    document,
    json_group_array(json_object('file', document, 'line', line, 'quote', quote)) FILTER (WHERE place <= 20) AS evidence
  FROM numbered
  GROUP BY document
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
