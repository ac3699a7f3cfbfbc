-- format:  metrics.csv
-- tool:    echo "$(LC_ALL=C date -u +%FT%TZ),recovery_time,$SECONDS"
-- line:    *[0-9Z],recovery_time,*
-- recovery point: not in it
-- Lines of a drill's script: "<date>,recovery_time,<n>", in seconds by the script, and what it
-- measured besides. No unit is written, so nothing of it passes. An empty value is no zero.
WITH field AS (
  SELECT
    substr(value ->> 'text', 1, instr(value ->> 'text', ',') - 1) AS time,
    substr(value ->> 'text', instr(value ->> 'text', ',') + 1) AS rest,
    pointer
  FROM record
  WHERE value ->> 'text' GLOB '*,[a-z]*,*'
), metric AS (
  SELECT
    time,
    trim(substr(rest, 1, instr(rest, ',') - 1)) AS name,
    trim(substr(rest, instr(rest, ',') + 1)) AS text,
    pointer
  FROM field
)
SELECT
  'drill'                                 AS record,
  'restore'                               AS kind,
  'drill'                                 AS asset,
  name || ' ' || time                     AS native_id,
  'unmeasured'                            AS outcome,
  text                                    AS raw_outcome,
  time                                    AS finished,
  CAST(text AS REAL)                      AS duration_s,
  pointer,
  iif(text = '' OR text GLOB '*[^0-9.]*', ' (the value)', NULL) AS fault
FROM metric
WHERE name = 'recovery_time' OR text = '' OR text GLOB '*[^0-9.]*'
