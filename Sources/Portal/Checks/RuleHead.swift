internal import Bindings

/// What a check says of itself, without how it decides: a carried one, or one of the content.
struct RuleHead: Sendable {
  /// Such as RPO-01.
  let id: String
  /// The severity of a finding that names none.
  let severity: String
  let title: String
  let why: String
  let fix: String
  /// Each as "standard id": "NIST SP 800-53r5 CP-09a.".
  let controls: [String]

  init(
    id: String,
    severity: String,
    title: String,
    why: String,
    fix: String,
    controls: [String]
  ) {
    (self.id, self.severity, self.title) = (id, severity, title)
    (self.why, self.fix, self.controls) = (why, fix, controls)
  }

  /// Of the checks and readers that the program carries, in the order of their ids.
  static let carried = (Rule.all.map(\.head) + readers).sorted { $0.id < $1.id }

  /// Of what the readers print when content cannot be read: no query decides it.
  static let readers = (YAMLNode.carried("readers.yaml").elements ?? []).map(RuleHead.init)

  private init(_ node: YAMLNode) {
    self.init(
      id: node["id"]?.text ?? "",
      severity: node["severity"]?.text ?? "",
      title: node["title"]?.text ?? "",
      why: node["why"]?.text ?? "",
      fix: node["fix"]?.text ?? "",
      controls: []
    )
  }

  /// Of all that is carried, what is off included, and of the checks of the content.
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
