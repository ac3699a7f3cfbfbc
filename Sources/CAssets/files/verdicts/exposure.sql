-- Exposure: how much would have been lost had everything failed just before a backup was finished.
-- Between two usable backups it runs from the recovery point of the first to the end of the next;
-- after the last one to the time of the listing. One row for each asset: its worst.
-- Only the newest complete listing of an asset speaks; the time before its first record does not count.
CREATE VIEW exposure AS
WITH newest AS (
  SELECT backup.asset, inventory.path, max(inventory.collected_at) AS collected_at
  FROM backup
  JOIN inventory ON inventory.path = backup.inventory
  WHERE inventory.complete = 1
  GROUP BY backup.asset
),
usable AS (
  SELECT
    backup.asset,
    backup.pointer,
    backup.recovery_point_at,
    coalesce(backup.finished_at, backup.recovery_point_at) AS finished_at,
    newest.path AS inventory,
    newest.collected_at
  FROM newest
  JOIN backup ON backup.asset = newest.asset AND backup.inventory = newest.path
  WHERE backup.outcome = 'success'
    AND backup.recovery_point_at IS NOT NULL
    AND coalesce(backup.finished_at, backup.recovery_point_at) <= newest.collected_at
),
step AS (
  SELECT
    usable.*,
    lead(finished_at) OVER later AS next_finished_at,
    lead(pointer) OVER later AS next_pointer,
    max(recovery_point_at) OVER (PARTITION BY asset) AS last_recovery_point_at
  FROM usable
  WINDOW later AS (PARTITION BY asset ORDER BY recovery_point_at, finished_at, pointer)
),
ranked AS (
  SELECT
    step.*,
    (coalesce(next_finished_at, collected_at) - recovery_point_at) / 1000 AS exposure_s,
    (collected_at - last_recovery_point_at) / 1000 AS age_s,
    row_number() OVER (
      PARTITION BY asset
      ORDER BY coalesce(next_finished_at, collected_at) - recovery_point_at DESC, recovery_point_at DESC
    ) AS place
  FROM step, policy
  WHERE coalesce(next_finished_at, collected_at) > collected_at - policy.look_back_s * 1000
)
SELECT
  asset.id AS asset,
  asset.system,
  asset.component,
  asset.format,
  asset.key,
  asset.location,
  ranked.inventory,
  ranked.collected_at,
  ranked.last_recovery_point_at,
  ranked.exposure_s,
  ranked.age_s,
  ranked.pointer,
  ranked.next_pointer,
  ranked.recovery_point_at AS worst_from,
  ranked.next_finished_at AS worst_until
FROM ranked
JOIN asset ON asset.id = ranked.asset
WHERE ranked.place = 1;

-- The same for a component: of the copies of one asset the best location counts, of several
-- assets the worst, for each holds a part of the data.
CREATE VIEW component_exposure AS
WITH best AS (
  SELECT
    exposure.*,
    row_number() OVER (
      PARTITION BY system, component, format, key
      ORDER BY exposure_s, asset
    ) AS place
  FROM exposure
  WHERE component IS NOT NULL
),
worst AS (
  SELECT
    best.*,
    row_number() OVER (PARTITION BY system, component ORDER BY exposure_s DESC, asset) AS rank
  FROM best
  WHERE place = 1
)
SELECT * FROM worst WHERE rank = 1;
