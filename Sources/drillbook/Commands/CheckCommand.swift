internal import Audit
internal import Bindings
internal import Portal

/// The command `drillbook check`.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "reads the content and prints what contradicts what"
  static let options: [Option] = [
    .content, .audit, .asOf,
    Option(
      "format",
      "FORMAT",
      default: "text",
      choices: ["text"] + ReportFormat.allCases.map(\.rawValue),
      "how to print"
    ),
    .failOn, .strict,
    Option("baseline", "FILE", "the findings that are known: only what is new counts at the gate"),
    Option("write-baseline", "FILE", "writes what is found as a baseline; nothing counts then"),
    Option("explain", "CHECK", "prints a check instead: its rule, reason, controls and SQL"),
    .threads,
  ]
  static let details = [
    "A failed finding at or above the gate makes the exit code 1. Nothing else is written.",
    "A line of text is FILE:LINE: SEVERITY: message [CHECK].",
    "A drill is judged by the target of its day, where a trail of the same origin has recorded it.",
    "Without --as-of the time is SOURCE_DATE_EPOCH, then as_of of drillbook.yaml, then the clock.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    if let check = arguments.given("explain") {
      return try explain(check, arguments, terminal)
    }
    let old = try arguments.given("baseline").map { try baseline($0) }
    var report = try await CheckReport.made(by: arguments, terminal)
    if let old { report.compare(with: old) }
    try CheckPrinter(report: report, folder: arguments.value("content")).print(
      arguments.value("format"),
      on: terminal
    )
    if let path = arguments.given("write-baseline") {
      try Files.write(Baseline(of: report).bytes, to: path)
      return .success
    }
    return gate(report, arguments)
  }

  private static func baseline(_ path: String) throws -> Baseline {
    guard Files.exists(path) else {
      throw Failure.machine(
        "there is no baseline in \"\(path)\"",
        hint: "write one with \"drillbook check --write-baseline \(path)\""
      )
    }
    return try Baseline(reading: Files.read(path), named: path)
  }

  private static func gate(_ report: CheckReport, _ arguments: Arguments) -> ExitCode {
    guard let gate = Severity(rawValue: arguments.value("fail-on")) else { return .success }
    return report.gated(at: gate, strict: arguments.has("strict")) == 0 ? .success : .findings
  }

  private static func explain(
    _ check: String,
    _ arguments: Arguments,
    _ terminal: Terminal
  ) throws -> ExitCode {
    guard let rule = try RuleExplanation.find(check, content: arguments.value("content")) else {
      let near = Suggestion.nearest(to: check.uppercased(), among: RuleExplanation.ids)
      throw Failure.usage(
        "there is no check \"\(check)\"",
        hint: near.map { "did you mean \"\($0)\"?" }
          ?? "the checks are \(RuleExplanation.ids.joined(separator: ", "))"
      )
    }
    switch arguments.value("format") {
    case "text": try terminal.print(CheckPrinter.lines(of: rule))
    case "json": try terminal.write(Array((rule.json + "\n").utf8))
    default: throw Failure.usage("\"--explain\" prints text or json")
    }
    return .success
  }
}

extension Option {
  static let failOn = Option(
    "fail-on",
    "SEVERITY",
    default: "high",
    choices: ["critical", "high", "medium", "low", "never"],
    "the gate"
  )
  static let strict = Option.flag("strict", "let warnings count as failures at the gate")
}

extension Arguments {
  /// How many threads may work: as many as there are processors unless the option says else.
  var threads: Int {
    get throws(Failure) { try number("threads", in: 1...64) ?? Build.processors }
  }
}

extension CheckReport {
  /// The report on the content that a command line names.
  static func made(by arguments: Arguments, _ terminal: Terminal) async throws -> CheckReport {
    let progress = Progress(on: terminal)
    let workspace = try Workspace(arguments.value("content"))
    let standing = try StandingTrail(arguments.value("audit"), of: workspace)
    let build = Build(
      workspace,
      asOf: try Clock.asOf(arguments, configured: workspace.configuredAsOf),
      threads: try arguments.threads,
      outputs: [],
      trail: standing.record?.trail,
      trailProblem: standing.problem,
      progress: { progress.update($0, $1, of: $2) }
    )
    let report = try await build.check()
    progress.finish()
    return report
  }
}
