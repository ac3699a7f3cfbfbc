internal import Bindings

/// What is understood of one file, whatever it is.
package struct Explained: Sendable {
  private let content: Content

  private enum Content: Sendable {
    case plan(Document, Facts)
    case log(DrillLog)
    case inventory(Inventory)
  }

  /// What is printed for people.
  package enum Body: Sendable {
    case plan(AnnotatedPlan)
    /// The records of a log or inventory: each with its place, what it is, and its words.
    case records([Line])
  }

  package typealias Line = (place: String, what: String, quote: String)

  /// What a file is taken for, where its place and name do not say.
  package struct Hints: Sendable {
    package let collectedAt: Int64?
    package let zone: String?

    package init(collectedAt: Int64?, zone: String?) {
      self.collectedAt = collectedAt
      self.zone = zone
    }
  }

  /// Reads a file; `workspace` is the folder whose configuration counts, if there is one.
  package init(_ path: String, in workspace: Workspace?, hints: Hints) throws {
    let file = SourceFile(path: path, bytes: try Files.read(path))
    let name = path.lowercased()
    let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
    if isMarkdown, !ContentFolder.isReview(path) {
      let document = Document(file)
      content = .plan(document, Facts(document))
    } else if isMarkdown || Self.isLog(file) {
      content = .log(DrillLog.read(file, zone: try Self.zone(hints)))
    } else {
      let inventory = try Self.inventory(file, workspace, hints)
      // A log may lie anywhere; one in our schema tells by what it holds.
      let log = inventory.isKnown ? nil : DrillLog.read(file, zone: try Self.zone(hints))
      if let log, !log.records.isEmpty {
        content = .log(log)
      } else {
        content = .inventory(inventory)
      }
    }
  }

  /// Why nothing of it can be used.
  package var refusal: String? {
    switch content {
    case .plan(let document, _): document.refusal
    case .log(let log): log.refusal
    case .inventory(let inventory): inventory.refusal
    }
  }

  /// One JSON object on one line, `drillbook.explanation/1`, with the end of that line.
  package var json: [UInt8] {
    var json = JSONWriter(capacity: 1 << 15)
    switch content {
    case .plan(let document, let facts): PlanExplanation.write(document, facts, to: &json)
    case .log(let log): Explanation.json(log).write(to: &json)
    case .inventory(let inventory): Explanation.json(inventory).write(to: &json)
    }
    json.endLine()
    return json.bytes
  }

  /// The same for people.
  package var body: Body {
    switch content {
    case .plan(let document, let facts): .plan(AnnotatedPlan(document, facts))
    case .log(let log): .records(log.records.map { Self.line($0) } + Self.lines(log.problems))
    case .inventory(let inventory): .records(Self.lines(inventory))
    }
  }

  private static func line(_ record: DrillRecord) -> Line {
    let seconds = record.failureSeconds ?? record.declarationSeconds
    let from = record.failureSeconds == nil ? "declaration" : "failure"
    let span = seconds.map { ", \(Phrase.span($0)) from the \(from)" } ?? ""
    let place = record.line.map { ":\($0)" } ?? record.pointer.map { " \($0)" } ?? ""
    return (record.file + place, "\(record.kind) \(record.outcome)\(span)", record.quote)
  }

  private static func lines(_ inventory: Inventory) -> [Line] {
    let path = inventory.file.path
    var lines: [Line] = []
    for record in inventory.records {
      let point = record.recoveryPointAt.map(Phrase.time) ?? "no recovery point"
      lines.append(("\(path) \(record.pointer)", "\(record.outcome): \(point)", record.asset))
    }
    for window in inventory.windows {
      let what = "restorable up to \(Phrase.time(window.latestAt))"
      lines.append(("\(path) \(window.pointer)", what, window.asset))
    }
    for found in inventory.verifications {
      lines.append(("\(path) \(found.pointer)", "verification: \(found.result)", found.subject))
    }
    for drill in inventory.drills { lines.append(line(drill)) }
    return lines + self.lines(inventory.problems)
  }

  private static func lines(_ problems: [Problem]) -> [Line] {
    problems.map { problem in
      let place = problem.line.map { ":\($0)" } ?? problem.pointer.map { " \($0)" } ?? ""
      return (
        problem.file + place, "\(problem.severity): \(problem.message) [\(problem.code)]",
        problem.fix
      )
    }
  }

  /// A drill log lies in a folder for them, or holds our own schema.
  private static func isLog(_ file: SourceFile) -> Bool {
    let name = file.path.lowercased()
    if ContentFolder.isReview(file.path) { return true }
    return [".yaml", ".yml", ".csv"].contains { name.hasSuffix($0) }
  }

  private static func zone(_ hints: Hints) throws -> Zone? {
    guard let name = hints.zone else { return nil }
    guard let zone = Zone(name) else {
      throw MachineError(
        "there is no time zone \"\(name)\"",
        hint: "write one such as Europe/Berlin or +02:00"
      )
    }
    return zone
  }

  private static func inventory(
    _ file: SourceFile,
    _ workspace: Workspace?,
    _ hints: Hints
  ) throws -> Inventory {
    let prefix = workspace.map { $0.folder + "/" } ?? ""
    let inside =
      file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.utf8.count)) : file.path
    var source = workspace?.configuration.inventory(inside)
    if source == nil, let all = Glob("**") { source = InventorySource(files: all) }
    if let time = hints.collectedAt { source?.collectedAt = Int(time) }
    if let zone = try zone(hints) { source?.zone = zone }
    let beside = InventorySettings.sidecar(of: file.path)
    let sidecar =
      Files.exists(beside)
      ? SourceFile(path: beside, bytes: try Files.read(beside)) : nil
    let adapters = workspace.map { OwnAdapters.beside($0.folder) } ?? Adapter.all
    return Inventory.read(file, source: source, sidecar: sidecar, adapters: adapters)
  }
}
