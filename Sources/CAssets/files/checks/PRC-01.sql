-- id: PRC-01
-- severity: high
-- title: Every step that is promised is written down
-- why: What a plan promises without saying how it is done is left to whoever is awake.
-- fix: Write the missing step where the procedure needs it, with who does it and how.
-- controls: NIST SP 800-53r5 CP-10[01]; NIST SP 800-53r5 CP-02a.05; SOC 2 CC7.5; ISO 22301 8.4.4; HIPAA 164.308(a)(7)(ii)(B); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH said AS MATERIALIZED (
  -- A step that prints what it does, and does nothing else.
  SELECT spoken.step
  FROM (
    SELECT DISTINCT step FROM command
    WHERE program IN ('echo', 'printf', 'log', 'log_info', 'info', 'print_status') AND step IS NOT NULL
  ) AS spoken
  WHERE NOT EXISTS (
      SELECT 1 FROM command AS own
      WHERE own.step = spoken.step
        AND (own.program NOT IN ('echo', 'printf', 'log', 'log_info', 'info', 'print_status') OR instr(own.text, '$'))
    )
),
sequence AS MATERIALIZED (
  -- Sections with several steps, drills and lists to tick aside.
  SELECT heading.document, heading.title AS section, steps.line, steps.last, heading.line AS first, heading.last_line
  FROM (
    SELECT heading, min(line) AS line, max(line) AS last FROM step
    WHERE form = 'heading' OR (form = 'comment' AND number IS NOT NULL)
    GROUP BY heading
    HAVING count(*) >= 3
  ) AS steps
  CROSS JOIN heading ON heading.id = steps.heading
  WHERE EXISTS (
      SELECT 1 FROM topic
      WHERE topic.fact = 'heading' AND topic.id = heading.id
        AND topic.topic IN ('recovery', 'failover', 'region', 'corruption', 'ransomware')
    )
    AND heading.id NOT IN (
      SELECT own.id
      FROM drill_section
      CROSS JOIN heading AS own
        ON own.document = drill_section.document AND own.line BETWEEN drill_section.line AND drill_section.last_line
    )
),
procedure AS MATERIALIZED (
  -- Where there may be two that verify and one that does not.
  SELECT
    sequence.*,
    -- A step of any form that verifies.
    EXISTS (
      SELECT 1 FROM step AS own
      CROSS JOIN step_topic ON step_topic.step = own.id AND step_topic.topic = 'verification'
      WHERE own.document = sequence.document AND own.line BETWEEN sequence.first AND sequence.last_line
    ) AS verifies
  FROM sequence
  WHERE sequence.document IN (SELECT document FROM sequence GROUP BY document HAVING count(*) >= 3)
),
total AS MATERIALIZED (
  SELECT
    document, count(*) AS procedures, sum(verifies = 0) AS open,
    max(CASE WHEN verifies THEN section END) AS example,
    group_concat(CASE WHEN verifies = 0 THEN '"' || section || '" (line ' || line || ')' END, ', ') AS names
  FROM procedure
  GROUP BY document
  HAVING sum(verifies) >= 2 AND sum(verifies = 0) > 0
),
promised AS MATERIALIZED (
  SELECT
    step.document, count(*) AS times, min(step.title) AS title,
    json_group_array(json_object('file', step.file, 'line', step.line, 'quote', step.quote)) AS evidence
  FROM step_topic
  CROSS JOIN step ON step.id = step_topic.step
  WHERE step_topic.topic = 'verification' AND step.scenario IS NOT NULL AND step.form = 'item'
  GROUP BY step.document
  HAVING count(*) > 1
),
verifier AS MATERIALIZED (
  -- Programs whose name says that they look.
  SELECT name.program
  FROM (SELECT DISTINCT program FROM command) AS name
  WHERE name.program LIKE '%test%' OR name.program LIKE '%health%' OR name.program LIKE '%smoke%'
    OR EXISTS (SELECT 1 FROM word WHERE word.topic = 'verification' AND instr(lower(name.program), word.word) > 0)
),
whole AS MATERIALIZED (
  -- A scenario that loses a region, with its commands, and the components with data of their own.
  SELECT scenario.id, scenario.document, scenario.title, scenario.file, scenario.line, scenario.quote, component_topic.topic,
    objective.id AS objective, objective.label
  FROM topic AS lost
  CROSS JOIN scenario ON scenario.id = lost.id
  CROSS JOIN objective
    ON objective.document = scenario.document AND objective.kind = 'rpo' AND objective.in_force = 1
    AND objective.state = 'number' AND objective.target_s > 0
  CROSS JOIN component_topic
    ON component_topic.system = objective.system AND component_topic.component = objective.component
    AND component_topic.topic IN ('database', 'cache', 'search', 'files')
  WHERE lost.fact = 'scenario' AND lost.topic = 'region'
    AND (SELECT count(*) FROM command WHERE command.scenario = scenario.id) >= 3
  GROUP BY scenario.id, objective.id
),
tended AS MATERIALIZED (
  -- Whether a step or a command of the scenario has to do with the component.
  SELECT
    whole.*,
    EXISTS (
      SELECT 1 FROM step
      CROSS JOIN step_topic ON step_topic.step = step.id
      WHERE step.scenario = whole.id AND step_topic.topic IN (whole.topic, 'everything')
    ) OR EXISTS (
      SELECT 1 FROM command
      JOIN word ON word.topic = whole.topic AND instr(lower(command.text), word.word) > 0
      WHERE command.scenario = whole.id
    ) AS touched
  FROM whole
)
SELECT
  stated_time.document || '/line-' || stated_time.line AS subject,
  'medium' AS severity,
  'warn' AS verdict,
  'people are to be told within ' || span.words || ', and no section of the plan says how: no channel, template or owner'
  AS message,
  json_array(json_object('file', stated_time.file, 'line', stated_time.line, 'quote', stated_time.quote)) AS evidence,
  'add a section that says who tells whom, where and in which words' AS fix
FROM stated_time
JOIN span ON span.seconds = stated_time.seconds_max
WHERE stated_time.phase = 'communication'
  AND NOT EXISTS (
    SELECT 1 FROM topic
    WHERE topic.document = stated_time.document AND topic.fact = 'heading' AND topic.topic = 'communication'
  )
  AND NOT EXISTS (
    SELECT 1 FROM fact
    WHERE fact.file = stated_time.document AND fact.kind = 'comm.cadence'
  )
UNION ALL
SELECT
  scenario.document || '/detection',
  'medium',
  'warn',
  'none of the ' || count(*) || ' scenarios says by which signs it is recognised',
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', own.file, 'line', own.line, 'quote', own.quote) AS value
      FROM scenario AS own
      WHERE own.document = scenario.document
      UNION ALL
      SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
      FROM fact
      WHERE fact.file = scenario.document AND fact.kind = 'impact'
    )
  ),
  'write under each scenario which alerts and symptoms show it, and who declares it'
FROM scenario
JOIN document ON document.path = scenario.document AND document.kind = 'plan'
-- Its scenarios are labelled: what they say of themselves was read.
WHERE (SELECT count(*) FROM fact WHERE fact.file = scenario.document AND fact.kind = 'impact') > 1
  AND NOT EXISTS (SELECT 1 FROM fact WHERE fact.file = scenario.document AND fact.kind = 'detection')
  AND NOT EXISTS (
    SELECT 1 FROM stated_time WHERE stated_time.document = scenario.document AND stated_time.phase = 'detection'
  )
GROUP BY scenario.document
HAVING count(*) > 1
UNION ALL
SELECT
  step.document || '/empty-steps',
  'medium',
  'warn',
  count(*) || CASE count(*) WHEN 1 THEN ' step prints' ELSE ' steps print' END || ' that something is done, and nothing does it: '
  || group_concat('"' || step.title || '" (line ' || step.line || ')', ', '),
  json_group_array(json_object('file', step.file, 'line', step.line, 'quote', step.quote)),
  'write the command, or who does it by hand, where and with which values'
FROM said
JOIN step ON step.id = said.step AND step.form = 'comment' AND step.number IS NOT NULL
GROUP BY step.document
UNION ALL
SELECT
  total.document || '/verification',
  NULL,
  'warn',
  total.open || ' of ' || total.procedures || ' procedures ' || CASE total.open WHEN 1 THEN 'ends' ELSE 'end' END
  || ' without a step that verifies: ' || total.names,
  json_group_array(json_object('file', step.file, 'line', step.line, 'quote', step.quote)),
  'end ' || CASE total.open WHEN 1 THEN 'it' ELSE 'each' END || ' with a step that shows that it worked, as "' || total.example
  || '" does'
FROM total
CROSS JOIN procedure ON procedure.document = total.document AND procedure.verifies = 0
CROSS JOIN step
  ON step.document = procedure.document AND step.section = procedure.section
  AND step.line BETWEEN procedure.line AND procedure.last
GROUP BY total.document
UNION ALL
SELECT
  tended.document || '/line-' || tended.line,
  NULL,
  'warn',
  'the procedure for "' || tended.title || '" has no step for ' || group_concat(tended.label, ', ')
  || ', which have objectives for their data (inferred)',
  json(
    '[' || json_object('file', tended.file, 'line', tended.line, 'quote', tended.quote) || ','
    || substr(json_group_array(json_object('file', objective.file, 'line', objective.line, 'quote', objective.quote)), 2)
  ),
  'say for each how its data come to the other region, or why nothing is to be done'
FROM tended
JOIN objective ON objective.id = tended.objective
WHERE tended.touched = 0 AND tended.id IN (SELECT id FROM tended WHERE touched)
GROUP BY tended.id
UNION ALL
-- Verifications are promised in scenarios, and no command anywhere looks at anything.
SELECT
  promised.document || '/verifications',
  NULL,
  'warn',
  promised.times || ' scenarios end with a verification ("' || promised.title || '"), and none of the '
  || (SELECT count(*) FROM command WHERE command.document = promised.document AND role = 'plain')
  || ' commands of the plan verifies anything',
  promised.evidence,
  'write the commands that show it, and what they must answer'
FROM promised
WHERE (SELECT count(*) FROM command WHERE command.document = promised.document AND role = 'plain') >= 5
  AND NOT EXISTS (
    SELECT 1 FROM command
    WHERE command.document = promised.document
      AND (
        command.program IN (SELECT program FROM verifier)
        OR (
          command.program IN ('curl', 'wget', 'nc', 'ping', 'dig', 'nslookup', 'psql', 'mysql', 'mongo', 'mongosh', 'redis-cli',
            'pg_isready', 'http')
          AND NOT EXISTS (
            SELECT 1 FROM command_resource
            WHERE command_resource.command = command.id AND command_resource.access IN ('write', 'destroy')
          )
        )
        OR (
          command.subcommand IN ('get', 'describe', 'logs', 'rollout status', 'wait', 'top', 'ps', 'status', 'check', 'verify')
          AND command.role <> 'substitution'
        )
      )
  )
UNION ALL
-- A failover that is called automatic, and is a service and its address in one cluster.
SELECT
  heading.document || '/' || heading.anchor,
  NULL,
  'warn',
  '"' || heading.title || '" shows '
  || CASE
    WHEN instr(code_block.text, 'kind: Ingress') = 0 THEN 'a Service' WHEN instr(code_block.text, 'kind: Service') = 0 THEN 'an Ingress'
    ELSE 'a Service and an Ingress'
  END || ' of one cluster: nothing in it fails over to another place',
  json_array(
    json_object('file', heading.file, 'line', heading.line, 'quote', heading.quote),
    json_object('file', code_block.file, 'line', code_block.line,
      'quote', trim(substr(code_block.text, 1, instr(code_block.text || char(10), char(10)) - 1)))
  ),
  'say what detects the loss of the place, what moves the traffic and where to'
FROM topic AS automatic
CROSS JOIN topic ON topic.fact = 'heading' AND topic.id = automatic.id AND topic.topic = 'failover'
CROSS JOIN heading ON heading.id = automatic.id
CROSS JOIN code_block
  ON code_block.document = heading.document AND code_block.line BETWEEN heading.line AND heading.last_line
  AND code_block.language IN ('yaml', 'yml') AND code_block.text GLOB '*kind: *'
WHERE automatic.fact = 'heading' AND automatic.topic = 'automatic'
  AND code_block.text NOT GLOB '*kind: [^SI]*' AND code_block.text NOT GLOB '*kind: StatefulSet*'
  AND NOT EXISTS (
    SELECT 1 FROM word
    WHERE word.topic IN ('failover', 'region') AND instr(lower(code_block.text), word.word) > 0
  )
  AND (
    SELECT count(*) FROM code_block AS other
    WHERE other.document = heading.document AND other.line BETWEEN heading.line AND heading.last_line
  ) = 1
GROUP BY heading.id
ORDER BY subject
