internal import Bindings

/// A check: a header that says what must hold, and a query for where it does not.
///
/// The header is comment lines `-- key: value`; the query gives subject, severity, verdict,
/// message, evidence and fix. In the database it is a view of the name of the check.
struct Rule: Sendable {
  let head: RuleHead
  let query: String

  /// Such as RPO-01.
  var id: String { head.id }

  /// Every check that the program carries, in the order of their ids.
  static let all: [Rule] = Asset.all
    .filter { $0.path.hasPrefix("checks/") }
    .compactMap { Rule(String(decoding: $0.copy, as: UTF8.self)) }
    .sorted { $0.id < $1.id }

  /// Reads a check; nil when a line of its header is missing.
  init?(_ text: String) {
    var header: [String: String] = [:]
    var query: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if query.isEmpty, line.hasPrefix("-- "), let colon = line.firstIndex(of: ":") {
        let key = line[line.index(line.startIndex, offsetBy: 3)..<colon]
        header[String(key)] = String(line[line.index(after: colon)...].drop { $0 == " " })
      } else {
        query.append(line)
      }
    }
    guard let id = header["id"], let severity = header["severity"], let title = header["title"],
      let why = header["why"], let fix = header["fix"], let controls = header["controls"]
    else { return nil }
    head = RuleHead(
      id: id,
      severity: severity,
      title: title,
      why: why,
      fix: fix,
      controls: controls.split(separator: ";").map { String($0.drop { $0 == " " }) }
    )
    self.query = query.joined(separator: "\n")
  }
}
