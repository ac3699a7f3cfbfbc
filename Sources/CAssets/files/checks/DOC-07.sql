-- id: DOC-07
-- severity: info
-- title: The characters of the document are whole
-- why: Text that was read in a wrong encoding and saved again is hard to read, and a search does not find its words.
-- fix: Save the file again as UTF-8 from a copy that is whole.
-- controls: NIST SP 800-53r5 CP-02b.; SOC 2 CC2.1; ISO 22301 7.5.3; DORA RTS 39(2)(b)
SELECT
  document || '/characters' AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'damaged characters, lines: ' || count(*) || '; UTF-8 was read as Windows-1252' AS message,
  json_group_array(json_object('file', document, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM damaged_line
GROUP BY document
UNION ALL
SELECT
  fact.file || '/characters',
  NULL,
  'pass',
  'the document has characters beyond ASCII, and they are whole',
  json_array(json_object('file', fact.file, 'line', min(fact.line), 'quote', fact.quote)),
  NULL
FROM fact
WHERE fact.kind NOT GLOB 'doc.*' AND length(fact.quote) < length(CAST(fact.quote AS BLOB))
  AND fact.file NOT IN (SELECT document FROM damaged_line)
GROUP BY fact.file
ORDER BY subject
