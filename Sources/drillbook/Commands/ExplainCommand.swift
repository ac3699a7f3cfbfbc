internal import Portal

/// The command `drillbook explain FILE…`.
enum ExplainCommand: Command {
  static let name = "explain"
  static let summary = "prints what is understood of some files"
  static let options: [Option] = [
    Option("format", "FORMAT", default: "text", choices: ["text", "json"], "how to print"),
    Option("content", "DIR", "the folder whose drillbook.yaml counts"),
    Option(
      "collected-at",
      "TIME",
      "when an inventory was collected, if neither it nor its name says"
    ),
    .flag("all", "prints the lines of a plan without a note, too"),
    Option("zone", "ZONE", "the time zone of times without one, such as Europe/Berlin"),
    .threads,
  ]
  static let operands: String? = "FILE…"
  static let details = [
    "With --format json there is one JSON object a line, one line a file.",
    "A file of which nothing can be used makes the exit code 3; the others are explained.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard !arguments.operands.isEmpty else {
      throw Failure.usage("no file given", hint: Help.hint(for: Self.self))
    }
    let workspace = try arguments.given("content").map { try Workspace($0) }
    let hints = Explained.Hints(
      collectedAt: try collectedAt(arguments),
      zone: arguments.given("zone")
    )
    let isText = arguments.value("format") == "text"
    let paths = arguments.operands
    var code = ExitCode.success
    for start in stride(from: 0, to: paths.count, by: window) {
      let paths = Array(paths[start..<min(start + window, paths.count)])
      let outcomes = try await parallelMap(paths, threads: try arguments.threads) { path in
        Result { try Outcome(Explained(path, in: workspace, hints: hints), isText: isText) }
      }
      for (path, outcome) in zip(paths, outcomes) {
        let isRead = try print(outcome, of: path, arguments, terminal)
        code = isRead ? code : .machine
      }
    }
    return code
  }

  /// How many files are read before the first of them is printed.
  private static let window = 256

  /// What is left to do once a file was read.
  private enum Outcome: Sendable {
    case json([UInt8], isRefused: Bool)
    case text(Explained)

    init(_ explained: Explained, isText: Bool) {
      self =
        isText ? .text(explained) : .json(explained.json, isRefused: explained.refusal != nil)
    }
  }

  /// Prints what was understood of a file; false when nothing of it can be used.
  private static func print(
    _ outcome: Result<Outcome, any Error>,
    of path: String,
    _ arguments: Arguments,
    _ terminal: Terminal
  ) throws -> Bool {
    switch outcome {
    case .success(.json(let line, let isRefused)):
      try terminal.write(line)
      return !isRefused
    case .success(.text(let explained)):
      try print(explained, of: path, arguments, terminal)
      return explained.refusal == nil
    case .failure(let error as MachineError): throw error
    case .failure(let error):
      terminal.report(.machine(String(describing: error)))
      return false
    }
  }

  private static func print(
    _ explained: Explained,
    of path: String,
    _ arguments: Arguments,
    _ terminal: Terminal
  ) throws {
    if let refusal = explained.refusal {
      terminal.report(.machine("\"\(path)\" was not read: \(refusal)"))
    }
    switch explained.body {
    case .plan(let plan):
      let printer = PlanPrinter(
        plan: plan,
        path: path,
        isWhole: arguments.has("all"),
        width: terminal.width
      )
      try terminal.print(printer.lines)
    case .records(let records):
      for record in records {
        try terminal.print(["\(record.place, .dim): \(record.what, .bold)", "    \(record.quote)"])
      }
      if records.isEmpty { try terminal.print("\(path): nothing understood") }
    }
  }

  private static func collectedAt(_ arguments: Arguments) throws(Failure) -> Int64? {
    guard let text = arguments.given("collected-at") else { return nil }
    guard let time = AsOf.milliseconds(text) else {
      throw .usage(
        "option \"--collected-at\" does not take \"\(text)\"",
        hint: "write a time as 2026-11-21T06:00:00Z"
      )
    }
    return time
  }
}
