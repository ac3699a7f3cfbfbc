-- format:  zfs.snapshots
-- tool:    zfs list -t snapshot -Hp -o name,creation,used,referenced,userrefs
-- docs:    https://openzfs.github.io/openzfs-docs/man/master/8/zfs-list.8.html
-- line:    ?*@?*	1[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]
-- line:    ?*@?*	1[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]	*
-- recovery point: the creation of the snapshot
-- A snapshot in the same pool is lost with the pool: it is no copy elsewhere.
SELECT
  substr(value ->> '$.cells[0]', 1, instr(value ->> '$.cells[0]', '@') - 1) AS asset,
  value ->> '$.cells[0]'                  AS native_id,
  'success'                               AS outcome,
  value ->> '$.cells[1]'                  AS recovery_point,
  value ->> '$.cells[3]'                  AS size_bytes,
  pointer,
  iif(value ->> 'text' GLOB '?*@?*	[0-9]*', NULL, '') AS fault
FROM record
