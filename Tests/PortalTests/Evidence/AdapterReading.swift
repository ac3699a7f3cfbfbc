import Testing

@testable import Portal

/// What the suites about formats share: the output of a tool in memory, and what came of it in
/// short lines.
protocol AdapterReading {}

extension AdapterReading {
  /// Reads an output whose contents alone tell its format.
  func told(_ text: String, zone: String? = nil) throws -> [String] {
    var source = InventorySource(files: try #require(Glob("**")))
    source.collectedAt = Instant.milliseconds("2026-06-01T00:00:00Z")
    source.zone = zone.flatMap(Zone.init)
    let file = SourceFile(path: "listing.txt", bytes: Array(text.utf8))
    let inventory = Inventory.read(file, source: source)
    if let refusal = inventory.refusal { return ["refused: \(refusal)"] }
    return [inventory.format ?? "-"] + inventory.records.map(line)
      + inventory.windows.map(line) + inventory.drills.map(line)
      + inventory.verifications.map { "verified \($0.subject): \($0.result) \(time($0.ranAt))" }
      + inventory.problems.map { "\($0.code) \($0.pointer ?? $0.message)" }
  }

  private func line(_ backup: BackupRecord) -> String {
    let place = backup.location.map { " @\($0)" } ?? ""
    let end = backup.finishedAt == nil ? "" : " to \(time(backup.finishedAt))"
    return "\(backup.asset)\(place) \(backup.outcome) \(time(backup.recoveryPointAt))\(end)"
  }

  private func line(_ window: PitrWindow) -> String {
    let place = window.location.map { " @\($0)" } ?? ""
    return "\(window.asset)\(place) from \(time(window.earliestAt)) to \(time(window.latestAt))"
  }

  private func line(_ drill: DrillRecord) -> String {
    let seconds = drill.failureSeconds ?? drill.declarationSeconds
    let span = seconds.map { "\($0) s" } ?? "-"
    return "\(drill.kind) of \(drill.subject ?? "-") \(drill.outcome) \(span)"
  }

  /// As "05-31 02:00:05", which is of 2026.
  private func time(_ milliseconds: Int?) -> String {
    guard let milliseconds else { return "-" }
    return Instant.text(milliseconds).dropFirst(5).dropLast()
      .split(separator: "T").joined(separator: " ")
  }
}
