/// What the backups of one asset at one location amount to; spans are seconds.
struct AssetFigures: Equatable, Sendable {
  let asset: String
  let location: String?
  private(set) var records = 0
  /// By outcome.
  private(set) var counts: [String: Int] = [:]
  // Milliseconds since 1970 UTC, of successful backups.
  private(set) var firstRecoveryPoint: Int?
  private(set) var lastRecoveryPoint: Int?
  /// The largest distance of two consecutive recovery points.
  private(set) var largestGap: Int?
  /// The longest time from a recovery point to the end of the next good backup.
  ///
  /// The time since the last one is `ageAtCollection`: together they are the worst case.
  private(set) var worstExposure: Int?
  /// From the last recovery point to the time of the listing.
  private(set) var ageAtCollection: Int?

  /// The ends of the window of times to which it can be restored.
  private(set) var pitrEarliest: Int?
  private(set) var pitrLatest: Int?
  /// From the latest of them to the time of the listing.
  private(set) var pitrLag: Int?

  /// The figures of each asset, in the order of their names.
  ///
  /// Of a listing that is a part there are no gaps: what lies between may not be shown.
  static func of(_ inventory: Inventory) -> [AssetFigures] {
    var backups: [Place: [BackupRecord]] = [:]
    for record in inventory.records {
      backups[Place(asset: record.asset, location: record.location), default: []].append(record)
    }
    var windows: [Place: [PitrWindow]] = [:]
    for window in inventory.windows {
      let place = Place(asset: window.asset, location: window.location)
      windows[place, default: []].append(window)
    }
    return Set(backups.keys).union(windows.keys)
      .sorted { ($0.asset, $0.location ?? "") < ($1.asset, $1.location ?? "") }
      .map { place in
        var figures = AssetFigures(place, backups[place] ?? [], inventory)
        figures.take(windows[place] ?? [], inventory.collectedAt)
        return figures
      }
  }

  private struct Place: Hashable {
    let asset: String
    let location: String?
  }

  private mutating func take(_ windows: [PitrWindow], _ collectedAt: Int?) {
    pitrEarliest = windows.compactMap(\.earliestAt).min()
    pitrLatest = windows.map(\.latestAt).max()
    if let collectedAt, let pitrLatest { pitrLag = max(0, (collectedAt - pitrLatest) / 1000) }
  }

  private init(_ place: Place, _ group: [BackupRecord], _ inventory: Inventory) {
    asset = place.asset
    location = place.location
    records = group.count
    for record in group { counts[record.outcome, default: 0] += 1 }
    let good = group.filter { $0.outcome == "success" }
      .compactMap { record in
        record.recoveryPointAt.map { (point: $0, finished: record.finishedAt ?? $0) }
      }
      .sorted { ($0.point, $0.finished) < ($1.point, $1.finished) }
    firstRecoveryPoint = good.first?.point
    lastRecoveryPoint = good.last?.point
    if inventory.isComplete {
      let pairs = zip(good, good.dropFirst())
      largestGap = pairs.map { ($1.point - $0.point) / 1000 }.max()
      worstExposure = pairs.map { ($1.finished - $0.point) / 1000 }.max()
    }
    if let collectedAt = inventory.collectedAt, let last = good.last {
      ageAtCollection = (collectedAt - last.point) / 1000
    }
  }

  /// The figures as `explain --format json` prints them.
  var json: JSON {
    [
      "asset": .string(asset),
      "location": JSON(location),
      "records": .int(records),
      "success": .int(counts["success"] ?? 0),
      "failed": .int(counts["failed"] ?? 0),
      "partial": .int(counts["partial"] ?? 0),
      "in_progress": .int(counts["in_progress"] ?? 0),
      "unknown": .int(counts["unknown"] ?? 0),
      "first_recovery_point": JSON(firstRecoveryPoint.map(Instant.text)),
      "last_recovery_point": JSON(lastRecoveryPoint.map(Instant.text)),
      "largest_gap_s": JSON(largestGap),
      "worst_exposure_s": JSON(worstExposure),
      "age_at_collection_s": JSON(ageAtCollection),
      "pitr_earliest": JSON(pitrEarliest.map(Instant.text)),
      "pitr_latest": JSON(pitrLatest.map(Instant.text)),
      "pitr_lag_s": JSON(pitrLag),
    ]
  }
}
