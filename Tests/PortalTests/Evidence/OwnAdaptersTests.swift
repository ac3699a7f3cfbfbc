import Bindings
import Foundation
import Testing

@testable import Portal

/// Formats that a content folder brings along.
@Suite struct OwnAdaptersTests {
  private static let adapter = """
    -- format: bakery.tapes
    -- tool: tapes list --json
    -- detect: $.tapes[*].written
    -- needs: label:text

    SELECT
      value ->> 'shelf' AS asset, value ->> 'label' AS native_id, 'success' AS outcome,
      value ->> 'written' AS recovery_point, value ->> 'written' AS finished, pointer, fault
    FROM record
    """

  private static let tapes = """
    {"tapes": [{"label": "t1", "shelf": "ovens", "written": "2026-11-21T04:00:00Z"},
      {"shelf": "ovens", "written": "2026-11-21T05:00:00Z"}]}
    """

  private func content(_ adapters: [String: String]) throws -> TemporaryContent {
    let content = try TemporaryContent()
    try content.write("# Bakery plan\n\n- RPO: 4 hours\n", to: "plans/bakery.md")
    for (name, text) in adapters { try content.write(text, to: "adapters/\(name)") }
    try content.write(Self.tapes, to: "inventories/tapes.20261121T0530Z.json")
    try content.write(
      """
      systems:
        bakery:
          documents: [plans/**]
          components: {ovens: {names: [plan]}}
      inventories:
        - {files: inventories/**, assets: {ovens: bakery/ovens}}
      """,
      to: "drillbook.yaml"
    )
    return content
  }

  private func messages(_ content: TemporaryContent) async throws -> [String] {
    try await content.build().check().findings
      .filter { $0.check.hasPrefix("INV") }.map { "\($0.check) \($0.message)" }
  }

  @Test func `reads what its adapter knows, and judges by it`() async throws {
    let content = try content(["tapes.sql": Self.adapter])
    let report = try await content.build().check()
    #expect(report.objectives.first { $0.kind == "rpo" }?.status == "met")
    #expect(
      try await messages(content) == [
        "INV-02 a record was rejected: the field is missing, or of another type than it should be"
      ]
    )
  }

  @Test func `the page that teaches it says what is true`() async throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).appending(path: "../../../../docs/adapters.md")
        .standardizedFileURL,
      encoding: .utf8
    )
    func blocks(_ language: String) -> [String] {
      page.components(separatedBy: "```\(language)\n").dropFirst().map {
        $0.components(separatedBy: "```")[0]
      }
    }
    let content = try TemporaryContent()
    try content.write("# Shop plan\n\n- RPO: 8 hours\n", to: "plans/shop.md")
    try content.write(blocks("sql")[0], to: "adapters/tapes.sql")
    try content.write(blocks("sql")[1], to: "checks/owner.sql")
    try content.write(blocks("json")[0], to: "inventories/tapes.vault.20261121T0530Z.json")
    try content.write(
      "systems: {shop: {documents: [plans/**], components: {database: {names: [plan]}}}}\n"
        + blocks("yaml")[0],
      to: "drillbook.yaml"
    )
    let report = try await content.build().check()
    #expect(report.objectives.map(\.status) == ["met"])
    #expect(report.findings.filter { $0.check == "OWN-01" }.map(\.subject) == ["shop"])
    #expect(report.findings.filter { $0.check.hasPrefix("INV") } == [])
  }

  @Test func `a file without its adapter is refused`() async throws {
    #expect(
      try await messages(try content([:])) == [
        "INV-01 the inventory was refused: no known format: it has at its top \"tapes\""
      ]
    )
  }

  @Test(arguments: [
    ("SELECT 1", "its head needs"),
    (adapter.replacing("FROM record", with: "FROM secrets"), "no such table: secrets"),
    (adapter.replacing("bakery.tapes", with: "bakery tapes"), "the name of its format may hold"),
    (adapter.replacing("AS asset,", with: "AS thing,"), "it must select \"asset\" and \"pointer\""),
    (adapter + ";\nATTACH 'x' AS y", "it may only read"),
    (adapter.replacing("'success'", with: "load_extension('x')"), "it calls load_extension()"),
    (adapter.replacing("$.tapes[*].written", with: "="), "is no path: it begins with"),
  ])
  func `an adapter that cannot be used is told`(text: String, reason: String) async throws {
    let messages = try await messages(try content(["tapes.sql": text]))
    #expect(messages.count == 2)
    #expect(messages.contains { $0.hasPrefix("INV-06 the adapter was refused: ") })
    #expect(messages.contains { $0.contains(reason) }, "\(messages)")
  }

  @Test func `an adapter that never ends is stopped`() async throws {
    let endless = Self.adapter.replacing(
      "FROM record",
      with: "FROM record, (WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)"
    )
    let messages = try await messages(try content(["tapes.sql": endless]))
    #expect(messages.contains { $0.contains("50 million steps: it may never end") }, "\(messages)")
  }

  @Test func `an adapter takes the place of a carried one of its format`() throws {
    let content = try content([
      "own.sql": Self.adapter.replacing("bakery.tapes", with: "restic.snapshots")
    ])
    let adapters = OwnAdapters.beside(content.folder.appending(path: "content").path)
    #expect(adapters.count == Adapter.all.count)
    #expect(adapters.last?.path == "adapters/own.sql")
  }
}
