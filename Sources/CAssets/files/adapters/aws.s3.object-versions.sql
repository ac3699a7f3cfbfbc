-- format:  aws.s3.object-versions
-- tool:    aws s3api list-object-versions --bucket BUCKET --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/s3api/list-object-versions.html
-- detect:  $.Versions[*].Key  $.Versions[*].VersionId
-- detect:  $.Versions[*].Key  $.Versions[*].IsLatest
-- needs:   Key:text
-- rows:    files
-- table:   VERSIONS
-- recovery point: the time in the name; LastModified is the end
-- Only the newest version of an object counts. One that was deleted (its newest version is a delete
-- marker) does not, though it could be brought back.
SELECT
  value ->> 'Key'                         AS name,
  value ->> 'Size'                        AS size,
  value ->> 'LastModified'                AS ended,
  pointer,
  fault
FROM record
WHERE ifnull(value ->> 'IsLatest', 1) = 1
