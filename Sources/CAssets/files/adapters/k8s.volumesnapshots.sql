-- format:  k8s.volumesnapshots
-- tool:    kubectl get volumesnapshots -A -o json
-- docs:    https://kubernetes.io/docs/concepts/storage/volume-snapshots/
-- kubernetes: snapshot.storage.k8s.io/VolumeSnapshot
-- needs:   metadata.name:text
-- table:   NAME READYTOUSE SOURCEPVC
-- recovery point: status.creationTime, when the storage took it
SELECT
  coalesce(value ->> '$.metadata.namespace' || '/', '') || coalesce(
    value ->> '$.spec.source.persistentVolumeClaimName',
    value ->> '$.spec.source.volumeSnapshotContentName', value ->> '$.metadata.name'
  )                                       AS asset,
  value ->> '$.metadata.name'             AS native_id,
  CASE
    WHEN value ->> '$.status.readyToUse' = 1 THEN 'success'
    WHEN json_type(value, '$.status.error') = 'object' THEN 'failed'
    ELSE 'in_progress'
  END                                     AS outcome,
  coalesce(value ->> '$.status.error.message', value ->> '$.status.readyToUse') AS raw_outcome,
  value ->> '$.status.creationTime'       AS recovery_point,
  value ->> '$.status.creationTime'       AS finished,
  value ->> '$.spec.volumeSnapshotClassName' AS location,
  pointer,
  fault
FROM record
