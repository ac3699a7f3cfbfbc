-- The status of each recovery point objective in force, and why.
CREATE VIEW rpo_verdict AS
WITH target AS (
  SELECT
    objective.*,
    coalesce(policy.inventory_lifetime_s, max(coalesce(objective.target_s, 0), 86400)) AS lifetime_s,
    policy.look_back_s,
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
joined AS (
  SELECT
    target.*,
    exposure.exposure_s,
    exposure.age_s,
    exposure.collected_at,
    exposure.inventory,
    exposure.pointer AS exposure_pointer,
    exposure.next_pointer,
    exposure.key AS asset_key,
    exposure.collected_at < target.as_of - target.lifetime_s * 1000 AS is_old,
    exposure.collected_at < target.as_of - target.look_back_s * 1000 AS is_too_old,
    loss.data_loss_s,
    loss.file AS loss_file,
    loss.line AS loss_line,
    loss.pointer AS loss_pointer,
    loss.quote AS loss_quote,
    stated.every_s,
    coalesce(stated.is_continuous, 0) AS is_continuous,
    target.mechanism IS NOT NULL AND target.target_s = 0 AS has_reason
  FROM target
  LEFT JOIN component_exposure AS exposure
    ON exposure.system = target.system AND exposure.component = target.component
  LEFT JOIN loss
    ON loss.system = target.system AND loss.component = target.component AND loss.place = 1
    AND loss.happened_at > target.as_of - target.drill_lifetime_s * 1000
  LEFT JOIN stated
    ON stated.system = target.system AND stated.component = target.component
),
decided AS (
  SELECT
    joined.*,
    CASE
      WHEN state <> 'number' THEN 'unknown'
      WHEN exposure_s > target_s - strict AND NOT is_too_old THEN 'breached'
      WHEN data_loss_s > target_s - strict THEN 'breached'
      WHEN every_s > target_s AND NOT is_continuous THEN 'contradicted'
      WHEN exposure_s IS NOT NULL AND is_old THEN 'stale'
      WHEN exposure_s IS NOT NULL THEN 'met'
      WHEN has_reason OR is_continuous OR every_s <= target_s THEN 'claimed'
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
    WHEN status = 'breached' AND exposure_s > target_s - strict AND NOT is_too_old THEN exposure_s
    WHEN status = 'breached' THEN data_loss_s
    WHEN status IN ('met', 'stale') THEN exposure_s
  END AS measured_s,
  CASE
    WHEN state <> 'number' THEN 'the plan gives no number to hold the evidence against'
    WHEN status = 'breached' AND exposure_s > target_s - strict AND NOT is_too_old THEN
      'the worst exposure on record is ' || exposure_words || ', the objective allows ' || target_words
    WHEN status = 'breached' THEN
      'the newest drill or incident that says so lost ' || loss_words || ' of data, the objective allows ' || target_words
    WHEN status = 'contradicted' THEN
      'the plan backs up every ' || every_words || ', the objective allows ' || target_words
      || ', and nothing else that the plan names covers the difference'
    WHEN status = 'stale' THEN
      'the newest complete listing was collected ' || ((as_of - collected_at) / 86400000)
      || ' d ago; it showed a worst exposure of ' || exposure_words
    WHEN status = 'met' THEN
      'the worst exposure in the listing is ' || exposure_words || ', within ' || target_words
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
        asset_key || ': recovery point '
        || (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', recovery_point_at / 1000, 'unixepoch') FROM backup
            WHERE backup.inventory = worded.inventory AND backup.pointer = worded.exposure_pointer LIMIT 1))
      WHERE exposure_s IS NOT NULL
      UNION ALL
      SELECT json_object('file', inventory, 'pointer', next_pointer, 'quote', 'the next usable backup')
      WHERE exposure_s IS NOT NULL AND next_pointer IS NOT NULL
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
