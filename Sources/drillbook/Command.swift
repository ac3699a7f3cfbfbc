/// One word after `drillbook`: what it takes, what it says of itself, what it does.
protocol Command: SendableMetatype {
  static var name: String { get }
  /// One line for the list of commands: a verb in the third person, no full stop.
  static var summary: String { get }
  static var options: [Option] { get }
  /// What may follow the options, as the help shows it, such as `FILE…`; nil for nothing.
  static var operands: String? { get }
  /// Paragraphs of the help, one line each of at most 100 columns.
  static var details: [String] { get }

  /// Does the work, on the caller's thread until it asks for more.
  nonisolated(nonsending) static func run(
    _ arguments: Arguments,
    _ terminal: Terminal
  ) async throws -> ExitCode
}

extension Command {
  static var options: [Option] { [] }
  static var operands: String? { nil }
  static var details: [String] { [] }
}
