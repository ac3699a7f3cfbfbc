/// Turns the rows of an adapter into evidence, and rejects those that say nothing certain.
struct InventoryReader {
  let file: String
  let settings: InventorySettings
  private(set) var records: [BackupRecord] = []
  var windows: [PitrWindow] = []
  var drills: [DrillRecord] = []
  var verifications: [Verification] = []
  var rejected = 0
  /// How many were rejected because their times name no zone and none is known.
  private(set) var withoutZone = 0
  private(set) var problems: [Problem] = []
  /// Where the record of an asset and id stands in `records`.
  private var places: [Key: Int] = [:]
  private var contradicted: Set<Int> = []
  var unreported = 0

  private struct Key: Hashable {
    let asset: String
    let location: String?
    let id: String
  }

  /// Whether nothing that was read counts.
  var isEmpty: Bool {
    records.isEmpty && windows.isEmpty && drills.isEmpty && verifications.isEmpty
  }

  init(file: String, settings: InventorySettings) {
    self.file = file
    self.settings = settings
  }

  /// Takes one row.
  mutating func read(_ row: AdapterRow) {
    if let note = row.note { report("INV-05", row.pointer, note) }
    switch row.kind {
    case .backup: readBackup(row)
    case .pitr: readWindow(row)
    case .drill, .incident: readDrill(row)
    case .verification: readVerification(row)
    case .note: break
    }
  }

  private mutating func readBackup(_ row: AdapterRow) {
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
    guard isWhole(row), let asset = row.asset else { return nil }
    guard let id = row.nativeID, !id.isEmpty else {
      return reject(row.pointer, "the record has no name of its own")
    }
    let times = [
      ("recovery point", row.recoveryPoint), ("start", row.started), ("end", row.finished),
      ("expiry", row.expires),
    ]
    // A backup that did not succeed has no recovery point; its times are of no account.
    guard areReadable(times, in: row, strictly: row.outcome == "success") else { return nil }
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
    note(rejected: pointer, reason)
    return nil
  }
}

// MARK: - For every kind of row

extension InventoryReader {
  /// Whether a row says what it is about, with every field that it must have.
  mutating func isWhole(_ row: AdapterRow) -> Bool {
    if let fault = row.fault {
      note(
        rejected: row.pointer + fault,
        "the field is missing, or of another type than it should be"
      )
      return false
    }
    guard let asset = row.asset, !asset.isEmpty else {
      note(rejected: row.pointer, "the record does not say what it is about")
      return false
    }
    return true
  }

  /// Whether what is written for times can be read; `strictly` when the record hangs on them.
  mutating func areReadable(
    _ times: [(name: String, time: AdapterRow.Time)],
    in row: AdapterRow,
    strictly: Bool
  ) -> Bool {
    for (index, (name, time)) in times.enumerated() {
      guard let fault = time.fault, let raw = time.raw else { continue }
      let quote = raw.prefix(60)
      switch fault {
      // Of a time that is not the first, a tool writes so what has not come.
      case .notSet where index > 0 || !strictly: continue
      case .notSet:
        note(rejected: row.pointer, "its \(name) \"\(quote)\" stands for no time at all")
      case .withoutZone:
        if settings.zone == nil { withoutZone += 1 }
        note(
          rejected: row.pointer,
          settings.zone == nil
            ? "its \(name) \"\(quote)\" names no zone"
            : "its \(name) \"\(quote)\" does not exist in the zone"
        )
      case .unreadable: note(rejected: row.pointer, "its \(name) \"\(quote)\" is no time")
      }
      return false
    }
    return true
  }

  mutating func note(rejected pointer: String, _ reason: String) {
    report("INV-02", pointer, "a record was rejected: \(reason)")
  }

  mutating func report(_ code: String, _ pointer: String, _ message: String) {
    guard problems.count < 100 else {
      unreported += 1
      return
    }
    problems.append(
      Problem(
        code: code,
        severity: "medium",
        message: Mask.masked(message),
        fix: "see \(pointer) in the file, and what the tool says of it",
        file: file,
        line: InventoryReader.line(pointer),
        pointer: pointer
      )
    )
  }

  /// The number in "line 17".
  static func line(_ pointer: String) -> Int? {
    pointer.hasPrefix("line ") ? Int(pointer.dropFirst(5)) : nil
  }
}
