internal import Portal

/// The command `drillbook check`.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "reads the content and prints what contradicts what"
  static let options: [Option] = [
    .content, .audit, .asOf,
    Option("format", "FORMAT", default: "text", choices: ["text", "json"], "how to print"),
    Option(
      "fail-on",
      "SEVERITY",
      default: "high",
      choices: ["critical", "high", "medium", "low", "never"],
      "the gate"
    ),
    .flag("strict", "let warnings count as failures at the gate"),
    .threads,
  ]
  static let details = [
    "A failed finding at or above the gate makes the exit code 1. Nothing is written.",
    "A line of text is FILE:LINE: SEVERITY: message [CHECK].",
    "A drill is judged by the target of its day, where a trail of the same origin has recorded it.",
    "Without --as-of the time is SOURCE_DATE_EPOCH, then as_of of drillbook.yaml, then the clock.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let progress = Progress(on: terminal)
    let workspace = try Workspace(arguments.value("content"))
    let build = Build(
      workspace,
      asOf: try Clock.asOf(arguments, configured: workspace.configuredAsOf),
      threads: try arguments.threads,
      outputs: [],
      trail: try StandingTrail(arguments.value("audit"), of: workspace)?.trail,
      progress: { progress.update($0, $1, of: $2) }
    )
    let report = try await build.check()
    progress.finish()
    if arguments.value("format") == "json" {
      try terminal.write(Array((report.text + "\n").utf8))
    } else {
      try terminal.print(lines(of: report, folder: arguments.value("content")))
    }
    guard let gate = Severity(rawValue: arguments.value("fail-on")) else { return .success }
    return report.gated(at: gate, strict: arguments.has("strict")) == 0 ? .success : .findings
  }

  private static func lines(of report: CheckReport, folder: String) -> [Line] {
    var lines: [Line] = []
    for entry in report.entries(folder: folder) {
      let style: Line.Style = entry.severity >= .high ? .red : .yellow
      let waived = entry.isWaived ? " (waived)" : ""
      let words = "\(entry.message)\(waived) [\(entry.check)]"
      lines.append("\(entry.place): \(entry.severity.rawValue, style): \(words)")
      for other in entry.others.prefix(4) {
        lines.append("    \(other.place, .dim): \(other.quote)")
      }
      lines.append("    \("fix:", .bold) \(entry.fix)")
    }
    let counts = report.statuses.filter { $0.count > 0 }.map { "\($0.count) \($0.status)" }
    let objectives = report.statuses.reduce(0) { $0 + $1.count }
    let stated = counts.isEmpty ? "none stated" : counts.joined(separator: ", ")
    lines.append("\(SiteSummary.count(objectives, "objective")): \(stated)")
    lines.append("\(report.result, report.result == "PASSED" ? .green : .red)")
    return lines
  }
}

extension Arguments {
  /// How many threads may work: as many as there are processors unless the option says else.
  var threads: Int {
    get throws(Failure) { try number("threads", in: 1...64) ?? Build.processors }
  }
}
