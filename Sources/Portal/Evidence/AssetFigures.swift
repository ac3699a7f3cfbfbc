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

  /// The figures of each asset, in the order of their names.
  static func of(_ inventory: Inventory) -> [AssetFigures] {
    var groups: [[String?]: [BackupRecord]] = [:]
    for record in inventory.records {
      groups[[record.asset, record.location], default: []].append(record)
    }
    return groups.values
      .map { AssetFigures($0, collectedAt: inventory.collectedAt) }
      .sorted { ($0.asset, $0.location ?? "") < ($1.asset, $1.location ?? "") }
  }

  private init(_ group: [BackupRecord], collectedAt: Int?) {
    asset = group[0].asset
    location = group[0].location
    records = group.count
    for record in group { counts[record.outcome, default: 0] += 1 }
    let good = group.filter { $0.outcome == "success" }
      .compactMap { record in
        record.recoveryPointAt.map { (point: $0, finished: record.finishedAt ?? $0) }
      }
      .sorted { ($0.point, $0.finished) < ($1.point, $1.finished) }
    firstRecoveryPoint = good.first?.point
    lastRecoveryPoint = good.last?.point
    let pairs = zip(good, good.dropFirst())
    largestGap = pairs.map { ($1.point - $0.point) / 1000 }.max()
    worstExposure = pairs.map { ($1.finished - $0.point) / 1000 }.max()
    if let collectedAt, let last = good.last { ageAtCollection = (collectedAt - last.point) / 1000 }
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
      "pitr_latest": .null,
      "pitr_lag_s": .null,
    ]
  }
}
