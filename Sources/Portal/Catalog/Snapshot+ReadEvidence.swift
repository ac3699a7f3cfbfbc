internal import Bindings

extension Snapshot {
  /// Reads the inventories and, as figures, the backups of each asset.
  mutating func readInventories(_ database: borrowing Database) throws(SQLiteError) {
    inventories = try database.rows(
      """
      SELECT path, format, tool, location, collected_at, collected_at_from, complete,
        incomplete_reason, records, accepted, rejected
      FROM inventory
      ORDER BY path
      """
    ) {
      Inventory(
        path: $0.text(0),
        format: $0.text(1),
        tool: $0.text(2),
        location: $0.optionalText(3),
        collectedAt: $0.int(4),
        collectedAtFrom: $0.text(5),
        isComplete: $0.int(6) != 0,
        incompleteReason: $0.optionalText(7),
        records: $0.int(8),
        accepted: $0.int(9),
        rejected: $0.int(10)
      )
    }
    try readAssets(database)
    try readBackups(database)
  }

  private mutating func readAssets(_ database: borrowing Database) throws(SQLiteError) {
    assets = try database.rows(
      """
      SELECT a.id, a.format, a.key, a.location, a.system, a.component,
        (SELECT max(w.latest_at) FROM pitr_window AS w WHERE w.asset = a.id)
      FROM asset AS a
      ORDER BY a.system IS NULL, a.system, a.component, a.format, a.key, a.location
      """
    ) {
      Asset(
        id: $0.int(0),
        format: $0.text(1),
        key: $0.text(2),
        location: $0.text(3),
        component: ComponentKey(system: $0.optionalText(4), component: $0.optionalText(5)),
        restorableUntil: $0.optionalInt(6)
      )
    }
  }

  private mutating func readBackups(_ database: borrowing Database) throws(SQLiteError) {
    var positions: [Int: Int] = [:]
    for (position, asset) in assets.enumerated() { positions[asset.id] = position }
    let outcomes = try database.rows(
      """
      SELECT b.asset, b.outcome, count(*), max(i.collected_at),
        max(CASE WHEN b.outcome = 'success' THEN b.recovery_point_at END)
      FROM backup AS b
      JOIN inventory AS i ON i.path = b.inventory
      GROUP BY b.asset, b.outcome
      """
    ) { ($0.int(0), $0.text(1), $0.int(2), $0.int(3), $0.optionalInt(4)) }
    for (asset, outcome, count, collected, point) in outcomes {
      guard let position = positions[asset] else { continue }
      assets[position].outcomes[outcome] = count
      assets[position].collectedAt = max(assets[position].collectedAt ?? collected, collected)
      assets[position].lastRecoveryPoint = point ?? assets[position].lastRecoveryPoint
    }
    for (asset, gap) in try gaps(in: database) {
      if let position = positions[asset] { assets[position].gaps.append(gap) }
    }
    for (asset, backup) in try newestBackups(in: database) {
      if let position = positions[asset] { assets[position].backups.append(backup) }
    }
    for (asset, window) in try windows(in: database) {
      guard let position = positions[asset] else { continue }
      assets[position].windows.append(window)
      assets[position].collectedAt = max(
        assets[position].collectedAt ?? window.collected,
        window.collected
      )
    }
  }

  /// The windows that the thirty newest listings of each asset tell.
  private func windows(in database: borrowing Database) throws(SQLiteError) -> [(Int, Window)] {
    try database.rows(
      """
      WITH ranked AS (
        SELECT w.asset, w.earliest_at, w.latest_at, i.collected_at, w.inventory, w.pointer,
          row_number() OVER (PARTITION BY w.asset ORDER BY i.collected_at DESC, w.id) AS rank
        FROM pitr_window AS w JOIN inventory AS i ON i.path = w.inventory
      )
      SELECT asset, earliest_at, latest_at, collected_at, inventory, pointer
      FROM ranked WHERE rank <= 30 ORDER BY asset, rank
      """
    ) {
      let window = Window(
        earliest: $0.optionalInt(1),
        latest: $0.int(2),
        collected: $0.int(3),
        inventory: $0.text(4),
        pointer: $0.text(5)
      )
      return ($0.int(0), window)
    }
  }

  /// The five longest times between usable backups of each asset, from complete listings alone.
  private func gaps(in database: borrowing Database) throws(SQLiteError) -> [(Int, Gap)] {
    let lookBack = min(build.lookBack, 3_153_600_000) * 1000
    return try database.rows(
      """
      WITH ranked AS (
        SELECT exposure_step.asset, from_at, until_at, next_backup IS NULL AS is_open,
          row_number() OVER (
            PARTITION BY exposure_step.asset ORDER BY exposure_s DESC, from_at
          ) AS rank
        FROM exposure_step
        JOIN newest_listing ON newest_listing.asset = exposure_step.asset
        WHERE until_at >= collected_at - \(lookBack)
      )
      SELECT asset, from_at, until_at, is_open
      FROM ranked WHERE rank <= 5 ORDER BY asset, rank
      """
    ) { ($0.int(0), Gap(from: $0.int(1), until: $0.int(2), isOpen: $0.int(3) != 0)) }
  }

  /// The newest records of each asset, as many as a page shows.
  private func newestBackups(
    in database: borrowing Database
  ) throws(SQLiteError) -> [(Int, Backup)] {
    try database.rows(
      """
      WITH ranked AS (
        SELECT id, asset, native_id, outcome, recovery_point_at, finished_at, size_bytes,
          inventory, pointer, row_number() OVER (
            PARTITION BY asset
            ORDER BY coalesce(recovery_point_at, finished_at, started_at) DESC, id DESC
          ) AS rank
        FROM backup
      )
      SELECT ranked.asset, native_id, outcome, ranked.recovery_point_at, finished_at, size_bytes,
        ranked.inventory, ranked.pointer, exposure_step.until_at
      FROM ranked
      LEFT JOIN exposure_step
        ON exposure_step.asset = ranked.asset AND exposure_step.backup = ranked.id
      WHERE rank <= \(ComponentBackupsPage.shown)
      ORDER BY ranked.asset, rank
      """
    ) {
      let backup = Backup(
        nativeID: $0.text(1),
        outcome: $0.text(2),
        recoveryPoint: $0.optionalInt(3),
        finished: $0.optionalInt(4),
        bytes: $0.optionalInt(5),
        until: $0.optionalInt(8),
        inventory: $0.text(6),
        pointer: $0.text(7)
      )
      return ($0.int(0), backup)
    }
  }
}

extension Snapshot.ComponentKey {
  fileprivate init?(system: String?, component: String?) {
    guard let system, let component else { return nil }
    self.init(system: system, component: component)
  }
}
