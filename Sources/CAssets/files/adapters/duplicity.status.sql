-- format:  duplicity.status
-- tool:    duplicity collection-status --log-file FILE URL
-- docs:    https://duplicity.gitlab.io/stable/duplicity.1.html
-- line:    *full [12][0-9][0-9][0-9][01][0-9][0-3][0-9]T[0-2][0-9][0-5][0-9][0-5][0-9]Z [0-9]*enc
-- line:    * Full *[A-Z][a-z][a-z] [A-Z][a-z][a-z] * [12][0-9][0-9][0-9] *[0-9]
-- recovery point: the time of the set, which is the start of the run
-- The text for people has times without a zone. Sets that are incomplete or orphaned are not listed.
WITH line AS (
  SELECT
    trim(ltrim(value ->> 'text', '. ')) AS text,
    value,
    pointer,
    json_array_length(value, '$.cells') AS cells
  FROM record
), source AS (
  SELECT max(iif(text GLOB 'backend *', substr(text, 9), NULL)) AS backend FROM line
)
SELECT
  coalesce(source.backend, 'duplicity')   AS asset,
  iif(text GLOB '[FI]*', substr(text, 1, instr(text, ' ') - 1) || ' ', '')
    || iif(text GLOB '[FI]*', instant(
      (value ->> '$.cells[1]') || ' ' || (value ->> '$.cells[2]') || ' '
      || (value ->> '$.cells[3]') || ' ' || (value ->> '$.cells[4]') || ' '
      || (value ->> '$.cells[5]')), text) AS native_id,
  'success'                               AS outcome,
  iif(
    text GLOB '[FI]*',
    (value ->> '$.cells[1]') || ' ' || (value ->> '$.cells[2]') || ' '
      || (value ->> '$.cells[3]') || ' ' || (value ->> '$.cells[4]') || ' '
      || (value ->> '$.cells[5]'),
    substr(text, instr(text, ' ') + 1, 16)
  )                                       AS recovery_point,
  iif(text GLOB '*noenc', 0, iif(text GLOB '*enc', 1, NULL)) AS encrypted,
  pointer
FROM line, source
WHERE text GLOB 'full [12]*T*Z [0-9]*' OR text GLOB 'inc [12]*T*Z [0-9]*'
  OR text GLOB 'Full  *[0-9]' OR text GLOB 'Incremental  *[0-9]'
