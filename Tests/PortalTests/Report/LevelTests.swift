import Testing

@testable import Portal

@Suite struct LevelTests {
  /// The severities of OBJ-01 by system, of two plans that state no recovery point.
  private static func severities(_ configuration: String) async throws -> [String] {
    let content = try TemporaryContent()
    for name in ["mill", "kiln"] {
      try content.write("# The \(name)\n\nRTO: 4 hours\n", to: "\(name).md")
    }
    try content.write(configuration, to: "drillbook.yaml")
    let report = try await content.build().check()
    return report.findings.filter { $0.check == "OBJ-01" && $0.verdict != "pass" }.map {
      "\($0.system ?? "none") \($0.severity)"
    }.sorted()
  }

  private static let systems = """
    systems:
      kiln: {documents: [kiln.md]}
      mill: {documents: [mill.md], levels: {OBJ-01: %}}

    """

  private static func configuration(mill: String, all: String? = nil) -> String {
    let parts = systems.split(separator: "%")
    return parts[0] + mill + parts[1] + (all.map { "levels: {OBJ-01: \($0)}\n" } ?? "")
  }

  @Test(arguments: [
    ("critical", nil, ["kiln medium", "mill critical"]), ("off", nil, ["kiln medium"]),
    ("low", "high", ["kiln high", "mill low"]), ("info", "off", ["mill info"]),
    ("off", "off", []),
  ])
  func `the level of a system wins over the level for all`(
    mill: String,
    all: String?,
    expected: [String]
  ) async throws {
    let configuration = Self.configuration(mill: mill, all: all)
    #expect(try await Self.severities(configuration) == expected)
  }
}
