-- id: GOV-02
-- severity: critical
-- title: What is needed to recover does not lie in what fails
-- why: The state of the tools that rebuild a region must be readable when that region is not. Else the recovery begins with a wait for what it is to replace.
-- fix: Replicate the state and its locks to the other region, and name the copy there in the procedure.
-- controls: NIST SP 800-53r5 CP-07(01); NIST SP 800-53r5 CP-06(01); NIST SP 800-53r5 CP-06(03); SOC 2 A1.2; ISO 22301 8.3; HIPAA 164.308(a)(7)(ii)(B); DORA 12(3); FFIEC BCM IV.A
WITH state AS MATERIALIZED (
  SELECT
    command.document, bucket.name AS bucket, region.name AS region, min(command.id) AS command,
    json_object('file', command.document, 'line', bucket.line, 'quote', bucket.quote) AS bucket_line,
    json_object('file', command.document, 'line', region.line, 'quote', region.quote) AS region_line
  FROM command
  JOIN command_resource AS bucket ON bucket.command = command.id AND bucket.kind = 'bucket'
  JOIN command_resource AS region ON region.command = command.id AND region.kind = 'region'
  WHERE command.program IN ('terraform', 'tofu', 'terragrunt') AND command.subcommand = 'init'
    AND region.name GLOB '[a-z]*' AND bucket.name NOT GLOB '*[<$]*'
  GROUP BY command.document, bucket.name, region.name
)
SELECT
  one.document || '/' || one.bucket AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the state lies in the bucket "' || one.bucket || '", which is looked for in ' || one.region || ' and in ' || other.region
  || '; a bucket has one region: one of the two commands fails, or the state is out of reach when its region is' AS message,
  json_array(json(one.bucket_line), json(one.region_line), json(other.bucket_line), json(other.region_line)) AS evidence,
  NULL AS fix
FROM state AS one
JOIN state AS other ON other.document = one.document AND other.bucket = one.bucket AND other.command > one.command
  AND other.region <> one.region
GROUP BY one.document, one.bucket
UNION ALL
-- The only state is in the region that a scenario loses.
SELECT
  state.document || '/' || state.bucket,
  NULL,
  'fail',
  'the state lies in ' || state.region || ', the region that "' || scenario.title || '" loses',
  json_array(
    json(state.bucket_line),
    json(state.region_line),
    json_object('file', home.file, 'line', home.line, 'quote', home.quote),
    json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote)
  ),
  NULL
FROM state
JOIN fact AS home ON home.id = (
  SELECT min(id) FROM fact
  WHERE file = state.document AND kind = 'region.primary' AND instr(value, state.region) > 0
)
JOIN scenario ON scenario.id = (
  SELECT min(topic.id) FROM topic
  WHERE topic.document = state.document AND topic.fact = 'scenario' AND topic.topic = 'region'
)
GROUP BY state.document
HAVING count(DISTINCT state.region) = 1
ORDER BY subject
