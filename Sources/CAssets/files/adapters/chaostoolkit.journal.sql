-- format:  chaostoolkit.journal
-- tool:    chaos run --journal-path journal.json experiment.json
-- docs:    https://chaostoolkit.org/reference/api/journal/
-- detect:  $.chaoslib-version  $.experiment  $.status
-- recovery point: not in it
-- "completed" is not enough: the system may have deviated, its steady state may not have been met
-- before or after, nothing may have run, or the run may have been dry.
SELECT
  'drill'                                 AS record,
  'chaos'                                 AS kind,
  coalesce(:document ->> '$.experiment.title', 'experiment') AS asset,
  'run ' || coalesce(:document ->> '$.start', '') AS native_id,
  CASE
    WHEN :document ->> 'deviated' = 1 THEN 'fail'
    WHEN :document ->> 'status' IN ('aborted', 'interrupted') THEN 'aborted'
    WHEN :document ->> 'status' = 'failed' THEN 'fail'
    WHEN :document ->> 'status' <> 'completed' THEN 'unlisted'
    WHEN :document ->> '$.steady_states.before.steady_state_met' = 0 THEN 'fail'
    WHEN :document ->> '$.steady_states.after.steady_state_met' = 0 THEN 'fail'
    WHEN ifnull(json_array_length(:document, '$.run'), 0) = 0 THEN 'unmeasured'
    WHEN :document ->> '$.steady_states.before.steady_state_met' = 1
      AND :document ->> '$.steady_states.after.steady_state_met' = 1 THEN 'pass'
    ELSE 'unmeasured'
  END                                     AS outcome,
  (:document ->> 'status') || iif(:document ->> 'deviated' = 1, ', deviated', '') AS raw_outcome,
  coalesce(
    nullif(:document ->> '$.experiment.dry', '') NOT IN (0, 'false'),
    :document ->> 'dry', 0
  )                                       AS dry_run,
  :document ->> '$.experiment.title'      AS scenario,
  :document ->> 'start'                   AS started,
  :document ->> 'end'                     AS finished,
  '$'                                     AS pointer
FROM (SELECT 1)
