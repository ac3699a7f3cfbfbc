-- format:  metrics.log
-- tool:    echo "$(LC_ALL=C date -u +%FT%TZ): Recovery time: ${SECONDS}s"
-- line:    *: [Rr]ecovery [Tt]ime: *
-- recovery point: not in it
-- A line of a drill's script: "<date>: Recovery time: <n>s". An empty value is no zero. What
-- recovered is not in the line.
WITH field AS (
  SELECT
    substr(value ->> 'text', 1, instr(lower(value ->> 'text'), ': recovery time:') - 1) AS time,
    trim(substr(value ->> 'text', instr(lower(value ->> 'text'), ': recovery time:') + 16)) AS text,
    pointer
  FROM record
  WHERE instr(lower(value ->> 'text'), ': recovery time:') > 0
), amount AS (
  SELECT
    time,
    pointer,
    text,
    CASE
      WHEN rtrim(text, 'secondsSECONDS. ') GLOB '*[^0-9.]*' THEN NULL
      WHEN rtrim(text, 'secondsSECONDS ') = text THEN NULL
      ELSE CAST(nullif(rtrim(text, 'secondsSECONDS '), '') AS REAL)
    END AS seconds
  FROM field
)
SELECT
  'drill'                                 AS record,
  'restore'                               AS kind,
  'drill'                                 AS asset,
  'recovery ' || time                     AS native_id,
  'pass'                                  AS outcome,
  text                                    AS raw_outcome,
  time                                    AS finished,
  seconds                                 AS duration_s,
  pointer,
  iif(seconds IS NULL, ' (the value)', NULL) AS fault
FROM amount
