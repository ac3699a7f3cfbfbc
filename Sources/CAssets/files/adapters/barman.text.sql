-- format:  barman.text
-- tool:    barman --format json list-backup all
-- docs:    https://docs.pgbarman.org/
-- line:    * [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9] - *
-- recovery point: end of the backup, as the server's clock showed it
-- The line for people: "shop 20251217T020001 - Wed Dec 17 02:00:04 2025 - Size: … - OBSOLETE"
WITH field AS (
  SELECT
    value ->> '$.cells[0]' AS server,
    value ->> '$.cells[1]' AS id,
    -- Newer versions name the type between the id and the time: "… - F - Wed Dec 17 …".
    iif(value ->> '$.cells[4]' = '-', 5, 3) AS first,
    value,
    pointer
  FROM record
  WHERE value ->> 'text' GLOB '* [0-9]*T[0-9]* - *'
)
SELECT
  server                                  AS asset,
  id                                      AS native_id,
  CASE
    WHEN value ->> 'text' GLOB '* - FAILED*' THEN 'failed'
    WHEN value ->> 'text' GLOB '* - STARTED*' OR value ->> 'text' GLOB '* - EMPTY*'
      OR value ->> 'text' GLOB '* - SYNCING*' OR value ->> 'text' GLOB '* - WAITING_FOR_WALS*'
      THEN 'in_progress'
    ELSE 'success'
  END                                     AS outcome,
  value ->> ('$.cells[' || first || ']')  AS raw_outcome,
  iif(value ->> ('$.cells[' || (first + 3) || ']') GLOB '[0-9]*:*',
    (value ->> ('$.cells[' || first || ']')) || ' '
    || (value ->> ('$.cells[' || (first + 1) || ']')) || ' '
    || (value ->> ('$.cells[' || (first + 2) || ']')) || ' '
    || (value ->> ('$.cells[' || (first + 3) || ']')) || ' '
    || (value ->> ('$.cells[' || (first + 4) || ']')), NULL) AS recovery_point,
  pointer
FROM field
