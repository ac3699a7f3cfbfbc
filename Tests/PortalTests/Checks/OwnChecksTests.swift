import Bindings
import Testing

@testable import Portal

/// Checks that a content folder brings along.
@Suite struct OwnChecksTests {
  private static let head = """
    -- id: OWN-01
    -- severity: high
    -- title: Every plan names its bakery
    -- why: Bread.
    -- fix: Name it.
    -- controls: House rule 7; House rule 8

    """

  /// What a build says with a check under checks/: the findings of its id, and those of refusals.
  private func findings(_ check: String) async throws -> [Finding] {
    let content = try TemporaryContent()
    try content.write("# Bakery plan\n\n- RTO: 4 hours\n", to: "plans/bakery.md")
    try content.write(check, to: "checks/bakery.sql")
    let report = try await content.build().check()
    return report.findings.filter { ["OWN-01", "CHK-01", "RPO-01"].contains($0.check) }
  }

  @Test func `finds what it selects and is listed with its head`() async throws {
    let found = try await findings(
      Self.head + """
        SELECT path AS subject, NULL AS severity, 'fail' AS verdict,
          'no bakery: ' || title AS message,
          json_array(json_object('file', path, 'line', 1, 'quote', title)) AS evidence, NULL AS fix
        FROM document
        """
    )
    #expect(found.map(\.id) == ["OWN-01/plans/bakery.md"])
    #expect(found.first?.severity == "high")
    #expect(found.first?.message == "no bakery: Bakery plan")
    #expect(found.first?.evidence.first?.line == 1)
    #expect(found.first?.fix == "Name it.")
    #expect(found.first?.controls == ["House rule 7", "House rule 8"])
  }

  private static let row = "'a' AS subject, NULL AS severity, 'fail' AS verdict, 'm' AS message, "

  @Test(arguments: [
    ("DELETE FROM finding", "it may only read, and it changes something"),
    ("SELECT 1; DROP TABLE finding", "it may only read, and it changes something"),
    ("ATTACH 'x' AS y", "it may only read, and it opens another file"),
    ("SELECT readfile('/etc/passwd')", "no such function: readfile"),
    ("SELECT 1 AS subject", "it lacks the column \"severity\""),
    (
      "SELECT \(row)'none' AS evidence, NULL AS fix",
      "the evidence of \"a\" is no array of {file, line or pointer, quote}"
    ),
    (
      "SELECT \(row)'[{\"file\": \"a\", \"line\": \"b\", \"quote\": \"\"}]' AS evidence, "
        + "NULL AS fix",
      "the evidence of \"a\" is no array of {file, line or pointer, quote}"
    ),
    (
      "SELECT 'a' AS subject, NULL AS severity, 'bad' AS verdict, 'm' AS message, "
        + "'[]' AS evidence, NULL AS fix",
      "a row is not as it must be: subject text(\"a\"), severity null, verdict text(\"bad\"), "
        + "message text(\"m\"), evidence text(\"[]\"), fix null"
    ),
  ])
  func `is refused when it does more or gives less`(query: String, reason: String) async throws {
    let found = try await findings(Self.head + query)
    #expect(found.map(\.id) == ["CHK-01/checks/bakery.sql"])
    #expect(found.first?.message == "the check was refused: " + reason)
  }

  @Test(arguments: [
    ("SELECT 1", "its head needs"),
    ("-- id: RPO-01\n" + head, "there is a check \"OWN-01\" already"),
  ])
  func `needs a head and a name of its own`(check: String, reason: String) async throws {
    let content = try TemporaryContent()
    try content.write("# Bakery plan\n", to: "plans/bakery.md")
    try content.write(Self.head + "SELECT * FROM \"RPO-01\"", to: "checks/a.sql")
    try content.write(check, to: "checks/b.sql")
    let report = try await content.build().check()
    let refused = report.findings.filter { $0.check == "CHK-01" }
    #expect(refused.map(\.id) == ["CHK-01/checks/b.sql"])
    #expect(refused.first?.message.contains(reason) == true)
  }
}
