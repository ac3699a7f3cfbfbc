/// What a check looks for, why, and how: everything that its file says.
package struct RuleExplanation: Sendable {
  package let id: String
  package let severity: String
  package let title: String
  package let why: String
  package let fix: String
  package let controls: [String]
  /// One SELECT over the evidence database.
  package let query: String

  /// The ids of all checks, in their order.
  package static var ids: [String] { Rule.all.map(\.id) }

  /// The check of an id; nil when there is none.
  package init?(_ id: String) {
    guard let rule = Rule.all.first(where: { $0.id == id }) else { return nil }
    self.id = rule.id
    severity = rule.severity
    title = rule.title
    why = rule.why
    fix = rule.fix
    controls = rule.controls
    query = rule.query
  }

  /// The same as one JSON object on one line, `drillbook.rule/1`.
  package var json: String {
    let object: JSON = [
      "schema": "drillbook.rule/1", "id": .string(id), "severity": .string(severity),
      "title": .string(title), "why": .string(why), "fix": .string(fix),
      "controls": .array(controls.map(JSON.string)), "sql": .string(query),
    ]
    return object.text
  }
}
