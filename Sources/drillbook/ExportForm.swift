/// One form of `drillbook export`: a type in `Sources/drillbook/Exports` and a line in
/// `ExportCommand.forms`.
protocol ExportForm: SendableMetatype {
  /// What follows `drillbook export`.
  static var name: String { get }
  /// One line for the help: what it prints.
  static var summary: String { get }
  /// Those of the options of the command that it takes; a form may bring some of its own.
  static var options: [Option] { get }

  /// Prints the form.
  nonisolated(nonsending) static func run(
    _ arguments: Arguments,
    _ terminal: Terminal
  ) async throws -> ExitCode
}
