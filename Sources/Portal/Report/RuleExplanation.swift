internal import Bindings

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

  private init(_ rule: Rule) {
    id = rule.id
    severity = rule.severity
    title = rule.title
    why = rule.why
    fix = rule.fix
    controls = rule.controls
    query = rule.query
  }

  /// The ids of the checks that the program carries, in their order.
  package static var ids: [String] { Rule.all.map(\.id) }

  /// The check of an id, in letters of any size: a carried one, or one of the content.
  package static func find(_ id: String, content: String) throws -> RuleExplanation? {
    let id = id.uppercased()
    if let rule = Rule.all.first(where: { $0.id == id }) { return RuleExplanation(rule) }
    guard Files.exists(content + "/checks") else { return nil }
    let folder = try Workspace(content).list(without: [])
    let own = OwnChecks(folder.checks, in: folder).rules.map(\.rule)
    return own.first { $0.id.uppercased() == id }.map(RuleExplanation.init)
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
