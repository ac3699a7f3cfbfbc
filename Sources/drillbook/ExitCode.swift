/// What the program says to the one that started it; these numbers never change.
enum ExitCode: Int32, CaseIterable, Sendable {
  case success = 0
  case findings = 1
  case usage = 2
  case machine = 3
  case unverified = 4

  /// The words of the help text.
  var meaning: String {
    switch self {
    case .success: "done; nothing at or above the gate"
    case .findings: "findings at or above the gate"
    case .usage: "the command line is wrong"
    case .machine: "the machine refused, or an input cannot be read"
    case .unverified: "the audit trail or the report does not verify"
    }
  }
}
