/// Why a command stops: words for a person, the next step, and the exit code.
struct Failure: Error, Equatable {
  /// Lower case, without a full stop, names in double quotes.
  let message: String
  /// What to do about it.
  let hint: String?
  let exitCode: ExitCode

  init(_ message: String, hint: String? = nil, exitCode: ExitCode) {
    self.message = message
    self.hint = hint
    self.exitCode = exitCode
  }

  /// A command line that means nothing.
  static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(message, hint: hint, exitCode: .usage)
  }

  /// A file, folder or stream that cannot be read or written.
  static func machine(_ message: String, hint: String? = nil) -> Failure {
    Failure(message, hint: hint, exitCode: .machine)
  }
}
