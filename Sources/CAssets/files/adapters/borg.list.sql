-- format:  borg.list
-- tool:    TZ=UTC borg list --json REPOSITORY
-- docs:    https://borgbackup.readthedocs.io/en/1.4-maint/internals/frontends.html
-- detect:  $.archives[*].barchive  $.repository.location
-- detect:  $.archives[*].archive  $.repository.location
-- needs:   id:text name:text start:text
-- recovery point: start of the archive; borg reads the files from then on
-- Borg prints times of its own clock without a zone. An archive that ends in ".checkpoint" was cut.
SELECT
  coalesce(:document ->> '$.repository.location', '') AS asset,
  value ->> 'id'                          AS native_id,
  iif(value ->> 'name' GLOB '*.checkpoint*', 'in_progress', 'success') AS outcome,
  value ->> 'name'                        AS raw_outcome,
  value ->> 'start'                       AS recovery_point,
  value ->> 'end'                         AS finished,
  value ->> '$.stats.original_size'       AS size_bytes,
  nullif(:document ->> '$.encryption.mode', '') <> 'none' AS encrypted,
  pointer,
  fault
FROM record
