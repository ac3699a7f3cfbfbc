-- The status of each recovery time objective in force, and why.

-- The drills that can prove or disprove a recovery time: strong enough, real, finished, measured or
-- failed, and in an environment that counts. One row for each objective, the newest.
-- Of a drill the clock of the policy counts. The time from the declaration is shorter than that from
-- the failure: where only one is known, the short one can disprove, and the long one prove.
-- limit_s is the target by which it is judged: of its day, or of today where that is shorter.
CREATE VIEW rto_proof AS
WITH judged AS (
  SELECT
    objective.id AS objective,
    drill.id AS drill,
    drill.kind AS drill_kind,
    drill.happened_at,
    drill.outcome,
    drill.file,
    drill.line,
    drill.pointer,
    drill.quote,
    drill.runbook,
    policy.rto_clock,
    drill.failure_s,
    drill.declaration_s,
    CASE policy.rto_clock
      WHEN 'failure' THEN coalesce(drill.failure_s, drill.declaration_s)
      ELSE coalesce(drill.declaration_s, drill.failure_s)
    END AS measured_s,
    min(
      objective.target_s,
      coalesce(
        (
          SELECT past_target.target_s
          FROM past_target
          WHERE past_target.system = objective.system AND past_target.component = objective.component
            AND past_target.kind = objective.kind
            AND past_target.from_at <= drill.happened_at
            AND past_target.until_at > drill.happened_at
          ORDER BY past_target.from_at DESC
          LIMIT 1
        ),
        objective.target_s
      )
    ) AS limit_s,
    objective.strict,
    -- A runbook that is gone is another one than that which was followed.
    drill.runbook_sha256 IS NOT NULL AND drill.runbook IS NOT NULL
      AND drill.runbook_sha256 IS NOT source_file.sha256 AS is_changed
  FROM objective
  JOIN policy
  JOIN drill_component
    ON drill_component.system = objective.system AND drill_component.component = objective.component
  JOIN drill ON drill.id = drill_component.drill
  JOIN drill_kind ON drill_kind.kind = drill.kind
  LEFT JOIN source_file
    ON source_file.path = substr(drill.runbook, 1, instr(drill.runbook || '#', '#') - 1)
  WHERE objective.kind = 'rto'
    AND objective.in_force = 1
    AND drill.dry_run = 0
    AND drill.outcome IN ('pass', 'fail')
    AND drill_kind.strength >= (SELECT strength FROM drill_kind WHERE kind = policy.require_kind)
    -- An objective of one environment is proved there and nowhere else.
    AND CASE objective.dimension
      WHEN 'environment' THEN
        instr(lower(objective.label), lower(coalesce(drill.environment, iif(drill.kind = 'incident', 'production', '-')))) > 0
        OR instr(lower(drill.environment), lower(objective.label)) > 0
      ELSE drill.kind = 'incident' OR drill.environment IN (SELECT environment FROM policy_environment)
    END
),
candidate AS (
  SELECT
    judged.*,
    row_number() OVER (PARTITION BY objective ORDER BY happened_at DESC, drill) AS place
  FROM judged
  WHERE outcome = 'fail'
    OR CASE rto_clock
      WHEN 'failure' THEN failure_s IS NOT NULL OR declaration_s > limit_s - strict
      ELSE declaration_s IS NOT NULL OR failure_s <= limit_s - strict
    END
)
SELECT * FROM candidate WHERE place = 1;

-- The longest time that the plan itself states for a recovery of the component.
CREATE VIEW rto_estimate AS
WITH estimate AS (
  SELECT
    coverage.system,
    coverage.component,
    coverage.basis,
    stated_time.*,
    (
      SELECT coalesce(sum(longest), 0) FROM (
        SELECT max(before.seconds_max) AS longest
        FROM stated_time AS before
        WHERE before.document = stated_time.document AND before.phase IN ('detection', 'response')
        GROUP BY before.phase
      )
    ) AS before_s,
    row_number() OVER (
      PARTITION BY coverage.system, coverage.component
      ORDER BY stated_time.seconds_max DESC, stated_time.id
    ) AS place
  FROM coverage
  JOIN stated_time ON stated_time.id = coverage.id
  WHERE coverage.fact = 'stated_time' AND stated_time.phase = 'recovery' AND stated_time.source = 'estimate'
    AND coverage.basis <> 'class'
    -- What one failure may take says nothing of another one, even if that is the loss of everything.
    AND (
      coverage.basis <> 'whole'
      OR NOT EXISTS (
        SELECT 1 FROM objective
        WHERE objective.system = coverage.system AND objective.component = coverage.component
          AND objective.kind = 'rto' AND objective.dimension = 'scenario'
      )
    )
)
SELECT * FROM estimate WHERE place = 1;

CREATE VIEW rto_verdict AS
WITH joined AS (
  SELECT
    objective.*,
    build.as_of,
    policy.drill_lifetime_s,
    iif(
      CASE policy.rto_clock WHEN 'failure' THEN proof.failure_s ELSE proof.declaration_s END IS NULL,
      iif(policy.rto_clock = 'failure', 'declaration', 'failure'),
      policy.rto_clock
    ) AS clock,
    iif(policy.rto_clock = 'failure', 'declaration', 'failure') AS other_clock,
    CASE
      WHEN policy.rto_clock = 'failure' AND proof.failure_s IS NOT NULL THEN proof.declaration_s
      WHEN policy.rto_clock <> 'failure' AND proof.declaration_s IS NOT NULL THEN proof.failure_s
    END AS other_s,
    proof.limit_s,
    proof.drill,
    proof.drill_kind,
    proof.happened_at,
    proof.outcome,
    proof.measured_s,
    proof.is_changed,
    proof.file AS proof_file,
    proof.line AS proof_line,
    proof.pointer AS proof_pointer,
    proof.quote AS proof_quote,
    estimate.seconds_max AS estimate_s,
    estimate.before_s,
    estimate.document AS estimate_document,
    estimate.file AS estimate_file,
    estimate.line AS estimate_line,
    estimate.quote AS estimate_quote,
    (
      SELECT min(drill_schedule.every_s)
      FROM coverage
      JOIN drill_schedule ON drill_schedule.id = coverage.id
      WHERE coverage.fact = 'drill_schedule'
        AND coverage.system = objective.system AND coverage.component = objective.component
    ) AS cadence_s
  FROM objective
  JOIN build
  JOIN policy
  LEFT JOIN rto_proof AS proof ON proof.objective = objective.id
  LEFT JOIN rto_estimate AS estimate
    ON estimate.system = objective.system AND estimate.component = objective.component
  WHERE objective.kind = 'rto' AND objective.in_force = 1
),
decided AS (
  SELECT
    joined.*,
    happened_at < as_of - min(drill_lifetime_s, coalesce(cadence_s + cadence_s / 2, drill_lifetime_s)) * 1000
      AS is_old,
    CASE
      WHEN state <> 'number' THEN 'unknown'
      WHEN outcome = 'fail' OR measured_s > limit_s - strict THEN 'breached'
      WHEN estimate_s + before_s > target_s - strict THEN 'contradicted'
      WHEN drill IS NOT NULL AND (
        is_changed
        OR happened_at < as_of - min(drill_lifetime_s, coalesce(cadence_s + cadence_s / 2, drill_lifetime_s)) * 1000
      ) THEN 'stale'
      WHEN drill IS NOT NULL THEN 'met'
      WHEN estimate_s IS NOT NULL THEN 'claimed'
      ELSE 'unknown'
    END AS status
  FROM joined
),
worded AS (
  SELECT
    decided.*,
    CASE
      WHEN measured_s >= 3600 THEN printf('%d h %d min', measured_s / 3600, measured_s % 3600 / 60)
      ELSE printf('%d min %d s', measured_s / 60, measured_s % 60)
    END || ' from the ' || clock || CASE
      WHEN other_s IS NULL THEN ''
      WHEN other_s >= 3600 THEN printf(' (%d h %d min from the %s)', other_s / 3600, other_s % 3600 / 60, other_clock)
      ELSE printf(' (%d min %d s from the %s)', other_s / 60, other_s % 60, other_clock)
    END AS measured_words,
    (SELECT words FROM span WHERE seconds = limit_s) AS limit_words,
    strftime('%Y-%m-%d', happened_at / 1000, 'unixepoch') AS happened_words,
    (SELECT words FROM span WHERE seconds = target_s) AS target_words,
    (SELECT words FROM span WHERE seconds = estimate_s) AS estimate_words,
    CASE
      WHEN (estimate_s + before_s) % 3600 = 0 THEN printf('%d h', (estimate_s + before_s) / 3600)
      ELSE printf('%d h %d min', (estimate_s + before_s) / 3600, (estimate_s + before_s) % 3600 / 60)
    END AS total_words
  FROM decided
)
SELECT
  id AS objective,
  system,
  component,
  kind,
  target_s,
  status,
  CASE WHEN status IN ('breached', 'met', 'stale') THEN measured_s END AS measured_s,
  CASE
    WHEN state <> 'number' THEN 'the plan gives no number to hold the evidence against'
    WHEN status = 'breached' AND measured_s IS NULL THEN
      'the newest ' || drill_kind || ' (' || happened_words || ') failed'
    WHEN status = 'breached' AND measured_s <= limit_s - strict THEN
      'the newest ' || drill_kind || ' (' || happened_words || ') ended after ' || measured_words || ', and failed'
    WHEN status = 'breached' THEN
      'the newest ' || drill_kind || ' (' || happened_words || ') took ' || measured_words
      || CASE
        WHEN limit_s < target_s THEN ', the objective of that day allowed ' || limit_words
          || ' (now ' || target_words || ')'
        ELSE ', the objective allows ' || target_words
      END
    WHEN status = 'contradicted' AND before_s > 0 AND estimate_s <= target_s - strict THEN
      'the plan itself states up to ' || estimate_words || ' for the recovery, ' || total_words
      || ' with detection and response; the objective allows ' || target_words
    WHEN status = 'contradicted' THEN
      'the plan itself states up to ' || estimate_words || ' for a recovery, the objective allows ' || target_words
    WHEN status = 'stale' AND is_changed THEN
      'the runbook was changed since the ' || drill_kind || ' of ' || happened_words || ', which took ' || measured_words
    WHEN status = 'stale' THEN
      'the newest ' || drill_kind || ' (' || happened_words || ', ' || measured_words || ') is older than its schedule allows'
    WHEN status = 'met' THEN
      'the ' || drill_kind || ' of ' || happened_words || ' took ' || measured_words || ', within ' || target_words
    WHEN status = 'claimed' THEN
      'the plan states up to ' || estimate_words || '; no drill or incident on record shows it'
    ELSE 'the plan states no time, and no drill or incident on record counts for this component'
  END AS why,
  (
    SELECT json_group_array(json(item)) FROM (
      SELECT json_object('file', file, 'line', line, 'quote', quote) AS item
      UNION ALL
      SELECT json_object('file', proof_file, 'line', proof_line, 'pointer', proof_pointer, 'quote', proof_quote)
      WHERE drill IS NOT NULL
      UNION ALL
      SELECT json_object('file', estimate_file, 'line', estimate_line, 'quote', estimate_quote)
      WHERE estimate_s IS NOT NULL
      UNION ALL
      SELECT json_object('file', before.file, 'line', before.line, 'quote', before.quote)
      FROM stated_time AS before
      WHERE before.document = estimate_document AND before.phase IN ('detection', 'response')
    )
  ) AS evidence
FROM worded
ORDER BY system, component;
