-- The status of each recovery point objective in force, and why.
CREATE VIEW rpo_verdict AS
WITH target AS (
  SELECT
    objective.*,
    policy.drill_lifetime_s,
    build.as_of
  FROM objective, policy, build
  WHERE objective.kind = 'rpo' AND objective.in_force = 1
),
-- The newest drill or incident that says how much was lost.
loss AS (
  SELECT drill_component.system, drill_component.component, drill.*,
    row_number() OVER (
      PARTITION BY drill_component.system, drill_component.component
      ORDER BY drill.happened_at DESC, drill.id
    ) AS place
  FROM drill
  JOIN drill_component ON drill_component.drill = drill.id
  WHERE drill.data_loss_s IS NOT NULL AND drill.dry_run = 0
    AND (drill.environment IN (SELECT environment FROM policy_environment) OR drill.kind = 'incident')
),
-- The shortest interval that the plan states for the component, and whether anything else covers it.
stated AS (
  SELECT
    coverage.system,
    coverage.component,
    min(CASE WHEN backup_policy.mechanism = 'schedule' AND coverage.basis <> 'class' THEN backup_policy.every_s END) AS every_s,
    max(
      coverage.basis <> 'class'
      AND backup_policy.mechanism IN ('continuous', 'replication', 'version control')
    ) AS is_continuous
  FROM coverage
  JOIN backup_policy ON backup_policy.id = coverage.id
  WHERE coverage.fact = 'backup_policy'
  GROUP BY coverage.system, coverage.component
),
shown AS MATERIALIZED (SELECT * FROM objective_exposure),
joined AS (
  SELECT
    target.*,
    exposure.basis,
    exposure.exposure_s,
    exposure.collected_at,
    exposure.inventory,
    exposure.pointer AS exposure_pointer,
    exposure.next_inventory,
    exposure.next_pointer,
    exposure.worst_from,
    exposure.key AS asset_key,
    exposure.is_old,
    exposure.is_over AND NOT exposure.is_too_old AS is_over,
    loss.data_loss_s,
    loss.file AS loss_file,
    loss.line AS loss_line,
    loss.pointer AS loss_pointer,
    loss.quote AS loss_quote,
    stated.every_s,
    coalesce(stated.is_continuous, 0) AS is_continuous,
    -- Its own row names what copies every change.
    stated.every_s > target.target_s AND target.id IN (SELECT id FROM logged_row WHERE fact = 'objective') AS is_logged,
    target.mechanism IS NOT NULL AND target.target_s = 0 AS has_reason,
    scenario.title AS lost_scenario,
    scenario.file AS lost_file,
    scenario.line AS lost_line,
    scenario.quote AS lost_quote,
    regional.region AS lost_region,
    elsewhere.basis AS elsewhere_basis,
    elsewhere.exposure_s AS elsewhere_s,
    elsewhere.inventory AS elsewhere_inventory,
    elsewhere.pointer AS elsewhere_pointer,
    elsewhere.key || ' at ' || elsewhere.location AS elsewhere_key,
    elsewhere.worst_from AS elsewhere_from,
    elsewhere.collected_at AS elsewhere_collected_at,
    elsewhere.is_old AS is_elsewhere_old,
    regional.scenario IS NOT NULL AND elsewhere.is_over AND NOT elsewhere.is_too_old AS is_over_elsewhere
  FROM target
  LEFT JOIN shown AS exposure ON exposure.objective = target.id AND exposure.scope = 'any'
  LEFT JOIN regional_loss AS regional
    ON regional.system = target.system AND regional.component = target.component
    AND (target.dimension <> 'scenario' OR regional.is_named)
  LEFT JOIN scenario ON scenario.id = regional.scenario
  LEFT JOIN shown AS elsewhere
    ON elsewhere.objective = target.id AND elsewhere.scope = 'elsewhere' AND regional.scenario IS NOT NULL
  LEFT JOIN loss
    ON loss.system = target.system AND loss.component = target.component AND loss.place = 1
    AND loss.happened_at > target.as_of - target.drill_lifetime_s * 1000
  LEFT JOIN stated
    ON stated.system = target.system AND stated.component = target.component
),
decided AS (
  SELECT
    joined.*,
    lost_region IS NOT NULL AND exposure_s IS NOT NULL AND elsewhere_s IS NULL AS is_lost,
    CASE
      WHEN state <> 'number' THEN 'unknown'
      WHEN is_over THEN 'breached'
      WHEN data_loss_s > target_s - strict THEN 'breached'
      WHEN is_over_elsewhere THEN 'breached'
      WHEN every_s > target_s AND NOT is_continuous AND NOT is_logged THEN 'contradicted'
      WHEN exposure_s IS NOT NULL AND is_old THEN 'stale'
      WHEN elsewhere_s IS NOT NULL AND is_elsewhere_old THEN 'stale'
      WHEN basis <> 'none' AND (lost_region IS NULL OR elsewhere_basis <> 'none') THEN 'met'
      WHEN has_reason OR is_continuous OR is_logged OR every_s <= target_s THEN 'claimed'
      ELSE 'unknown'
    END AS status
  FROM joined
),
worded AS (
  SELECT
    decided.*,
    CASE
      WHEN exposure_s >= 86400 THEN printf('%d d %d h', exposure_s / 86400, exposure_s % 86400 / 3600)
      WHEN exposure_s >= 3600 THEN printf('%d h %d min', exposure_s / 3600, exposure_s % 3600 / 60)
      ELSE printf('%d min %d s', exposure_s / 60, exposure_s % 60)
    END AS exposure_words,
    CASE
      WHEN elsewhere_s >= 86400 THEN printf('%d d %d h', elsewhere_s / 86400, elsewhere_s % 86400 / 3600)
      WHEN elsewhere_s >= 3600 THEN printf('%d h %d min', elsewhere_s / 3600, elsewhere_s % 3600 / 60)
      ELSE printf('%d min %d s', elsewhere_s / 60, elsewhere_s % 60)
    END AS elsewhere_words,
    CASE
      WHEN data_loss_s >= 3600 THEN printf('%d h %d min', data_loss_s / 3600, data_loss_s % 3600 / 60)
      ELSE printf('%d min %d s', data_loss_s / 60, data_loss_s % 60)
    END AS loss_words,
    (SELECT words FROM span WHERE seconds = target_s) AS target_words,
    (SELECT words FROM span WHERE seconds = every_s) AS every_words
  FROM decided
)
SELECT
  id AS objective,
  system,
  component,
  kind,
  target_s,
  status,
  CASE
    WHEN status = 'breached' AND is_over THEN exposure_s
    WHEN status = 'breached' AND data_loss_s > target_s - strict THEN data_loss_s
    WHEN status = 'breached' THEN elsewhere_s
    WHEN status IN ('met', 'stale') THEN max(exposure_s, coalesce(elsewhere_s, 0))
  END AS measured_s,
  CASE
    WHEN state <> 'number' THEN 'the plan gives no number to hold the evidence against'
    WHEN status = 'breached' AND is_over AND basis = 'none' THEN
      'the listing goes back ' || exposure_words || ' and holds no backup that can be restored, the objective allows '
      || target_words
    WHEN status = 'breached' AND is_over AND basis = 'window' THEN
      'the log could be replayed up to ' || exposure_words || ' before it was looked at, the objective allows '
      || target_words
    WHEN status = 'breached' AND is_over THEN
      'the worst exposure on record is ' || exposure_words || ', the objective allows ' || target_words
    WHEN status = 'breached' AND data_loss_s > target_s - strict THEN
      'the newest drill or incident that says so lost ' || loss_words || ' of data, the objective allows ' || target_words
    WHEN status = 'breached' THEN
      'outside of ' || lost_region || ', which "' || lost_scenario || '" loses, the worst exposure on record is '
      || elsewhere_words || ', the objective allows ' || target_words
    WHEN status = 'contradicted' THEN
      'the plan backs up every ' || every_words || ', the objective allows ' || target_words
      || ', and nothing else that the plan names covers the difference'
    WHEN status = 'stale' AND is_old THEN
      'the newest complete listing was collected ' || ((as_of - collected_at) / 86400000)
      || ' d ago; it showed a worst exposure of ' || exposure_words
    WHEN status = 'stale' THEN
      'the newest complete listing from outside of ' || lost_region || ' was collected '
      || ((as_of - elsewhere_collected_at) / 86400000) || ' d ago; it showed a worst exposure of ' || elsewhere_words
    WHEN status = 'met' AND basis = 'window' THEN
      'the log could be replayed up to ' || exposure_words || ' before it was looked at, within ' || target_words
      || CASE WHEN elsewhere_s IS NULL THEN '' ELSE '; outside of ' || lost_region || ' it is ' || elsewhere_words END
    WHEN status = 'met' THEN
      'the worst exposure in the listing is ' || exposure_words || ', within ' || target_words
      || CASE WHEN elsewhere_s IS NULL THEN '' ELSE '; outside of ' || lost_region || ' it is ' || elsewhere_words END
    WHEN basis = 'none' THEN 'no backup in the newest complete listing can be restored'
    WHEN elsewhere_basis = 'none' THEN
      'no backup outside of ' || lost_region || ', which "' || lost_scenario || '" loses, can be restored'
    WHEN is_lost THEN
      'all that is on record lies in ' || lost_region || ', or nobody knows where; "' || lost_scenario
      || '" loses that region'
    WHEN status = 'claimed' AND has_reason THEN
      'the plan says "' || mechanism || '"; nothing on record shows it'
    WHEN status = 'claimed' AND is_continuous THEN
      'the plan names a continuous mechanism; no listing or drill shows it'
    WHEN status = 'claimed' THEN
      'the plan backs up every ' || every_words || '; no listing shows it'
    ELSE 'the plan names no mechanism, and no listing is joined to this component'
  END AS why,
  (
    SELECT json_group_array(json(item)) FROM (
      SELECT json_object('file', file, 'line', line, 'quote', quote) AS item
      UNION ALL
      SELECT json_object('file', inventory, 'pointer', exposure_pointer, 'quote',
        asset_key
        || CASE basis WHEN 'none' THEN ': nothing usable since ' WHEN 'window' THEN ': restorable up to '
          ELSE ': recovery point ' END
        || strftime('%Y-%m-%dT%H:%M:%SZ', worst_from / 1000, 'unixepoch'))
      WHERE exposure_s IS NOT NULL
      UNION ALL
      SELECT json_object('file', next_inventory, 'pointer', next_pointer, 'quote', 'the next usable backup')
      WHERE exposure_s IS NOT NULL AND next_pointer IS NOT NULL
      UNION ALL
      SELECT json_object('file', lost_file, 'line', lost_line, 'quote', lost_quote)
      WHERE is_lost OR is_over_elsewhere AND NOT is_over
      UNION ALL
      SELECT json_object('file', elsewhere_inventory, 'pointer', elsewhere_pointer, 'quote',
        elsewhere_key || ': recovery point ' || strftime('%Y-%m-%dT%H:%M:%SZ', elsewhere_from / 1000, 'unixepoch'))
      WHERE elsewhere_pointer IS NOT NULL AND (elsewhere_inventory, elsewhere_pointer) <> (inventory, exposure_pointer)
      UNION ALL
      SELECT json_object('file', loss_file, 'line', loss_line, 'pointer', loss_pointer, 'quote', loss_quote)
      WHERE data_loss_s IS NOT NULL
      UNION ALL
      SELECT json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote)
      FROM coverage JOIN backup_policy ON backup_policy.id = coverage.id
      WHERE coverage.fact = 'backup_policy' AND coverage.system = worded.system AND coverage.component = worded.component
    )
  ) AS evidence
FROM worded
ORDER BY system, component;
