-- format:  junit.suites
-- tool:    pytest --junit-xml=report.xml
-- docs:    https://github.com/testmoapp/junitxml
-- detect:  $.tag=testsuites
-- detect:  $.tag=testsuite
-- recovery point: not in it
-- A suite is a drill. Its time is the property rto_seconds, else that of the suite. A test that was
-- skipped did not pass. By its schema the time stamp has no zone.
WITH suite AS (
  SELECT value, fullkey AS pointer
  FROM json_tree(:document)
  WHERE type = 'object' AND value ->> 'tag' = 'testsuite'
), field AS (
  SELECT
    suite.value,
    suite.pointer,
    (
      SELECT value ->> '$.attributes.value' FROM json_tree(suite.value)
      WHERE type = 'object' AND value ->> 'tag' = 'property'
        AND value ->> '$.attributes.name' IN ('rto_seconds', 'recovery_time_seconds')
    ) AS rto,
    (
      SELECT value ->> '$.attributes.value' FROM json_tree(suite.value)
      WHERE type = 'object' AND value ->> 'tag' = 'property'
        AND value ->> '$.attributes.name' IN ('component', 'service')
    ) AS service,
    cases.total,
    cases.bad,
    cases.skipped
  FROM suite
  JOIN (
    SELECT
      suite.pointer,
      count(*) AS total,
      sum(EXISTS (SELECT 1 FROM json_each(one.value, '$.children')
        WHERE value ->> 'tag' IN ('failure', 'error'))) AS bad,
      sum(EXISTS (SELECT 1 FROM json_each(one.value, '$.children')
        WHERE value ->> 'tag' = 'skipped')) AS skipped
    FROM suite, json_each(suite.value, '$.children') AS one
    WHERE one.value ->> 'tag' = 'testcase'
    GROUP BY suite.pointer
  ) AS cases ON cases.pointer = suite.pointer
)
SELECT
  'drill'                                 AS record,
  'restore'                               AS kind,
  coalesce(service, value ->> '$.attributes.name', 'suite') AS asset,
  (value ->> '$.attributes.name') || ' ' || coalesce(value ->> '$.attributes.timestamp', pointer)
                                          AS native_id,
  CASE
    WHEN bad > 0 OR CAST(value ->> '$.attributes.failures' AS INTEGER) > 0
      OR CAST(value ->> '$.attributes.errors' AS INTEGER) > 0 THEN 'fail'
    WHEN skipped = total THEN 'unmeasured'
    WHEN skipped > 0 THEN 'partial'
    ELSE 'pass'
  END                                     AS outcome,
  (total - bad - skipped) || ' passed, ' || bad || ' failed, ' || skipped || ' skipped'
                                          AS raw_outcome,
  value ->> '$.attributes.name'           AS scenario,
  value ->> '$.attributes.timestamp'      AS started,
  CAST(coalesce(rto, value ->> '$.attributes.time') AS REAL) AS duration_s,
  pointer
FROM field
