-- id: DOC-05
-- severity: medium
-- title: Links lead where they say
-- why: In an outage nobody searches for the right section. A link that leads nowhere, or to another section of the same name, is followed all the same.
-- fix: Correct the address; give sections of the same name names of their own.
-- controls: NIST SP 800-53r5 CP-02b.; NIST SP 800-53r5 CP-10(04); SOC 2 CC2.1; ISO 22301 7.5.3; HIPAA 164.308(a)(7)(ii)(B); DORA RTS 39(2)(b); FFIEC BCM V
WITH twin AS (
  SELECT
    link.*,
    target.line AS target_line,
    target.quote AS target_quote,
    other.line AS other_line,
    other.quote AS other_quote,
    other.anchor AS other_anchor,
    EXISTS (
      SELECT 1 FROM scenario
      WHERE scenario.document = link.document AND link.line BETWEEN scenario.line AND scenario.last_line
    ) AS is_procedure
  FROM link
  JOIN heading AS target
    ON target.document = link.document AND link.target = link.document AND '#' || target.anchor = link.address
  JOIN heading AS other
    ON other.document = target.document AND other.title = target.title AND other.line > target.line
    AND other.anchor <> target.anchor
)
SELECT
  document || '/line-' || line AS subject,
  CASE WHEN EXISTS (
    SELECT 1 FROM scenario
    WHERE scenario.document = link.document AND link.line BETWEEN scenario.line AND scenario.last_line
  ) THEN 'critical' END AS severity,
  'fail' AS verdict,
  'the link "' || address || '" leads nowhere: ' || reason AS message,
  json_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM link
WHERE target IS NULL AND reason IS NOT NULL
  -- "[where]" and "{{ page }}" are still to be filled in.
  AND substr(address, 1, 1) <> '[' AND substr(address, 1, 3) <> '%5B'
  AND instr(address, '{{') = 0 AND instr(address, '<') = 0
  -- What has a scheme leads to no file of the content.
  AND address NOT GLOB '[a-zA-Z]*:*'
UNION ALL
SELECT
  document || '/line-' || line,
  CASE is_procedure WHEN 1 THEN 'critical' ELSE 'low' END,
  CASE is_procedure WHEN 1 THEN 'fail' ELSE 'warn' END,
  'two sections have the name that "' || address || '" leads to; it leads to line ' || target_line
  || ', and to the one in line ' || other_line || ' leads "#' || other_anchor || '"',
  json_array(
    json_object('file', file, 'line', line, 'quote', quote),
    json_object('file', file, 'line', target_line, 'quote', target_quote),
    json_object('file', file, 'line', other_line, 'quote', other_quote)
  ),
  'check which of the two is meant, and give them names of their own'
FROM twin
-- A table of contents that lists both knows them apart.
WHERE NOT EXISTS (
    SELECT 1 FROM link AS again
    WHERE again.document = twin.document AND again.address = '#' || twin.other_anchor
  )
GROUP BY id
UNION ALL
SELECT
  heading.document,
  'low',
  'warn',
  'the table of contents leaves out: ' || group_concat(heading.title, ', '),
  json_group_array(json_object('file', heading.file, 'line', heading.line, 'quote', heading.quote)),
  NULL
FROM (
  -- A table of contents: three links or more to sections of the second level, above all of them.
  SELECT link.document, min(link.line) AS first, max(link.line) AS last, count(*) AS links
  FROM link
  JOIN heading ON heading.document = link.document AND heading.level = 2 AND '#' || heading.anchor = link.address
  WHERE heading.line > link.line
  GROUP BY link.document
  HAVING count(*) > 2 AND max(link.line) - min(link.line) < 3 * count(*)
) AS contents
JOIN heading ON heading.document = contents.document AND heading.level = 2 AND heading.line > contents.last
WHERE NOT EXISTS (
    SELECT 1 FROM link
    WHERE link.document = heading.document AND link.address = '#' || heading.anchor
  )
GROUP BY heading.document
UNION ALL
SELECT
  link.document || '/links',
  'info',
  'pass',
  'all ' || count(*) || ' links of the document lead somewhere',
  json_group_array(json_object('file', link.file, 'line', link.line, 'quote', link.quote)),
  NULL
FROM link
GROUP BY link.document
HAVING sum(link.target IS NULL AND link.reason IS NOT NULL) = 0
ORDER BY subject
