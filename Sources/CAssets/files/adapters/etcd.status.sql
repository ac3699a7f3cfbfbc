-- format:  etcd.status
-- tool:    TZ=UTC ls -l --time-style=full-iso FOLDER
-- docs:    https://etcd.io/docs/latest/op-guide/recovery/
-- detect:  $.hash  $.revision  $.totalKey  $.totalSize
-- detect:  $[*].hash  $[*].revision  $[*].totalKey
-- refused: "etcdctl snapshot status" names neither a file nor a time: it verifies one snapshot and lists none
SELECT 'etcd' AS asset, pointer FROM record WHERE 0
