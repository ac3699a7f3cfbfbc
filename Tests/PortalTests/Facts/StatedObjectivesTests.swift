import Testing

@testable import Portal

@Suite struct StatedObjectivesTests {
  private func facts(_ text: String) -> Facts {
    Facts(Document(SourceFile(path: "plan.md", bytes: Array(text.utf8))))
  }

  /// "component kind=seconds@line" of each target; those that are overruled in brackets.
  private func targets(_ text: String) -> [String] {
    facts(text).objectives.flatMap { objective in
      func words(_ target: Target) -> String {
        let value = target.value.map { "\($0)" } ?? target.state.rawValue
        return "\(objective.component) \(target.kind.rawValue)=\(value)@\(target.line)"
      }
      return objective.targets.map(words) + objective.overruled.map { "[\(words($0))]" }
    }
  }

  @Test(arguments: [
    ("rto: 4h\nrpo: 15m", [" rto=14400@2", " rpo=900@3"]),
    ("RTO: \"4 hours\"\nRPO: 0", [" rto=14400@2", " rpo=0@3"]),
    ("rto_hours: 4\nrpo-minutes: 15", [" rto=14400@2", " rpo=900@3"]),
    ("rto_target: < 4h\nmax_rpo: 1h", [" rto=14400@2"]),
    ("objectives: {rto: 4h, rpo: PT15M}", [" rto=14400@2", " rpo=900@2"]),
    ("objectives:\n  rto: 4h\n  availability: 99.9%", [" rto=14400@3", " availability=999000@4"]),
    (
      "objectives:\n  database: {rto: 1h}\n  web:\n    rpo: 5m",
      ["database rto=3600@3", "web rpo=300@5"]
    ),
    (
      "objectives:\n- component: Database\n  rto: 1h\n- service: web\n  rto: 2h",
      ["Database rto=3600@4", "web rto=7200@6"]
    ),
    ("rto:\n  database: 1h\n  web: 2h", ["database rto=3600@3", "web rto=7200@4"]),
    ("recovery_objectives:\n  targets:\n    rto: 1h", [" rto=3600@4"]),
    ("disaster_recovery: {rto: 1h}", [" rto=3600@2"]), ("params: {rto: 1h}", [" rto=3600@2"]),
    ("rto: TBD", [" rto=placeholder@2"]), ("rpo: until the last backup", [" rpo=qualitative@2"]),
    ("rto: n/a", [" rto=na@2"]), ("rto: {{ rto }}\nb: c", [" rto=variable@2"]),
    // No objective.
    ("rto: 4", []), ("rto_owner: ops", []), ("rto_actual: 3h", []), ("availability: high", []),
    ("rto:", []), ("title: RTO 4h", []), ("tags: [rto, rpo]", []), ("keywords:\n- rto: 4h", []),
  ])
  func `reads objectives of front matter`(yaml: String, expected: [String]) {
    #expect(targets("---\n\(yaml)\n---\n# Plan\n") == expected)
  }

  @Test(arguments: [
    ("rto: 4h", "RTO: 8 hours", [" rto=14400@2", "[ rto=28800@5]"]),
    ("rto: 4h", "RTO: 8 hours\n\nRPO: 1 hour", [" rto=14400@2", " rpo=3600@7", "[ rto=28800@5]"]),
    (
      "rto: 4h", "RTO: 8 hours\n\nRTO: 9 hours",
      [" rto=14400@2", "[ rto=28800@5]", "[ rto=32400@7]"]
    ),
    ("rto: 4h", "- Web RTO: 8 hours", [" rto=14400@2", "Web rto=28800@5"]),
    (
      "objectives: {database: {rto: 4h}}",
      "- Database (PostgreSQL) RTO: 8 hours\n- Web RTO: 9 hours",
      [
        "Database (PostgreSQL) rto=14400@2", "[Database (PostgreSQL) rto=28800@5]",
        "Web rto=32400@6",
      ]
    ),
    ("rto: TBD", "RTO: 8 hours", [" rto=28800@5", "[ rto=placeholder@2]"]),
    ("rto: n/a", "RTO: 8 hours", [" rto=na@2", "[ rto=28800@5]"]),
    ("rpo: 1h", "RTO: 8 hours\n\nRTO: 9 hours", [" rpo=3600@2", " rto=28800@5", " rto=32400@7"]),
  ])
  func `lets front matter win over the text, and keeps both`(
    yaml: String,
    text: String,
    expected: [String]
  ) {
    #expect(targets("---\n\(yaml)\n---\n\n\(text)\n") == expected)
  }

  @Test func `shows the statement that is overruled`() {
    let facts = facts("---\nrto: 4h\n---\n# Plan\n\nRTO: 8 hours\n")
    let list = facts.list.filter { $0.kind.hasPrefix("objective") }
    #expect(list.map { $0.phrase(beside: "") } == ["RTO 4 h", "overruled: RTO 8 h"])
    #expect(list.map(\.line) == [2, 6])
  }
}
