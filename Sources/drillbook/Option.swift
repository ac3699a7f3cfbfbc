/// An option of a command: as it is declared, parsed and shown in the help.
struct Option: Sendable {
  /// The name without dashes.
  let name: String
  /// What the value is called in the help; nil for a flag.
  let value: String?
  let summary: String
  /// What counts when the option is not given.
  let fallback: String?
  /// The only values that are taken; empty for any.
  let choices: [String]
  /// Whether it may be given several times.
  let isRepeatable: Bool

  init(
    _ name: String,
    _ value: String?,
    default fallback: String? = nil,
    choices: [String] = [],
    isRepeatable: Bool = false,
    _ summary: String
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.fallback = fallback
    self.choices = choices
    self.isRepeatable = isRepeatable
  }

  /// An option that takes no value.
  static func flag(_ name: String, _ summary: String) -> Option { Option(name, nil, summary) }

  /// The option as it is typed, such as `--site DIR`.
  var spelling: String { value.map { "--\(name) \($0)" } ?? "--\(name)" }
}

/// The options that several commands share.
extension Option {
  static let content = Option("content", "DIR", default: "content", "the folder to read")
  static let site = Option("site", "DIR", default: "site", "the folder of the portal")
  static let audit = Option("audit", "DIR", default: "audit", "the folder of the audit trail")
  static let asOf = Option(
    "as-of",
    "TIME",
    "the time to judge by, such as 2026-11-21T06:00:00Z"
  )
  static let sampleKey = Option.flag(
    "sample-key",
    "sign with the published key of the sample, which proves nothing"
  )
  static let threads = Option(
    "threads",
    "N",
    "how many threads read and render; the result is the same for any"
  )
  static let policy = Option(
    "policy",
    "FILE",
    "whose signatures you ask for, in the form of c2sp.org/tlog-policy"
  )
  static let tsa = Option(
    "tsa",
    "FILE",
    "the certificates (PEM) of the time-stamp authorities that you trust"
  )
  static let passphrase = Option(
    "passphrase-file",
    "FILE",
    "the file whose first line opens the key"
  )
}
