import Testing

@testable import Portal

/// Checks that rest on drills on record and on what is configured.
@Suite struct CatalogCheckTests {
  @Test func `a component due before what it needs by the configuration fails`() throws {
    let fixture = try CatalogFixture(rto: 3600)
    try fixture.dependent("checkout", rto: 1800, rpo: 3600)
    _ = try fixture.verdict("rto")
    #expect(try fixture.findings("OBJ-04") == ["fail shop/checkout"])
    #expect(try fixture.findings("OBJ-05") == [])
  }

  @Test func `a component that promises less loss than its store fails`() throws {
    let fixture = try CatalogFixture(rto: 3600, rpo: 900)
    try fixture.dependent("checkout", rto: 7200, rpo: 60)
    _ = try fixture.verdict("rpo")
    #expect(try fixture.findings("OBJ-04") == [])
    #expect(try fixture.findings("OBJ-05") == ["fail shop/checkout"])
  }

  @Test(arguments: [
    ("restore", "staging", ["warn shop/database"]),
    ("tabletop", "production", ["warn shop/database"]),
    ("restore", "production", []), ("failover", "production", []),
  ])
  func `a drill elsewhere or in a weaker kind is not enough`(
    kind: String,
    environment: String,
    found: [String]
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, kind: kind, took: 600, environment: environment)
    _ = try fixture.verdict("rto")
    #expect(try fixture.findings("DRL-03") == found)
  }

  @Test(arguments: [("bb", []), ("ff", ["fail shop/db.md"]), (nil, [])])
  func `a runbook that changed since its drill fails`(hash: String?, found: [String]) throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, took: 600, runbookHash: hash)
    _ = try fixture.verdict("rto")
    #expect(try fixture.findings("DRL-05") == found)
  }

  @Test(arguments: [
    ("2026-11-20", nil, ["fail shop/drill-3"]), ("2026-11-21", nil, []),
    ("2026-11-20", "2026-11-19", []),
  ])
  func `an action past its date fails until it is done`(
    due: String,
    done: String?,
    found: [String]
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, took: 600)
    try fixture.action(due: due, done: done)
    _ = try fixture.verdict("rto")
    #expect(try fixture.findings("DRL-07") == found)
  }
}
