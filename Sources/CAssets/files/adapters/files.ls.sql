-- format:  files.ls
-- tool:    TZ=UTC ls -l --time-style=full-iso FOLDER
-- docs:    https://www.gnu.org/software/coreutils/manual/html_node/Formatting-file-timestamps.html
-- line:    -[-r][-w]*[0-9] [12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]*
-- rows:    files
-- recovery point: the time in the name; that of the file is the end
-- Links, folders, and files without a time in their name are left out.
WITH line AS (
  SELECT
    value,
    pointer,
    value ->> 'text' AS text,
    -- "folder:" stands before the files of each folder of ls -R.
    substr(
      max(iif(value ->> 'text' GLOB '?*:' AND value ->> 'text' NOT GLOB '[-dlbcps][-r][-w]*',
        printf('%09d', value ->> 'line') || (value ->> 'text'), NULL))
        OVER (ORDER BY value ->> 'line'),
      10
    ) AS folder,
    (
      SELECT min(key) FROM json_each(record.value, '$.cells')
      WHERE value GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND key > 1
    ) AS at
  FROM record
), field AS (
  SELECT
    text,
    folder,
    pointer,
    value ->> ('$.cells[' || (at - 1) || ']') AS size,
    (value ->> ('$.cells[' || at || ']')) || ' ' || (value ->> ('$.cells[' || (at + 1) || ']'))
      AS time,
    iif(value ->> ('$.cells[' || (at + 2) || ']') GLOB '[+-][0-9][0-9][0-9][0-9]',
      ' ' || (value ->> ('$.cells[' || (at + 2) || ']')), '') AS zone
  FROM line
  WHERE text GLOB '-*' AND at IS NOT NULL
)
SELECT
  coalesce(rtrim(folder, ':') || '/', '')
    || substr(text, instr(text, time || zone) + length(time || zone) + 1) AS name,
  iif(size GLOB '*[^0-9]*', NULL, CAST(size AS INTEGER)) AS size,
  time || zone                            AS ended,
  pointer,
  NULL                                    AS fault
FROM field
