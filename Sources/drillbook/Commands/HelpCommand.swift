/// The command `drillbook help [COMMAND]`.
enum HelpCommand: Command {
  static let name = "help"
  static let summary = "lists the commands, or explains one"
  static let operands: String? = "[COMMAND]"

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitCode {
    guard arguments.operands.count < 2 else {
      throw Failure.usage("\"help\" explains one command at a time")
    }
    guard let name = arguments.operands.first else {
      try terminal.print(Help.overview())
      return .success
    }
    try terminal.print(Help.lines(for: Commands.named(name)))
    return .success
  }
}
