/// Rows that are no backups: windows, verifications, drills and incidents.
extension InventoryReader {
  mutating func readWindow(_ row: AdapterRow) {
    let times = [("latest restorable time", row.latest), ("earliest", row.earliest)]
    guard isWhole(row), let asset = row.asset, areReadable(times, in: row, strictly: true) else {
      rejected += 1
      return
    }
    // Nothing can be restored to a time yet.
    guard let latest = row.latest.at else { return }
    windows.append(
      PitrWindow(
        asset: asset,
        location: settings.location ?? row.location,
        earliestAt: row.earliest.at,
        latestAt: latest,
        pointer: row.pointer
      )
    )
    if let collectedAt = settings.collectedAt, latest > collectedAt + 300_000 {
      windows.removeLast()
      report(
        "INV-02",
        row.pointer,
        "the window ends at \(Instant.text(latest)), after the listing was made: it does not count"
      )
    }
  }

  mutating func readVerification(_ row: AdapterRow) {
    guard isWhole(row), let asset = row.asset,
      areReadable([("time", row.finished)], in: row, strictly: true)
    else {
      rejected += 1
      return
    }
    verifications.append(
      Verification(
        subject: asset,
        location: settings.location ?? row.location,
        nativeID: row.nativeID,
        ranAt: row.finished.at,
        outcome: ["pass", "fail"].contains(row.outcome) ? row.outcome : "unknown",
        result: row.rawOutcome ?? row.outcome,
        pointer: row.pointer
      )
    )
  }

  mutating func readDrill(_ row: AdapterRow) {
    let times = [
      ("end", row.finished), ("start", row.started), ("recovery point", row.recoveryPoint),
    ]
    guard isWhole(row), areReadable(times, in: row, strictly: true) else {
      rejected += 1
      return
    }
    guard let drill = drill(row) else { return }
    if drills.contains(where: { $0.id == drill.id }) {
      rejected += 1
      note(rejected: row.pointer, "the id \"\(drill.id)\" stands in the file twice")
      return
    }
    drills.append(drill)
  }

  /// A drill or an incident of a tool; nil for one that cannot have been so.
  private mutating func drill(_ row: AdapterRow) -> DrillRecord? {
    let asset = row.asset ?? ""
    var drill = DrillRecord(
      id: row.nativeID ?? row.pointer,
      kind: row.kind == .incident ? "incident" : row.drillKind ?? "restore",
      outcome: DrillRecord.outcomes.contains(row.outcome) ? row.outcome : "unmeasured",
      file: file,
      quote: Mask.masked("\(asset): \(row.rawOutcome ?? row.outcome)")
    )
    drill.subject = asset
    drill.line = InventoryReader.line(row.pointer)
    drill.pointer = row.pointer
    drill.components = settings.assets[asset].map { ["\($0.system)/\($0.component)"] } ?? []
    drill.scenario = row.scenario.map(Mask.masked)
    drill.environment = row.environment ?? (row.kind == .incident ? "production" : nil)
    drill.isDryRun = row.isDryRun ?? false
    drill.isValidated = row.isValidated
    drill.severity = row.severity
    drill.recoveryPointAt = row.recoveryPoint.at
    drill.declaredAt = row.kind == .incident ? row.started.at : nil
    drill.startedAt = row.kind == .incident ? nil : row.started.at
    drill.recoveredAt = row.finished.at
    drill.statedDuration = row.duration.flatMap { $0.isFinite && $0 < 1e9 ? Int($0) : nil }
    return judged(drill, row)
  }

  private mutating func judged(_ record: DrillRecord, _ row: AdapterRow) -> DrillRecord? {
    var drill = record
    let start = drill.startedAt ?? drill.declaredAt
    if let start, let end = drill.recoveredAt, end < start {
      rejected += 1
      note(rejected: row.pointer, "it ended before it began")
      return nil
    }
    if let stated = drill.statedDuration, let start, let end = drill.recoveredAt,
      abs(stated - (end - start) / 1000) > 60
    {
      report(
        "INV-05",
        row.pointer,
        "it states \(stated) s, and its times are \((end - start) / 1000) s apart: "
          + "the longer counts"
      )
    }
    if !DrillRecord.outcomes.contains(row.outcome) {
      report("INV-05", row.pointer, "the outcome \"\(row.rawOutcome ?? "")\" is not known")
    }
    let measured = drill.failureSeconds ?? drill.declarationSeconds ?? 0
    if drill.outcome == "pass", drill.isDryRun || measured <= 0 { drill.outcome = "unmeasured" }
    let latest = settings.collectedAt.map { $0 + 300_000 }
    if let latest, let end = drill.recoveredAt ?? start, end > latest {
      report("INV-02", row.pointer, "it is of \(Instant.text(end)), after the listing was made")
      drill.outcome = "unmeasured"
    }
    return drill
  }
}
