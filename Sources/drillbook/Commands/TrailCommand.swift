internal import Audit
internal import Portal

/// The command `drillbook trail`.
enum TrailCommand: Command {
  static let name = "trail"
  static let summary = "prints the entries of the audit trail"
  static let options: [Option] = [
    .audit,
    Option("format", "FORMAT", default: "text", choices: ["text", "json"], "how to print"),
    Option(
      "kind",
      "KIND",
      choices: ["key", "evidence", "objective", "waiver", "report"],
      "only entries of this kind"
    ),
  ]
  static let details = [
    "A line is the number of the entry, when it was recorded, its kind, and what it says.",
    "JSON holds the entries as they are signed. A trail that does not verify is not printed.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let record = try VerifiedFolder.read(arguments)
    let kind = arguments.given("kind")
    let entries = record.trail.entries.filter { kind == nil || $0.event.kind == kind }
    if arguments.value("format") == "json" {
      try terminal.write(json(record, entries))
    } else {
      try terminal.print(entries.map(line))
    }
    return .success
  }

  private static func json(_ record: AuditRecord, _ entries: [TrailEntry]) -> [UInt8] {
    let head: CanonicalJSON = [
      "entries": .array(entries.map(\.json)),
      "origin": .string(record.checkpoint.origin.description),
      "root": .string(record.checkpoint.root.hex),
      "schema": "drillbook.trail/1",
      "size": .int(record.checkpoint.size),
    ]
    return head.bytes + [UInt8(ascii: "\n")]
  }

  private static func line(_ entry: TrailEntry) -> Line {
    let kind = entry.event.kind + String(repeating: " ", count: 9 - entry.event.kind.utf8.count)
    return "\(entry.seq)  \(entry.at.description)  \(kind)  \(TrailWords.text(of: entry.event))"
  }
}
