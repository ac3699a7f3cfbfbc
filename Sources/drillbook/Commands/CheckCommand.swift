/// The command `drillbook check`.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "reads the content and prints what contradicts what"
  static let options: [Option] = [
    .content, .asOf,
    Option("format", "FORMAT", default: "text", choices: ["text", "json"], "how to print"),
    Option(
      "fail-on",
      "SEVERITY",
      default: "high",
      choices: ["critical", "high", "medium", "low", "never"],
      "the gate"
    ),
    .flag("strict", "let warnings count as failures at the gate"),
  ]
  static let details = [
    "A failed finding at or above the gate makes the exit code 1. Nothing is written.",
    "A line of text is FILE:LINE: SEVERITY: message [CHECK].",
    "Without --as-of the time is SOURCE_DATE_EPOCH, then as_of of drillbook.yaml, then the clock.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    throw Failure.usage("\"\(name)\" is not built yet")
  }
}
