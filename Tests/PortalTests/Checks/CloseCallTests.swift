import Testing

@testable import Portal

/// Pairs of plans that look alike: a check fires in the first and not in the second.
struct CloseCallTests {
  private func fires(_ check: String, _ plan: String) async throws -> Bool {
    let content = try TemporaryContent()
    try content.write(plan, to: "plans/shop.md")
    return try await content.build().check().findings.contains {
      $0.check == check && $0.verdict != "pass"
    }
  }

  @Test(arguments: [
    // Ways to fail are not parts of each other.
    (
      "OBJ-07",
      table("Service | RTO | Priority", "Orders | 4 hours | P0", "Wiki | 5 min | P1"),
      table("Scenario | RTO | Priority", "Site loss | 4 hours | P0", "Pod crash | 5 min | P1")
    ),
    (
      "OBJ-08",
      table("Component | RTO", "Full service | 1 hour", "Infrastructure | 4 hours"),
      table("Scenario | RTO", "Full region loss | 1 hour", "Database failure | 4 hours")
    ),
    // The time of one failure is not that of another.
    (
      "RTO-01",
      "RTO: 1 hour\n\n## Scenario A: Total loss\n\n**Estimated recovery time**: 3 hours",
      "## Scenario A: One container fails\n\nRTO: 5 minutes\n\n## Scenario B: Total loss\n\n"
        + "**Estimated recovery time**: 3 hours"
    ),
    // Pages that lie there as files need no database.
    (
      "OBJ-04",
      table("Component | RTO", "Web backend | 10 min", "Database | 2 hours"),
      table("Component | RTO", "Static web pages | 10 min", "Database | 2 hours")
    ),
    (
      "OBJ-05",
      table("Component | RPO", "Order API | 1 min", "Database | 1 hour"),
      table("Component | RPO", "Order API | 0 min", "Database | 1 hour")
    ),
    // The row itself names a log.
    (
      "RPO-05",
      "RPO: 24 hours\n\n## Backups\n\n- Database: daily backup",
      "RPO: 24 hours\n\n## Backups\n\n- Database: daily backup, PITR within 7 days"
    ),
    // What is rebuilt where it was needs no way back.
    (
      "PRC-12",
      "RTO: 4 hours\n\n## Scenario 1: Region failure\n\n1. Fail over to the other region",
      "RTO: 4 hours\n\n## Scenario 1: Region failure\n\n1. Wait for the provider"
    ),
    (
      "RSK-01",
      "RTO: 4 hours\n\n## Scenario 1: Pod crash\n\n## Scenario 2: Disk failure",
      "RTO: 4 hours\n\n## Scenario 1: Pod crash\n\n## Scenario 2: All systems are lost"
    ),
    // A program that was built, and a dump.
    ("DOC-06", "```sh\n./repair.sh --all\n```", "```sh\n./till recover --all\n```"),
    (
      "DOC-06", "```sh\nmysql shop < views.sql\n```", "```sh\nmysql shop < nightly_backup.sql\n```"
    ),
    // "Critical services" are what the plan is about.
    (
      "OBJ-03",
      "- RPO for Redis cache: 1 hour\n\n## Backups\n\n- PostgreSQL: daily backup",
      "- RPO for critical services: 1 hour\n\n## Backups\n\n- PostgreSQL: daily backup"
    ),
    // A step that notes a time, and a form with a place for it.
    (
      "DRL-04",
      "RTO: 4 hours\n\n### Quarterly restore drill\n\n1. Restore the newest copy",
      "RTO: 4 hours\n\n### Quarterly restore drill\n\n1. Restore the newest copy\n"
        + "2. Record the time in drills/log.md"
    ),
    (
      "DRL-04",
      "RTO: 4 hours\n\n### Quarterly restore drill\n\n- [ ] Restore the newest copy",
      "RTO: 4 hours\n\n### Quarterly restore drill\n\n- [ ] Restore the newest copy\n\n"
        + "```markdown\nTime taken:\n```"
    ),
  ])
  func `fires in the first and not in the second`(
    check: String,
    first: String,
    second: String
  ) async throws {
    #expect(try await fires(check, "# Shop\n\n" + first + "\n"))
    #expect(try await fires(check, "# Shop\n\n" + second + "\n") == false)
  }

  @Test func `a dump of one product is no backup of another`() {
    let matcher = ComponentMatcher([
      .init(id: "postgresql", names: ["PostgreSQL"], isWhole: false),
      .init(id: "orders", names: ["Orders database"], isWhole: false),
    ])
    let found = matcher.matches(["MongoDB dump"], isData: true, withDependents: false)
    #expect(found.map(\.0) == ["orders"])
  }

  /// A table of cells between bars.
  private static func table(_ head: String, _ rows: String...) -> String {
    let line = head.split(separator: "|").map { _ in "---" }.joined(separator: " | ")
    return ([head, line] + rows).map { "| \($0) |" }.joined(separator: "\n")
  }
}
