/// Turns the rows of an adapter into backups, and rejects those that say nothing certain.
struct BackupReader {
  let file: String
  let settings: InventorySettings
  private(set) var records: [BackupRecord] = []
  private(set) var rejected = 0
  private(set) var problems: [Problem] = []
  /// Where the record of an asset and id stands in `records`.
  private var places: [Key: Int] = [:]
  private var contradicted: Set<Int> = []
  private var unreported = 0

  private struct Key: Hashable {
    let asset: String
    let location: String?
    let id: String
  }

  init(file: String, settings: InventorySettings) {
    self.file = file
    self.settings = settings
  }

  /// Takes one row.
  mutating func read(_ row: AdapterRow) {
    guard let record = record(row) else {
      rejected += 1
      return
    }
    let key = Key(asset: record.asset, location: record.location, id: record.nativeID)
    guard let place = places[key] else {
      places[key] = records.count
      records.append(record)
      return
    }
    // One backup may be listed twice, as long as both rows say the same of it.
    guard !records[place].agrees(with: record) else { return }
    contradicted.insert(place)
    rejected += 1
    report(
      "INV-02",
      record.pointer,
      "the backup \"\(record.nativeID)\" stands here and at \(records[place].pointer) with "
        + "different values: neither counts"
    )
  }

  /// Takes out what contradicted itself, and sums up what was not told one by one.
  mutating func finish() {
    if unreported > 0 {
      problems.append(
        Problem(
          code: "INV-02",
          severity: "medium",
          message: "\(unreported) more records have faults",
          fix: "mend those that are named, and read the file again",
          file: file
        )
      )
    }
    guard !contradicted.isEmpty else { return }
    records = records.indices.filter { !contradicted.contains($0) }.map { records[$0] }
    rejected += contradicted.count
    contradicted = []
  }

  private mutating func record(_ row: AdapterRow) -> BackupRecord? {
    if let fault = row.fault {
      return reject(
        row.pointer + fault,
        "the field is missing, or of another type than it should be"
      )
    }
    guard let asset = row.asset, !asset.isEmpty, let id = row.nativeID, !id.isEmpty else {
      return reject(row.pointer, "the record does not say what was backed up")
    }
    let times = [
      ("recovery point", row.recoveryPoint), ("start", row.started), ("end", row.finished),
      ("expiry", row.expires),
    ]
    for (name, time) in times where time.isUnreadable {
      return reject(
        row.pointer,
        "its \(name) \"\(time.raw?.prefix(60) ?? "")\" is no time"
          + (settings.zone == nil ? " with a zone" : "")
      )
    }
    var record = BackupRecord(
      asset: asset,
      nativeID: id,
      outcome: row.outcome,
      rawOutcome: row.rawOutcome,
      recoveryPointAt: row.recoveryPoint.at,
      startedAt: row.started.at,
      finishedAt: row.finished.at,
      expiresAt: row.expires.at,
      sizeBytes: row.sizeBytes,
      location: settings.location ?? row.location,
      isEncrypted: row.isEncrypted,
      pointer: row.pointer
    )
    judgeOutcome(&record)
    return judgeTimes(&record) ? record : nil
  }

  private mutating func judgeOutcome(_ record: inout BackupRecord) {
    if !["success", "partial", "failed", "in_progress", "unknown"].contains(record.outcome) {
      record.outcome = "unknown"
      report(
        "INV-05",
        record.pointer,
        "the outcome \"\(record.rawOutcome ?? "")\" is not known, so the backup does not count"
      )
    }
    if record.outcome == "success", let minimum = settings.minimumSize, let size = record.sizeBytes,
      size < minimum
    {
      record.outcome = "failed"
      report(
        "INV-02",
        record.pointer,
        "the backup has \(size) bytes, fewer than \"min_size\" (\(minimum)): it counts as failed"
      )
    }
  }

  /// False for a record that is rejected.
  private mutating func judgeTimes(_ record: inout BackupRecord) -> Bool {
    guard let point = record.recoveryPointAt else {
      guard record.outcome == "success" else { return true }
      _ = reject(record.pointer, "the backup has no time that its data are of")
      return false
    }
    // Clocks differ by minutes.
    let tolerance = 300_000
    if let finished = record.finishedAt, finished < point - tolerance {
      _ = reject(record.pointer, "the backup ended before its recovery point")
      return false
    }
    // What is ahead of the listing was not there when it was made.
    let latest = settings.collectedAt.map { $0 + tolerance }
    if let latest, max(point, record.finishedAt ?? point) > latest {
      record.outcome = "unknown"
      record.recoveryPointAt = nil
      report(
        "INV-02",
        record.pointer,
        "the backup is of \(Instant.text(point)), after the listing was made: it does not count"
      )
    }
    return true
  }

  private mutating func reject(_ pointer: String, _ reason: String) -> BackupRecord? {
    report("INV-02", pointer, "a record was rejected: \(reason)")
    return nil
  }

  private mutating func report(_ code: String, _ pointer: String, _ message: String) {
    guard problems.count < 100 else {
      unreported += 1
      return
    }
    problems.append(
      Problem(
        code: code,
        severity: "medium",
        message: message,
        fix: "see \(pointer) in the file, and what the tool says of it",
        file: file,
        pointer: pointer
      )
    )
  }
}
