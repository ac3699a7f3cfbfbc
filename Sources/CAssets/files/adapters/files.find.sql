-- format:  files.find
-- tool:    TZ=UTC find FOLDER -type f -printf '%P\t%s\t%TY-%Tm-%TdT%TH:%TM:%TS%Tz\n'
-- docs:    https://www.gnu.org/software/findutils/manual/html_node/find_html/Format-Directives.html
-- line:    *	*[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9][T+ ][0-2][0-9]:[0-5][0-9]:[0-5][0-9]*
-- line:    [12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9][T+ ][0-2][0-9]:[0-5][0-9]:[0-5][0-9]*	*
-- line:    [12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9][T+ ][0-2][0-9]:[0-5][0-9]:[0-5][0-9].*[0-9] ?*
-- line:    [1-4][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9].[0-9]*[0-9] ?*
-- line:    ?*	[0-9]*	[1-4][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*
-- line:    ?* [0-9]* [12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].* [+-][0-9][0-9][0-9][0-9]
-- rows:    files
-- recovery point: the time in the name; that of the file is the end
-- Also the lines of stat -c '%n %s %y'. The columns may stand in any order: a number is the size, a
-- time the end, and what is neither the name. Names with spaces need tabs between the columns.
WITH cell AS (
  SELECT record.pointer, record.value ->> 'line' AS line, cell.value AS text, cell.key AS place
  FROM record, json_each(record.value, '$.cells') AS cell
), field AS (
  SELECT
    pointer,
    line,
    max(iif(text GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9][T+ ][0-2][0-9]:*'
      OR text GLOB '[1-4][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9].[0-9]*', text, NULL)) AS time,
    max(iif(text GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]', text, NULL)) AS day,
    max(iif(text GLOB '[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*', text, NULL)) AS clock,
    max(iif(text GLOB '[+-][0-9][0-9][0-9][0-9]', text, NULL)) AS zone,
    min(iif(text GLOB '*[^0-9]*' OR text = '', NULL, CAST(text AS INTEGER))) AS size,
    max(iif(text GLOB '*[^0-9.:TZ+ -]*', text, NULL)) AS name
  FROM cell
  GROUP BY pointer
)
SELECT
  name,
  size,
  coalesce(
    iif(substr(time, 11, 1) = '+', substr(time, 1, 10) || 'T' || substr(time, 12), time),
    day || ' ' || clock || coalesce(' ' || zone, '')
  )                                       AS ended,
  pointer,
  NULL                                    AS fault
FROM field
WHERE name IS NOT NULL
ORDER BY line
