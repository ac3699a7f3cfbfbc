/// Something in the content that could not be read; it becomes a finding.
struct Problem: Equatable, Sendable {
  /// The id of the finding: DOC-09, INV-01.
  let code: String
  /// critical, high, medium, low or info.
  let severity: String
  let message: String
  /// What to do.
  let fix: String
  /// Relative to the content folder.
  let file: String
  /// From 1, where a line can be named.
  var line: Int?
  /// The place in a data file: $[3], line 17.
  var pointer: String?
  var quote: String?
}
