internal import Bindings

/// Understands one record of a drill log.
///
/// A value that is wrong, or a name that is a slip of ours, costs the record: a drill of which a
/// part is not understood proves nothing. A foreign name is told and passed over.
struct DrillReader {
  /// The names of our schema.
  static let names = [
    "id", "kind", "system", "component", "scenario", "environment", "runbook", "runbook_sha256",
    "failed_at", "detected_at", "declared_at", "started_at", "recovered_at", "recovery_point_at",
    "outcome", "dry_run", "validated", "operator", "approver", "steps", "evidence", "actions",
  ]

  let file: String
  let row: LogRows.Row
  let lines: LineIndex
  let zone: Zone?
  var problems: [Problem] = []
  private var isRejected = false
  /// By the name in our schema, whatever the record calls it.
  private let fields: [String: Known]
  /// Whether it uses names of others: then what it leaves out is made up for where that is safe.
  let isForeign: Bool

  /// A field with the unit that its name states, in seconds.
  struct Known {
    let field: LogRows.Field
    let unit: Int?
    fileprivate let rank: Int
  }

  init(file: String, row: LogRows.Row, lines: LineIndex, zone: Zone?) {
    self.file = file
    self.row = row
    self.lines = lines
    self.zone = zone
    var fields: [String: Known] = [:]
    var isForeign = false
    for field in row.fields where !Self.isEmpty(field.value) {
      guard let name = DrillWords.standard.meaning(of: field.name) else { continue }
      isForeign = isForeign || field.name != name.field
      if let other = fields[name.field], other.rank <= name.rank { continue }
      fields[name.field] = Known(field: field, unit: name.unit, rank: name.rank)
    }
    self.fields = fields
    self.isForeign = isForeign
  }

  /// The record, or nil when it was rejected.
  mutating func record() -> DrillRecord? {
    checkNames()
    guard let (kind, outcome) = isForeign ? foreignKindAndOutcome() : kindAndOutcome() else {
      return nil
    }
    var record = DrillRecord(
      id: text("id") ?? row.pointer,
      kind: kind,
      outcome: outcome,
      file: file,
      quote: Mask.masked(lines.quote(row.line))
    )
    record.line = row.line
    record.pointer = row.pointer
    readWords(&record)
    readTimes(&record)
    readAmounts(&record)
    readLists(&record)
    judge(&record)
    return isRejected ? nil : record
  }

  private mutating func kindAndOutcome() -> (String, String)? {
    guard let kind = choice("kind", DrillRecord.kinds),
      let outcome = choice("outcome", DrillRecord.outcomes)
    else { return nil }
    return (kind, outcome)
  }

  // MARK: - Parts of a record

  private mutating func readWords(_ record: inout DrillRecord) {
    record.system = text("system")
    record.components = texts("component")
    record.scenario = text("scenario")
    // What really broke was in production.
    record.environment = text("environment") ?? (record.kind == "incident" ? "production" : nil)
    record.runbook = text("runbook")
    record.runbookSHA256 = digest(text("runbook_sha256"), "runbook_sha256", row.line)
    record.isDryRun = flag("dry_run") ?? false
    record.isValidated = flag("validated")
    record.operatorName = text("operator")
    record.approver = text("approver")
  }

  private mutating func readTimes(_ record: inout DrillRecord) {
    record.failedAt = time("failed_at")
    record.detectedAt = time("detected_at")
    record.declaredAt = time("declared_at")
    record.startedAt = time("started_at")
    record.recoveredAt = time("recovered_at")
    record.recoveryPointAt = time("recovery_point_at")
    record.day = day()
  }

  /// Holds the times against each other, and the outcome against the times.
  private mutating func judge(_ record: inout DrillRecord) {
    let before = [
      ("failed_at", record.failedAt), ("detected_at", record.detectedAt),
      ("declared_at", record.declaredAt), ("started_at", record.startedAt),
    ]
    for (name, time) in before {
      if let time, let recovered = record.recoveredAt, recovered < time {
        reject(line("recovered_at"), "\"recovered_at\" is before \"\(name)\"")
      }
      if let time, let failed = record.failedAt, time < failed {
        reject(line(name), "\"\(name)\" is before \"failed_at\"")
      }
    }
    let start = record.failedAt ?? record.detectedAt ?? record.startedAt
    if let start, let point = record.recoveryPointAt, point > start {
      reject(line("recovery_point_at"), "\"recovery_point_at\" is after the failure")
    }
    guard record.outcome == "pass", !isRejected else { return }
    // Words alone are played through in no time; of others' logs nobody knows which those are.
    let isExercise = isForeign || !["tabletop", "walkthrough"].contains(record.kind)
    let measured = record.failureSeconds ?? record.declarationSeconds
    if record.isDryRun {
      // A rehearsal that touched nothing recovered nothing.
      record.outcome = "unmeasured"
    } else if isExercise, (measured ?? 0) <= 0 {
      record.outcome = "unmeasured"
      note(
        line("outcome"),
        "it says pass, and " + (measured == 0 ? "took no time at all" : "measures no time")
          + ": it counts as unmeasured",
        fix: "write failed_at or started_at, and recovered_at"
      )
    }
  }

  private mutating func checkNames() {
    for field in row.fields where !Self.isEmpty(field.value) {
      if DrillWords.standard.meaning(of: field.name) != nil { continue }
      let near = Similarity.nearest(to: field.name, among: Self.names)
      if let near {
        reject(field.line, "unknown key \"\(field.name)\"; did you mean \"\(near)\"?")
      } else {
        note(
          field.line,
          "unknown key \"\(field.name)\": its value is not read",
          fix: "the keys are \(Self.names.joined(separator: ", "))"
        )
      }
    }
  }

  private static func isEmpty(_ value: LogRows.Value) -> Bool {
    switch value {
    case .text(let text): text.isEmpty
    case .node(let node): node.isNull
    }
  }
}

extension DrillReader {
  func known(_ name: String) -> Known? { fields[name] }

  func field(_ name: String) -> LogRows.Field? { fields[name]?.field }

  func line(_ name: String) -> Int { field(name)?.line ?? row.line }

  mutating func note(_ line: Int, _ message: String, fix: String) {
    let quote = Mask.masked(lines.quote(line))
    problems.append(.inLog(file, line, message, fix: fix, quote: quote))
  }

  mutating func reject(_ line: Int, _ reason: String) {
    isRejected = true
    let quote = Mask.masked(lines.quote(line))
    problems.append(.inLog(file, line, "a record was rejected: \(reason)", quote: quote))
  }

  mutating func text(_ name: String) -> String? {
    guard let field = field(name) else { return nil }
    switch field.value {
    case .text(let text): return Mask.masked(text)
    case .node(let node):
      if node.text == nil { reject(field.line, "\"\(name)\" is no text") }
      return node.text.map(Mask.masked)
    }
  }

  private mutating func texts(_ name: String) -> [String] {
    guard case .node(let node) = field(name)?.value, let elements = node.elements else {
      let parts = text(name)?.split { ",;|".contains($0) } ?? []
      return parts.map { String(Array($0.utf8)[...].trimmed(of: Byte.isSpace)) }
    }
    let texts = elements.compactMap(\.text)
    if texts.count < elements.count { reject(node.line, "\"\(name)\" is no list of texts") }
    return texts
  }

  private mutating func choice(_ name: String, _ words: [String]) -> String? {
    guard let text = text(name) else {
      if field(name) == nil { reject(row.line, "\"\(name)\" is missing") }
      return nil
    }
    guard words.contains(text) else {
      let wanted = words.joined(separator: ", ")
      reject(line(name), "\"\(name)\" is not one of \(wanted): \"\(text)\"")
      return nil
    }
    return text
  }

  private mutating func flag(_ name: String) -> Bool? {
    guard let text = text(name) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default:
      reject(line(name), "\"\(name)\" is neither true nor false: \"\(text)\"")
      return nil
    }
  }

  private mutating func time(_ name: String) -> Int? {
    guard let text = text(name) else { return nil }
    return instant(text, name, line(name))
  }

  mutating func instant(_ node: YAMLNode?, _ name: String) -> Int? {
    guard let node, !node.isNull else { return nil }
    return instant(node.text ?? "", name, node.line)
  }

  private mutating func instant(_ text: String, _ name: String, _ line: Int) -> Int? {
    guard let time = Instant.milliseconds(text, zone: zone) else {
      reject(line, "\"\(name)\" is no time such as 2026-11-21T06:00:00Z: \"\(text)\"")
      return nil
    }
    return time
  }

  mutating func digest(_ text: String?, _ name: String, _ line: Int) -> String? {
    guard let text else { return nil }
    guard text.utf8.count == 64, text.utf8.allSatisfy({ JSONString.digit($0) != nil }) else {
      reject(line, "\"\(name)\" is no SHA-256 of 64 hexadecimal digits")
      return nil
    }
    return text.lowercased()
  }
}
