-- format:  files.stat
-- tool:    TZ=UTC stat FOLDER/*
-- docs:    https://www.gnu.org/software/coreutils/manual/html_node/stat-invocation.html
-- line:    Modify: [12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:*
-- rows:    files
-- recovery point: the time in the name; that of the file is the end
WITH line AS (
  SELECT
    trim(value ->> 'text') AS text,
    value,
    pointer,
    sum(ltrim(value ->> 'text') GLOB 'File: *') OVER (ORDER BY value ->> 'line') AS file
  FROM record
), field AS (
  SELECT
    file,
    max(iif(text GLOB 'File: *', substr(text, 7), NULL)) AS name,
    max(iif(text GLOB 'Size: *', CAST(substr(text, 7) AS INTEGER), NULL)) AS size,
    max(iif(text GLOB 'Modify: *', substr(text, 9), NULL)) AS time,
    max(text GLOB 'Size: * regular*file*') AS is_file,
    min(iif(text GLOB 'File: *', pointer, NULL)) AS pointer
  FROM line
  GROUP BY file
)
SELECT
  trim(name, '''"‘’')                     AS name,
  size,
  time                                    AS ended,
  pointer,
  NULL                                    AS fault
FROM field
WHERE name IS NOT NULL AND is_file
ORDER BY file
