internal import Bindings

extension Inventory {
  /// Inserts inventories with their assets, backups and problems; their source files are there.
  ///
  /// Of a backup that several listings hold, the newest complete listing is kept: a part of one
  /// takes nothing out of a whole.
  static func store(
    _ inventories: [Inventory],
    into database: borrowing Database
  ) throws(SQLiteError) {
    try Problem.store(inventories.flatMap(\.problems), into: database)
    let evidence = inventories.filter(\.isEvidence)
    let sorted = evidence.sorted {
      ($0.isComplete ? 1 : 0, $0.collectedAt ?? 0, $0.file.path)
        > ($1.isComplete ? 1 : 0, $1.collectedAt ?? 0, $1.file.path)
    }
    let assets = AssetRoster(sorted)
    try assets.store(into: database)
    var backup = try database.prepare(insertBackup)
    var told: Set<Told> = []
    for inventory in sorted {
      try inventory.storeHead(into: database)
      for record in inventory.records {
        let asset = assets.id(of: record.asset, at: record.location, in: inventory)
        // What a newer listing has told is not told again.
        if assets.isShared(asset),
          !told.insert(Told(asset: asset, nativeID: record.nativeID)).inserted
        {
          continue
        }
        try backup.run(record.values(asset: asset, inventory: inventory.file.path))
      }
      try inventory.storeWindows(assets, into: database)
    }
    try Problem.store(assets.unmapped, into: database)
  }

  /// A backup that a listing holds.
  private struct Told: Hashable {
    let asset: Int
    let nativeID: String
  }

  private func storeHead(into database: borrowing Database) throws(SQLiteError) {
    try database.run(
      """
      INSERT INTO inventory
      VALUES (\(file.path), \(format), \(tool), \(location), \(collectedAt), \(collectedAtFrom),
        \(isComplete), \(incompleteReason), \(recordCount), \(records.count), \(rejectedCount))
      """
    )
  }

  private func storeWindows(
    _ assets: AssetRoster,
    into database: borrowing Database
  ) throws(SQLiteError) {
    for window in windows {
      let asset = assets.id(of: window.asset, at: window.location, in: self)
      try database.run(
        """
        INSERT INTO pitr_window (asset, inventory, pointer, earliest_at, latest_at)
        VALUES (\(asset), \(file.path), \(window.pointer), \(window.earliestAt),
          \(window.latestAt))
        """
      )
    }
    for found in verifications {
      let asset = assets.id(of: found.subject, at: found.location, in: self)
      try database.run(
        """
        INSERT INTO verification (asset, inventory, native_id, ran_at, outcome, result, pointer)
        VALUES (\(asset), \(file.path), \(found.nativeID), \(found.ranAt ?? collectedAt),
          \(found.outcome), \(found.result), \(found.pointer))
        """
      )
    }
  }

  private static let insertBackup = """
    INSERT INTO backup (asset, inventory, pointer, native_id, outcome, raw_outcome,
      recovery_point_at, started_at, finished_at, expires_at, size_bytes, encrypted)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}

extension BackupRecord {
  fileprivate func values(asset: Int, inventory: String) -> [SQLValue] {
    [
      SQLValue(asset), SQLValue(inventory), SQLValue(pointer), SQLValue(nativeID),
      SQLValue(outcome), SQLValue(rawOutcome), SQLValue(recoveryPointAt), SQLValue(startedAt),
      SQLValue(finishedAt), SQLValue(expiresAt), SQLValue(sizeBytes),
      isEncrypted.map(SQLValue.init) ?? .null,
    ]
  }
}
