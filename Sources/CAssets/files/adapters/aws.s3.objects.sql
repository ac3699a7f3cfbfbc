-- format:  aws.s3.objects
-- tool:    aws s3api list-objects-v2 --bucket BUCKET --output json
-- docs:    https://docs.aws.amazon.com/cli/latest/reference/s3api/list-objects-v2.html
-- detect:  $.Contents[*].Key  $.Contents[*].LastModified
-- detect:  $[*].Key  $[*].LastModified  $[*].Size
-- needs:   Key:text
-- rows:    files
-- table:   CONTENTS
-- recovery point: the time in the name; LastModified is the end
-- Objects without a time in their name are left out. The bucket is not in the output.
SELECT
  value ->> 'Key'                         AS name,
  value ->> 'Size'                        AS size,
  value ->> 'LastModified'                AS ended,
  pointer,
  fault
FROM record
