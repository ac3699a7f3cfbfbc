-- id: CON-03
-- severity: low
-- title: Contacts stand in the right columns
-- why: A number under "e-mail" is not found by whoever looks under "phone", nor by a program that reads the table.
-- fix: Move the value into its column.
-- controls: NIST SP 800-53r5 CP-02a.03[03]; SOC 2 CC2.2; ISO 22301 8.4.2; PCI DSS 12.10.1
WITH written AS MATERIALIZED (
  SELECT
    contact.*,
    length(quote) - length(replace(quote, '|', '')) AS bars,
    CASE WHEN instr(quote, '@') > 0
      THEN instr(quote, '@') - length(replace(substr(quote, 1, instr(quote, '@')), '|', ''))
    END AS mailed,
    -- The cells of a row, as JSON.
    '["' || replace(replace(replace(trim(quote), '\', '/'), '"', ''''), '|', '","') || '"]' AS cells
  FROM contact
  WHERE trim(quote) GLOB '|*|*|'
),
-- The column in which most rows of a form have their address.
place AS (
  SELECT document, bars, mailed, min(line) AS line, count(*) AS rows
  FROM written
  WHERE mailed IS NOT NULL
  GROUP BY document, bars, mailed
)
SELECT
  written.document || '/line-' || written.line AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'a number stands where the mail address of "' || written.role || '" should be, as in the row of line ' || place.line
  AS message,
  json_array(
    json_object('file', written.file, 'line', written.line, 'quote', written.quote),
    json_object('file', other.file, 'line', other.line, 'quote', other.quote)
  ) AS evidence,
  NULL AS fix
FROM written
JOIN place
  ON place.document = written.document AND place.bars = written.bars
  AND NOT EXISTS (
    SELECT 1 FROM place AS more
    WHERE more.document = place.document AND more.bars = place.bars
      AND (more.rows > place.rows OR more.rows = place.rows AND more.line < place.line)
  )
JOIN contact AS other ON other.document = written.document AND other.line = place.line
WHERE json_valid(written.cells)
  AND length(trim(json_extract(written.cells, '$[' || place.mailed || ']'))) > 6
  AND ltrim(json_extract(written.cells, '$[' || place.mailed || ']'), '+0123456789xX ()-./') = ''
ORDER BY written.document, written.line
