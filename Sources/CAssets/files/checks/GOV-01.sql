-- id: GOV-01
-- severity: high
-- title: Objectives are moved by a decision
-- why: A target that moves to where the measurement is has stopped being a target, whether a person or a script moved it. Whoever relies on it has to agree first.
-- fix: Set the target back, or let a person propose the new objective in a request that its owner approves, and keep the old one in force until then.
-- controls: NIST SP 800-53r5 CM-03; NIST SP 800-53r5 CP-02f.; NIST SP 800-53r5 CP-02h.[02]; SOC 2 CC8.1; ISO 22301 6.3; HIPAA 164.316; PCI DSS 12.10.2; DORA 11(1); FFIEC BCM VIII
WITH moved AS (
  SELECT
    objective.*,
    past.target_s AS past_s,
    past.from_at,
    past.until_at,
    -- What the old target would have called a miss.
    (
      SELECT drill.id
      FROM drill_component
      JOIN drill ON drill.id = drill_component.drill
      WHERE drill_component.system = objective.system AND drill_component.component = objective.component
        AND drill.dry_run = 0
        AND drill.happened_at BETWEEN past.from_at AND past.until_at
        AND CASE objective.kind
          WHEN 'rpo' THEN drill.data_loss_s
          ELSE coalesce(drill.failure_s, drill.declaration_s)
        END > past.target_s
      ORDER BY drill.happened_at DESC, drill.id
      LIMIT 1
    ) AS missed,
    row_number() OVER (PARTITION BY objective.id ORDER BY past.until_at DESC) AS place
  FROM objective
  JOIN build
  JOIN policy
  JOIN past_target AS past
    ON past.system = objective.system AND past.component = objective.component AND past.kind = objective.kind
  WHERE objective.in_force = 1 AND objective.state = 'number'
    AND past.until_at > build.as_of - policy.drill_lifetime_s * 1000
    AND past.target_s < objective.target_s
),
mover AS (
  SELECT
    command.*,
    ' ' || replace(replace(replace(replace(lower(command.program), '/', ' '), '-', ' '), '_', ' '), '.', ' ') || ' ' AS words
  FROM command
  WHERE command.role IN ('plain', 'condition', 'wrapped')
    AND (lower(command.program) GLOB '*r[tp]o*' OR command.program = 'sed')
)
SELECT
  moved.system || '/' || moved.component || '/' || moved.kind AS subject,
  CASE WHEN moved.missed IS NULL THEN 'medium' END AS severity,
  CASE WHEN moved.missed IS NULL THEN 'warn' ELSE 'fail' END AS verdict,
  'the ' || upper(moved.kind) || ' of ' || CASE moved.label WHEN '' THEN 'the plan' ELSE moved.label END
  || ' was ' || before.words || ' until ' || strftime('%Y-%m-%d', moved.until_at / 1000, 'unixepoch')
  || ' and is ' || now.words || CASE
    WHEN drill.id IS NULL THEN ''
    ELSE '; the ' || drill.kind || ' of ' || strftime('%Y-%m-%d', drill.happened_at / 1000, 'unixepoch')
      || ' had missed it'
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', moved.file, 'line', moved.line, 'quote', moved.quote) AS value
      UNION ALL
      SELECT json_object('file', drill.file, 'line', drill.line, 'pointer', drill.pointer, 'quote', drill.quote)
      WHERE drill.id IS NOT NULL
    )
  ) AS evidence,
  NULL AS fix
FROM moved
JOIN span AS before ON before.seconds = moved.past_s
JOIN span AS now ON now.seconds = moved.target_s
LEFT JOIN drill ON drill.id = moved.missed
WHERE moved.place = 1
UNION ALL
-- A script that may move one.
SELECT
  mover.document || '/line-' || mover.line AS subject,
  CASE WHEN push.id IS NOT NULL THEN 'critical' END AS severity,
  CASE WHEN push.id IS NOT NULL THEN 'fail' ELSE 'warn' END AS verdict,
  'the command "' || mover.program || '" moves objectives'
  || CASE
    WHEN push.id IS NOT NULL THEN ', and the change is pushed (line ' || push.line || ') without a review'
    ELSE ' without a review (inferred from its name)'
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', mover.file, 'line', mover.line, 'quote', mover.quote) AS value
      UNION ALL
      SELECT json_object('file', push.file, 'line', push.line, 'quote', push.quote) WHERE push.id IS NOT NULL
    )
  ) AS evidence,
  NULL AS fix
FROM mover
-- A push to the branch that counts, with no request for a review beside it.
LEFT JOIN command AS push ON push.id = (
  SELECT min(id) FROM command AS own
  WHERE own.document = mover.document AND own.block = mover.block AND own.line > mover.line
    AND own.program = 'git' AND own.subcommand = 'push'
    AND (own.text GLOB '* main*' OR own.text GLOB '* master*' OR own.text = 'git push')
    AND NOT EXISTS (
      SELECT 1 FROM command AS request
      WHERE request.document = own.document AND request.block = own.block AND request.program IN ('gh', 'glab', 'hub')
    )
)
WHERE (
    EXISTS (SELECT 1 FROM word WHERE word.topic = 'target' AND instr(mover.words, ' ' || word.word || ' ') > 0)
    AND (mover.words GLOB '* update *' OR mover.words GLOB '* set *' OR mover.words GLOB '* adjust *'
      OR mover.words GLOB '* change *' OR mover.words GLOB '* modify *' OR mover.words GLOB '* recalculate *'
      OR mover.words GLOB '* sync *' OR mover.words GLOB '* relax *')
  )
  OR (
    mover.program = 'sed' AND mover.text GLOB '* -i*'
    AND (mover.text GLOB '*[^A-Za-z]R[TP]O[^A-Za-z]*' OR mover.text GLOB '*[^A-Za-z]r[tp]o[^A-Za-z]*')
  )
ORDER BY subject
