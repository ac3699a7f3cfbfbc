-- format:  aws.rds.instances
-- tool:    aws rds describe-db-instances --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/rds/describe-db-instances.html
-- detect:  $.DBInstances[*]
-- detect:  $.DBInstanceIdentifier  $.DBInstanceClass
-- needs:   DBInstanceIdentifier:text
-- table:   DBINSTANCES
-- recovery point: LatestRestorableTime, the end of the window of its log; the start is not printed
-- A retention of 0 days is no automated backup at all, whatever else is printed.
SELECT
  iif(value ->> 'BackupRetentionPeriod' = 0 OR value ->> 'LatestRestorableTime' IS NULL,
    'note', 'pitr')                       AS record,
  value ->> 'DBInstanceIdentifier'        AS asset,
  value ->> 'LatestRestorableTime'        AS latest,
  rtrim(value ->> 'AvailabilityZone', 'abcdefgh') AS location,
  CASE
    WHEN value ->> 'BackupRetentionPeriod' = 0 THEN
      'the automated backups of "' || (value ->> 'DBInstanceIdentifier') || '" are off'
    WHEN value ->> 'LatestRestorableTime' IS NULL THEN
      '"' || (value ->> 'DBInstanceIdentifier') || '" names no time to which it can be restored'
  END                                     AS note,
  pointer,
  fault
FROM record
