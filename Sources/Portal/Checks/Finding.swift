/// One place where a check does not hold, or one thing that could not be read.
struct Finding: Equatable, Sendable {
  /// A line of a document, or a record of a data file.
  struct Evidence: Equatable, Sendable {
    let file: String
    let line: Int?
    let pointer: String?
    let quote: String
  }

  /// The check, the system and the component or document, such as RPO-01/shop/database.
  let id: String
  let check: String
  /// critical, high, medium, low or info.
  let severity: String
  /// fail, warn, unknown or pass.
  let verdict: String
  let system: String?
  let subject: String
  let message: String
  let evidence: [Evidence]
  let fix: String
  let controls: [String]
  let isWaived: Bool
}
