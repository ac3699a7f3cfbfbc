-- format:  aws.s3.ls
-- tool:    TZ=UTC aws s3 ls --recursive s3://BUCKET
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/s3/ls.html
-- line:    [12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9] *[0-9] ?*
-- rows:    files
-- recovery point: the time in the name; the printed one is the end, by the clock of who listed it
-- --human-readable loses the sizes. Objects without a time in their name are left out.
WITH field AS (
  SELECT
    ltrim(substr(value ->> 'text', 20)) AS rest,
    value ->> '$.cells[2]' AS size,
    value ->> '$.cells[3]' IN ('Bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB') AS has_unit,
    value ->> '$.cells[3]' AS unit,
    (value ->> '$.cells[0]') || ' ' || (value ->> '$.cells[1]') AS time,
    pointer
  FROM record
  WHERE value ->> 'text' GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:*'
)
SELECT
  -- What follows the size and its unit, with all its spaces.
  substr(rest, length(size) + 2 + iif(has_unit, length(unit) + 1, 0)) AS name,
  iif(NOT has_unit OR unit = 'Bytes', CAST(size AS INTEGER), NULL) AS size,
  time                                    AS ended,
  pointer,
  NULL                                    AS fault
FROM field
