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
    var code = ExitCode.success
    for path in arguments.operands {
      do {
        let explained = try Explained(path, in: workspace, hints: hints)
        try print(explained, of: path, arguments, terminal)
        if explained.refusal != nil { code = .machine }
      } catch let error as MachineError {
        throw error
      } catch let failure as Failure {
        throw failure
      } catch {
        terminal.report(.machine(String(describing: error)))
        code = .machine
      }
    }
    return code
  }

  private static func print(
    _ explained: Explained,
    of path: String,
    _ arguments: Arguments,
    _ terminal: Terminal
  ) throws {
    guard arguments.value("format") == "text" else {
      return try terminal.write(Array((explained.json + "\n").utf8))
    }
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
