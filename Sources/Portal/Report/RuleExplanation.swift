internal import Bindings

/// What a check looks for, why, and how: everything that its file says.
package struct RuleExplanation: Sendable {
  package let id: String
  package let severity: String
  package let title: String
  package let why: String
  package let fix: String
  package let controls: [String]
  /// One SELECT over the evidence database; nil for what a reader finds.
  package let query: String?

  private init(_ head: RuleHead, query: String?) {
    id = head.id
    severity = head.severity
    title = head.title
    why = head.why
    fix = head.fix
    controls = head.controls
    self.query = query
  }

  private init(_ rule: Rule) { self.init(rule.head, query: rule.query) }

  /// The ids of the checks and readers that the program carries, in their order.
  package static var ids: [String] { RuleHead.carried.map(\.id) }

  /// The check of an id, in letters of any size: a carried one, or one of the content.
  package static func find(_ id: String, content: String) throws -> RuleExplanation? {
    let id = id.uppercased()
    if let rule = Rule.all.first(where: { $0.id == id }) { return RuleExplanation(rule) }
    if let head = RuleHead.readers.first(where: { $0.id == id }) {
      return RuleExplanation(head, query: nil)
    }
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
      "controls": .array(controls.map(JSON.string)), "sql": JSON(query),
    ]
    return object.text
  }
}
