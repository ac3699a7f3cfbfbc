-- id: PRC-07
-- severity: medium
-- title: One act is written in one way
-- why: Where two places say how the same thing is done, one of them was tried last and the other was not. In the outage somebody follows the other.
-- fix: Keep one of them, lead to it from the other place, and let the drill run that one.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-02a.05; SOC 2 CC7.5; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH path AS MATERIALIZED (
  SELECT
    program,
    EXISTS (SELECT 1 FROM word WHERE word.topic = 'failover' AND instr(lower(program), word.word) > 0) AS fails
  FROM (SELECT DISTINCT program FROM command WHERE instr(program, '/'))
),
called AS MATERIALIZED (
  -- A script and the verb that it is given.
  SELECT
    command.id, command.document, command.line, command.quote, command.program, command.section,
    coalesce(step.title, command.section) AS title,
    substr(rest, 1, instr(rest || ' ', ' ') - 1) AS verb,
    command.id IN (SELECT command FROM drill_command) AS drilled
  FROM (
    SELECT *, substr(text, length(program) + 2) AS rest FROM command
    WHERE program IN (SELECT program FROM path) AND text GLOB '* [a-z]*' AND parent IS NULL
  ) AS command
  LEFT JOIN step ON step.id = command.step
),
verb AS MATERIALIZED (
  SELECT
    document, program, verb, min(id) AS id, max(drilled) AS drilled,
    substr(verb, 1, instr(verb, '-') - 1) AS first, substr(verb, instr(verb, '-') + 1) AS second
  FROM called
  WHERE verb GLOB '[a-z]*'
  GROUP BY document, program, verb
),
other AS MATERIALIZED (
  -- The title of a step has the words of another verb of the script that it calls.
  SELECT called.*, verb.verb AS named, verb.id AS elsewhere, verb.drilled AS tried
  FROM called
  JOIN verb
    ON verb.document = called.document AND verb.program = called.program AND verb.verb <> called.verb
    AND length(verb.first) > 2 AND length(verb.second) > 2
    AND instr(lower(called.title), verb.first) > 0 AND instr(lower(called.title), verb.second) > 0
  WHERE called.verb GLOB '[a-z]*' AND called.drilled = 0 AND instr(lower(called.title), called.verb) = 0
),
script AS MATERIALIZED (
  -- A script that fails over, outside of all scenarios and drills, and called in none of them.
  SELECT command.id, command.document, command.line, command.quote, command.program
  FROM command
  WHERE command.program IN (SELECT program FROM path WHERE fails) AND command.scenario IS NULL AND command.parent IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM command AS own
      WHERE own.document = command.document AND own.program = command.program AND own.scenario IS NOT NULL
    )
    AND command.id NOT IN (SELECT command FROM drill_command)
)
SELECT
  other.document || '/line-' || other.line AS subject,
  'high' AS severity,
  'fail' AS verdict,
  '"' || other.title || '" calls "' || other.program || ' ' || other.verb || '"; line ' || elsewhere.line || ' has "'
  || other.named || '" for it'
  || CASE
    WHEN other.tried = 0 AND EXISTS (
      SELECT 1 FROM verb WHERE verb.document = other.document AND verb.program = other.program AND verb.verb = other.verb
        AND verb.drilled = 1
    ) THEN ', which no drill runs'
    ELSE ''
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', other.document, 'line', other.line, 'quote', other.quote) AS value
      UNION ALL
      SELECT json_object('file', called.document, 'line', called.line, 'quote', called.quote)
      FROM called
      WHERE called.document = other.document AND called.program = other.program AND called.id <> other.id
        AND called.verb IN (other.verb, other.named)
    )
  ) AS evidence,
  NULL AS fix
FROM other
JOIN command AS elsewhere ON elsewhere.id = other.elsewhere
GROUP BY other.id
UNION ALL
SELECT
  script.document || '/line-' || script.line,
  NULL,
  'warn',
  '"' || script.program || '" fails over, and "' || scenario.title || '" (line ' || scenario.line
  || ') does so in commands of its own and does not call it',
  json_array(
    json_object('file', script.document, 'line', script.line, 'quote', script.quote),
    json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote)
  ),
  NULL
FROM script
JOIN scenario ON scenario.id = (
  SELECT min(own.id) FROM scenario AS own
  JOIN topic ON topic.fact = 'scenario' AND topic.id = own.id AND topic.topic IN ('region', 'failover')
  WHERE own.document = script.document AND (SELECT count(*) FROM command WHERE command.scenario = own.id) >= 3
)
GROUP BY script.document, script.program
UNION ALL
-- A command changes an object that the manifests of the plan call otherwise.
SELECT
  command.document || '/line-' || command.line,
  NULL,
  'warn',
  'the command changes "' || command_resource.name || '"; the manifest of the plan has no '
  || substr(command_resource.name, 1, instr(command_resource.name, '/') - 1) || ' of that name',
  json_array(
    json_object('file', command.file, 'line', command.line, 'quote', command.quote),
    json_object('file', code_block.file, 'line', code_block.line,
      'quote', trim(substr(code_block.text, 1, instr(code_block.text || char(10), char(10)) - 1)))
  ),
  'write the name that the manifest has'
FROM command_resource
JOIN command ON command.id = command_resource.command AND command.program = 'kubectl'
  AND command.subcommand IN ('patch', 'edit', 'annotate')
JOIN code_block ON code_block.id = (
  SELECT min(own.id) FROM code_block AS own
  WHERE own.document = command.document AND own.language IN ('yaml', 'yml')
    AND instr(
      lower(own.text) || char(10),
      'kind: ' || substr(command_resource.name, 1, instr(command_resource.name, '/') - 1) || char(10)
    ) > 0
)
WHERE command_resource.kind = 'service' AND command_resource.access = 'write'
  AND (command_resource.name GLOB 'ingress/[a-z]*' OR command_resource.name GLOB 'service/[a-z]*'
    OR command_resource.name GLOB 'cronjob/[a-z]*' OR command_resource.name GLOB 'statefulset/[a-z]*')
  AND command_resource.name NOT GLOB '*[$<{]*'
  AND NOT EXISTS (
    SELECT 1 FROM code_block AS own
    WHERE own.document = command.document AND own.language IN ('yaml', 'yml')
      AND instr(own.text || char(10), 'name: ' || substr(command_resource.name, instr(command_resource.name, '/') + 1) || char(10)) > 0
  )
ORDER BY subject
