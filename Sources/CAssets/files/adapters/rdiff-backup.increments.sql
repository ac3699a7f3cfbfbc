-- format:  rdiff-backup.increments
-- tool:    rdiff-backup --parsable-output list increments REPOSITORY
-- docs:    https://rdiff-backup.net/rdiff-backup.1.html
-- line:    1[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9] directory
-- line:    1[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9] [dr]*
-- recovery point: the time of the increment, which is the start of the run
-- What was backed up is not in the output. A run that failed leaves no increment.
SELECT
  'rdiff-backup'                          AS asset,
  value ->> '$.cells[0]'                  AS native_id,
  'success'                               AS outcome,
  value ->> '$.cells[0]'                  AS recovery_point,
  pointer,
  iif(value ->> 'text' GLOB '1[0-9]* ?*', NULL, '') AS fault
FROM record
