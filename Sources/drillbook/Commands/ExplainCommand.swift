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
    throw Failure.usage("\"\(name)\" is not built yet")
  }
}
