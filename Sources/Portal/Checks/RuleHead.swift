internal import Bindings

/// What a check says of itself, without how it decides: a carried one, or one of the content.
struct RuleHead: Sendable {
  let id: String
  /// The severity of a finding that names none.
  let severity: String
  let title: String
  let why: String
  let fix: String
  /// Each as "standard id": "NIST SP 800-53r5 CP-9a".
  let controls: [String]

  /// Of the checks that the program carries, in the order of their ids.
  static let carried: [RuleHead] = Rule.all.map { rule in
    RuleHead(
      id: rule.id,
      severity: rule.severity,
      title: rule.title,
      why: rule.why,
      fix: rule.fix,
      controls: rule.controls
    )
  }

  /// Of all carried checks, those that are off included, and of those of the content.
  static func all(in catalog: borrowing Database) throws(SQLiteError) -> [RuleHead] {
    let carried = Set(carried.map(\.id))
    let controls = try catalog.rows(
      """
      SELECT rule.id, item.value
      FROM rule, json_each(rule.controls) AS item
      ORDER BY rule.id, item.id
      """
    ) { ($0.text(0), $0.text(1)) }
    let byRule = Dictionary(grouping: controls, by: \.0)
    let stored = try catalog.rows("SELECT id, severity, title, why, fix FROM rule ORDER BY id") {
      RuleHead(
        id: $0.text(0),
        severity: $0.text(1),
        title: $0.text(2),
        why: $0.text(3),
        fix: $0.text(4),
        controls: (byRule[$0.text(0)] ?? []).map(\.1)
      )
    }
    return Self.carried + stored.filter { !carried.contains($0.id) }
  }
}
