internal import Portal

/// The command `drillbook version`.
enum VersionCommand: Command {
  static let name = "version"
  static let summary = "prints the version"

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitCode {
    try terminal.print("\(Generator.text)")
    return .success
  }
}
