/// The command `drillbook verify`.
enum VerifyCommand: Command {
  static let name = "verify"
  static let summary = "checks the audit trail, the signed report and the files that it names"
  static let options: [Option] = [
    .audit, .content,
    Option("key", "FILE", "the verifier key that you trust, instead of the one in the folder"),
  ]
  static let details = [
    "Prints every check and what it found; a file that does not verify makes the exit code 4.",
    "Without --key the answer is only as good as the folder: whoever can replace the trail can",
    "replace the key beside it.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    throw Failure.usage("\"\(name)\" is not built yet")
  }
}
