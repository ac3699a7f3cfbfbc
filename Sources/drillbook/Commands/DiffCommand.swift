internal import Portal

/// The command `drillbook diff OLD NEW`.
enum DiffCommand: Command {
  static let name = "diff"
  static let summary = "prints what changed between two reports"
  static let operands: String? = "OLD NEW"
  static let options: [Option] = [
    Option("format", "FORMAT", default: "text", choices: ["text", "markdown"], "how to print"),
    .failOn, .strict,
  ]
  static let details = [
    "OLD and NEW are each the evidence.sqlite of a site, or what \"check --format json\" printed.",
    "A failed finding at or above the gate that is new or waived no longer makes the exit code 1.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitCode {
    guard arguments.operands.count == 2 else {
      throw Failure.usage("give two reports, the old one first", hint: Help.hint(for: Self.self))
    }
    let diff = ReportDiff(
      from: try CheckReport(saved: arguments.operands[0]),
      to: try CheckReport(saved: arguments.operands[1])
    )
    if arguments.value("format") == "markdown" {
      try terminal.write(Array(diff.markdown.utf8))
    } else {
      try terminal.print(lines(of: diff))
    }
    guard let gate = Severity(rawValue: arguments.value("fail-on")) else { return .success }
    return diff.gated(at: gate, strict: arguments.has("strict")) == 0 ? .success : .findings
  }

  private static func lines(of diff: ReportDiff) -> [Line] {
    guard !diff.isEmpty else { return ["no difference"] }
    var lines: [Line] = diff.moves.map { move in
      let style: Line.Style? = [.worse, .gone, .loosened].contains(move.kind) ? .red : nil
      return "\(move.kind.rawValue, style): \(move.objective): \(move.words)"
    }
    lines += diff.opened.map { finding("opened", .red, $0) }
    lines += diff.closed.map { finding("closed", .green, $0) }
    lines += diff.waived.map { finding("waived", nil, $0) }
    lines += diff.lapsed.map { finding("waiver lapsed", .red, $0) }
    lines += diff.gained.map { evidence("gained", .green, $0) }
    lines += diff.lost.map { evidence("lost", .red, $0) }
    lines.append("\(diff.summary)")
    return lines
  }

  private static func finding(
    _ word: String,
    _ style: Line.Style?,
    _ change: ReportDiff.Change
  ) -> Line {
    let marks = [
      change.verdict == "fail" ? nil : change.verdict,
      change.isWaived && word != "waived" ? "waived" : nil,
      change.isChange ? "changed" : nil,
    ].compactMap(\.self)
    let mark = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    let words = "\(change.message)\(mark) [\(change.check)]"
    return "\(word, style): \(change.place): \(change.severity.rawValue): \(words)"
  }

  private static func evidence(
    _ word: String,
    _ style: Line.Style,
    _ evidence: ReportDiff.Evidence
  ) -> Line {
    "\(word, style): \(evidence.place): \(evidence.quote) (\(evidence.subjects))"
  }
}
