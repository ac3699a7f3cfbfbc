-- format:  aws.rds.automated-backups
-- tool:    aws rds describe-db-instance-automated-backups --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/rds/describe-db-instance-automated-backups.html
-- detect:  $.DBInstanceAutomatedBackups[*]
-- detect:  $.DBClusterAutomatedBackups[*]
-- table:   DBINSTANCEAUTOMATEDBACKUPS
-- recovery point: RestoreWindow.LatestTime, the end of the window; each region has its own
-- One that is "creating" has no window yet; "retained" is of an instance that is gone.
SELECT
  iif(json_type(value, '$.RestoreWindow.LatestTime') IS NULL, 'note', 'pitr') AS record,
  coalesce(value ->> 'DBInstanceIdentifier', value ->> 'DBClusterIdentifier') AS asset,
  value ->> '$.RestoreWindow.EarliestTime' AS earliest,
  value ->> '$.RestoreWindow.LatestTime'  AS latest,
  value ->> 'Region'                      AS location,
  pointer,
  fault
FROM record
