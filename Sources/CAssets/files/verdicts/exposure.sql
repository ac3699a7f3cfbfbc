-- Exposure: how much would have been lost had everything failed just before a backup was finished.

-- What a verification found bad, and no later one of the same thing found good: the backup that it
-- names, else all backups that were there. Where it names no asset that is backed up, it speaks of
-- its component; where it has no location, of all.
CREATE VIEW doubt AS
WITH spoken AS (
  SELECT verification.*, asset.system, asset.component, asset.key, asset.location
  FROM verification
  JOIN asset ON asset.id = verification.asset
)
SELECT asset.id AS asset, spoken.native_id, spoken.ran_at, spoken.inventory, spoken.pointer
FROM spoken
JOIN asset
  ON asset.system = spoken.system AND asset.component = spoken.component
  AND spoken.location IN ('', asset.location)
WHERE spoken.outcome = 'fail'
  AND (
    asset.key = spoken.key
    OR NOT EXISTS (
      SELECT 1 FROM asset AS same
      JOIN backup ON backup.asset = same.id
      WHERE same.system = spoken.system AND same.component = spoken.component AND same.key = spoken.key
    )
  )
  AND NOT EXISTS (
    SELECT 1 FROM verification AS later
    WHERE later.asset = spoken.asset AND later.native_id IS spoken.native_id
      AND later.outcome = 'pass' AND later.ran_at > spoken.ran_at
  );

-- The backups that could have been restored from: of complete listings alone.
CREATE VIEW usable_backup AS
WITH doubted AS MATERIALIZED (SELECT * FROM doubt)
SELECT
  backup.id,
  backup.asset,
  backup.inventory,
  backup.pointer,
  backup.recovery_point_at,
  coalesce(backup.finished_at, backup.recovery_point_at) AS finished_at,
  backup.expires_at
FROM backup
JOIN inventory ON inventory.path = backup.inventory
WHERE inventory.complete = 1
  AND backup.outcome = 'success'
  AND backup.recovery_point_at IS NOT NULL
  AND coalesce(backup.finished_at, backup.recovery_point_at) <= inventory.collected_at
  -- The first is asked once, the second for each backup.
  AND (
    NOT EXISTS (SELECT 1 FROM doubted)
    OR NOT EXISTS (
      SELECT 1 FROM doubted
      WHERE doubted.asset = backup.asset
        AND (
          doubted.native_id = backup.native_id
          OR doubted.native_id IS NULL
            AND coalesce(backup.finished_at, backup.recovery_point_at) <= doubted.ran_at
        )
    )
  );

-- From one usable backup to the next: from the recovery point of the first to the end of the second,
-- after the last one to the time of the newest listing. What an older listing held counts until the
-- next one, though it is deleted since; what expired before the next one was there does not.
-- The time before the first record does not count. The table exposure_step holds it.
CREATE VIEW exposure_chain AS
WITH last AS (
  SELECT usable_backup.asset, newest_listing.collected_at, max(recovery_point_at) AS recovery_point_at
  FROM usable_backup
  JOIN newest_listing
    ON newest_listing.asset = usable_backup.asset AND newest_listing.path = usable_backup.inventory
  GROUP BY usable_backup.asset
),
step AS MATERIALIZED (
  SELECT
    usable_backup.id,
    usable_backup.asset,
    usable_backup.recovery_point_at,
    usable_backup.finished_at,
    usable_backup.expires_at,
    last.collected_at,
    lead(finished_at) OVER later AS next_finished_at,
    lead(usable_backup.id) OVER later AS next_backup
  FROM usable_backup
  JOIN last ON last.asset = usable_backup.asset AND last.recovery_point_at >= usable_backup.recovery_point_at
  WINDOW later AS (PARTITION BY usable_backup.asset ORDER BY usable_backup.recovery_point_at, usable_backup.id)
),
expired AS MATERIALIZED (
  SELECT id, asset FROM step WHERE expires_at <= coalesce(next_finished_at, collected_at)
),
chosen AS (
  SELECT * FROM step WHERE asset NOT IN (SELECT asset FROM expired)
  UNION ALL
  SELECT
    id, asset, recovery_point_at, finished_at, expires_at, collected_at,
    lead(finished_at) OVER later,
    lead(id) OVER later
  FROM step
  WHERE asset IN (SELECT asset FROM expired) AND id NOT IN (SELECT id FROM expired)
  WINDOW later AS (PARTITION BY asset ORDER BY recovery_point_at, id)
)
SELECT
  asset,
  id AS backup,
  recovery_point_at AS from_at,
  coalesce(next_finished_at, collected_at) AS until_at,
  next_backup,
  (coalesce(next_finished_at, collected_at) - recovery_point_at) / 1000 AS exposure_s
FROM chosen;

-- The windows of restorable times that count. A log alone restores nothing: where a tool does not
-- say from when on, a usable backup of the component must be there.
CREATE VIEW usable_window AS
SELECT pitr_window.*, inventory.collected_at, (inventory.collected_at - pitr_window.latest_at) / 1000 AS lag_s
FROM pitr_window
JOIN inventory ON inventory.path = pitr_window.inventory
JOIN asset ON asset.id = pitr_window.asset
WHERE pitr_window.earliest_at IS NOT NULL
  OR EXISTS (
    SELECT 1
    FROM asset AS mine
    JOIN usable_backup ON usable_backup.asset = mine.id
    WHERE mine.system = asset.system AND mine.component = asset.component
      AND usable_backup.recovery_point_at <= pitr_window.latest_at
  );

-- One row for each asset and what speaks for it: its worst in the look-back window. basis is
-- 'backup', 'window', or 'none' where a complete listing holds backups of it and none is usable.
CREATE VIEW exposure AS
WITH ranked AS (
  SELECT
    'backup' AS basis,
    step.asset, backup.inventory, backup.pointer,
    next.inventory AS next_inventory, next.pointer AS next_pointer,
    step.collected_at, step.newest_from_at AS last_recovery_point_at, step.exposure_s,
    (step.collected_at - step.newest_from_at) / 1000 AS age_s,
    step.from_at AS worst_from,
    step.until_at AS worst_until,
    1 AS place
  FROM (
    SELECT exposure_step.*, worst.collected_at, worst.newest_from_at, max(from_at)
    FROM (
      SELECT
        exposure_step.asset,
        newest_listing.collected_at,
        max(from_at) AS newest_from_at,
        -- The last one reaches to the listing, so that there always is one.
        max(iif(until_at > newest_listing.collected_at - policy.look_back_s * 1000, exposure_s, NULL)) AS exposure_s
      FROM exposure_step
      JOIN newest_listing ON newest_listing.asset = exposure_step.asset
      JOIN policy
      GROUP BY exposure_step.asset
    ) AS worst
    JOIN policy
    JOIN exposure_step
      ON exposure_step.asset = worst.asset AND exposure_step.exposure_s = worst.exposure_s
      AND until_at > worst.collected_at - policy.look_back_s * 1000
    GROUP BY exposure_step.asset
  ) AS step
  JOIN backup ON backup.id = step.backup
  LEFT JOIN backup AS next ON next.id = step.next_backup
  UNION ALL
  SELECT
    'window',
    lag.asset, lag.inventory, lag.pointer, NULL, NULL,
    lag.newest_at, lag.newest_latest_at, lag.lag_s,
    (lag.newest_at - lag.newest_latest_at) / 1000,
    lag.latest_at,
    lag.collected_at,
    row_number() OVER (PARTITION BY lag.asset ORDER BY lag.lag_s DESC, lag.latest_at DESC)
  FROM (
    SELECT
      usable_window.*,
      max(collected_at) OVER mine AS newest_at,
      max(latest_at) OVER mine AS newest_latest_at
    FROM usable_window
    WINDOW mine AS (PARTITION BY asset)
  ) AS lag, policy
  WHERE lag.collected_at > lag.newest_at - policy.look_back_s * 1000
  UNION ALL
  SELECT
    'none',
    newest_listing.asset, newest_listing.path, backup.pointer, NULL, NULL,
    newest_listing.collected_at, NULL,
    (newest_listing.collected_at - min(coalesce(backup.started_at, backup.recovery_point_at, backup.finished_at)))
      / 1000,
    NULL,
    min(coalesce(backup.started_at, backup.recovery_point_at, backup.finished_at)),
    newest_listing.collected_at,
    1
  FROM newest_listing
  JOIN backup ON backup.asset = newest_listing.asset AND backup.inventory = newest_listing.path
  WHERE newest_listing.asset NOT IN (SELECT asset FROM exposure_step)
  GROUP BY newest_listing.asset
  HAVING sum(backup.outcome = 'unknown') = 0
    AND min(coalesce(backup.started_at, backup.recovery_point_at, backup.finished_at)) IS NOT NULL
)
SELECT
  ranked.*,
  asset.system,
  asset.component,
  asset.format,
  asset.key,
  asset.location,
  -- Elsewhere is what somebody, or the name of a region, says to be; a name of a tool's own is not.
  system.region IS NOT NULL
    AND instr(lower(asset.location), lower(system.region)) = 0
    AND (
      asset.location GLOB '*[a-z]-[nsewc]*[0-9]*'
      OR EXISTS (SELECT 1 FROM inventory WHERE inventory.path = ranked.inventory AND inventory.location <> '')
    ) AS is_elsewhere
FROM ranked
JOIN asset ON asset.id = ranked.asset
LEFT JOIN system ON system.id = asset.system
WHERE ranked.place = 1;

-- The components for which a scenario loses the region in which they are.
CREATE VIEW regional_loss AS
SELECT
  coverage.system,
  coverage.component,
  max(coverage.basis = 'name') AS is_named,
  min(scenario.id) AS scenario,
  system.region
FROM coverage
JOIN scenario ON scenario.id = coverage.id
JOIN topic ON topic.fact = 'scenario' AND topic.id = coverage.id AND topic.topic = 'region'
JOIN system ON system.id = coverage.system
WHERE coverage.fact = 'scenario' AND coverage.basis <> 'class' AND system.region IS NOT NULL
GROUP BY coverage.system, coverage.component;

-- The exposure of each recovery point objective in force. Of the copies of one asset the best
-- location counts, fresh before old; of several assets the worst, for each holds a part of the data.
-- A window speaks of the whole component: it stands in for the backups where it says more.
-- scope is 'any', and 'elsewhere' for what is left when the region is lost.
CREATE VIEW objective_exposure AS
WITH candidate AS (
  SELECT
    objective.id AS objective,
    scope.name AS scope,
    exposure.*,
    exposure.exposure_s > objective.target_s - objective.strict AS is_over,
    exposure.collected_at < build.as_of
      - coalesce(policy.inventory_lifetime_s, max(coalesce(objective.target_s, 0), 86400)) * 1000 AS is_old,
    exposure.collected_at < build.as_of - policy.look_back_s * 1000 AS is_too_old,
    CASE exposure.basis WHEN 'window' THEN 1 ELSE 0 END AS is_window
  FROM objective
  JOIN exposure ON exposure.system = objective.system AND exposure.component = objective.component
  JOIN (SELECT 'any' AS name UNION ALL SELECT 'elsewhere') AS scope
    ON scope.name = 'any' OR exposure.is_elsewhere
  JOIN build
  JOIN policy
  WHERE objective.kind = 'rpo' AND objective.in_force = 1
),
best AS (
  SELECT
    candidate.*,
    row_number() OVER (
      PARTITION BY objective, scope, is_window, key
      ORDER BY is_old, basis = 'none', exposure_s, asset
    ) AS copy
  FROM candidate
),
worst AS (
  SELECT
    best.*,
    row_number() OVER (
      PARTITION BY objective, scope, is_window
      ORDER BY is_over AND NOT is_too_old DESC, is_old DESC, exposure_s DESC, asset
    ) AS part
  FROM best
  WHERE copy = 1
),
chosen AS (
  SELECT
    worst.*,
    row_number() OVER (PARTITION BY objective, scope ORDER BY is_old, exposure_s, is_window DESC) AS choice
  FROM worst
  WHERE part = 1
)
SELECT * FROM chosen WHERE choice = 1;
