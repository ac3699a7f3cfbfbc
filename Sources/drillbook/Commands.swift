/// The commands, in the order in which the help lists them.
enum Commands {
  static let all: [any Command.Type] = [
    BuildCommand.self, CheckCommand.self, ExplainCommand.self, KeygenCommand.self,
    AttestCommand.self, VerifyCommand.self, CosignCommand.self, TimestampCommand.self,
    ProveCommand.self, TrailCommand.self, DiffCommand.self, ExportCommand.self, HelpCommand.self,
    VersionCommand.self,
  ]

  /// What people type out of habit.
  static let aliases = ["--help": "help", "-h": "help", "--version": "version"]

  /// The command of a name.
  static func named(_ name: String) throws(Failure) -> any Command.Type {
    if let command = all.first(where: { $0.name == name }) { return command }
    let near = Suggestion.nearest(to: name, among: all.map { $0.name })
    throw .usage(
      "unknown command \"\(name)\"",
      hint: near.map { "did you mean \"\($0)\"?" } ?? "\"drillbook help\" lists the commands"
    )
  }
}
