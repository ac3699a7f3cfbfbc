-- id: DOC-08
-- severity: medium
-- title: A template cannot be taken for a record
-- why: An example with a date, a duration and a severity looks like an incident that happened. Somebody will count it.
-- fix: Put placeholders in the place of values, or file the record under incidents/.
-- controls: NIST SP 800-53r5 CP-02b.; SOC 2 CC2.1; ISO 22301 7.5.3; DORA RTS 39(2)(b)
SELECT
  file AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'values in a template read like a record (' || count(*) || '): "' || min(value) || '"' AS message,
  json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM (SELECT * FROM fact 
  WHERE kind = 'template.value'
    -- What is still to be filled in is no record.
    AND quote NOT GLOB '*[*: ]X [a-z]*' AND quote NOT GLOB '*[[][A-Za-z]*' AND quote NOT GLOB '*<[A-Za-z]*' AND quote NOT GLOB '*{{*'
    AND quote NOT GLOB '*XX*' AND quote NOT GLOB '*__*' AND quote NOT GLOB '*YYYY*' AND quote NOT GLOB '*TBD*'
  ORDER BY file, line
)
GROUP BY file
ORDER BY subject
