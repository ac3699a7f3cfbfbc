-- format:  bareos.jobs
-- tool:    printf '.api json\nlist jobs\n' | bconsole
-- docs:    https://docs.bareos.org/DeveloperGuide/api.html
-- detect:  $.result.jobs[*]
-- detect:  $.jobs[*].jobstatus  $.jobs[*].jobid
-- detect:  $[*].jobstatus  $[*].jobid
-- needs:   jobid:text|integer name:text jobstatus:text type:text
-- recovery point: start of the job, by the clock of the director, without a zone
-- Sizes and ids are texts. A restore is a drill; jobs that verify, copy or clean up are neither.
SELECT
  iif(value ->> 'type' = 'R', 'drill', 'backup') AS record,
  'restore'                               AS kind,
  (value ->> 'name') || coalesce(' ' || (value ->> 'client'), '') AS asset,
  value ->> 'jobid'                       AS native_id,
  CASE
    WHEN value ->> 'type' = 'R' THEN
      CASE
        WHEN value ->> 'jobstatus' = 'T' THEN 'pass'
        WHEN value ->> 'jobstatus' = 'W' THEN 'partial'
        WHEN value ->> 'jobstatus' IN ('E', 'e', 'f') THEN 'fail'
        WHEN value ->> 'jobstatus' = 'A' THEN 'aborted'
        ELSE 'running'
      END
    WHEN value ->> 'jobstatus' IN ('T', 'W') THEN 'success'
    WHEN value ->> 'jobstatus' IN ('E', 'e', 'f', 'A') THEN 'failed'
    WHEN value ->> 'jobstatus' IN (
      'R', 'C', 'B', 'D', 'F', 'I', 'L', 'M', 'S', 'a', 'c', 'd', 'i', 'j', 'l', 'm', 'p', 'q',
      's', 't', 'v', 'w'
    ) THEN 'in_progress'
    ELSE 'unlisted'
  END                                     AS outcome,
  value ->> 'jobstatus'                   AS raw_outcome,
  iif(value ->> 'type' = 'R', NULL, value ->> 'starttime') AS recovery_point,
  value ->> 'starttime'                   AS started,
  coalesce(nullif(value ->> 'realendtime', ''), nullif(value ->> 'endtime', '')) AS finished,
  value ->> 'jobbytes'                    AS size_bytes,
  pointer,
  fault
FROM record
WHERE fault IS NOT NULL OR value ->> 'type' IN ('B', 'R')
