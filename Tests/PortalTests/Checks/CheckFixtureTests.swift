import Bindings
import Foundation
import Testing

@testable import Portal

@Suite struct CheckFixtureTests {
  @Test(arguments: CheckFixture.ids)
  func `fires where the plan is marked and nowhere else`(id: String) async throws {
    let fixture = try CheckFixture(id)
    #expect(!fixture.marked.isEmpty, "no line is marked")
    #expect(try await fixture.fired(id) == fixture.marked)
  }

  @Test func `every check has a plan that it fires in`() {
    // AUD-01 needs a trail that is broken: the tests of the command have one.
    #expect((CheckFixture.ids + ["AUD-01"]).sorted() == Rule.all.map(\.id))
  }

  @Test func `every check runs on a catalog with nothing in it`() throws {
    let catalog = try Catalog.open(":memory:")
    try Catalog.store(Configuration(), asOf: Int(TemporaryContent.now), in: catalog)
    try Judgement.pass(on: catalog, levels: .unchanged)
    let findings = try catalog.rows("SELECT count(*) FROM finding") { $0.int(0) }
    #expect(findings == [0])
  }

  /// A reader can ask the database that lies in the site again, without this program.
  @Test(arguments: CheckFixture.ids)
  func `the shell of SQLite finds what the program found`(id: String) async throws {
    let fixture = try CheckFixture(id)
    let path = fixture.content.folder.appending(path: "evidence.sqlite").path
    let found = try await Self.findings(fixture, path)
    let queries = Rule.all.map { "SELECT '\($0.id)', count(*) FROM \"\($0.id)\";" }
    let output = try Self.shell(path, queries.joined(separator: "\n"))
    let rows = Rule.all.map { "\($0.id)|\(found[$0.id] ?? 0)" }
    #expect(output == rows.joined(separator: "\n") + "\n")
  }

  /// Builds the database at a path; the number of findings of each check.
  private static func findings(
    _ fixture: CheckFixture,
    _ path: String
  ) async throws -> [String: Int] {
    let examination = try await fixture.content.build().examine(into: path)
    let rows = try examination.catalog.rows(
      """
      SELECT rule, count(*) FROM finding
      WHERE id NOT IN (SELECT code || '/' || file FROM problem)
      GROUP BY rule
      """
    ) { ($0.text(0), $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private static func shell(_ database: String, _ query: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sqlite3")
    process.arguments = ["-batch", "-init", "/dev/null", "-readonly", database, query]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
