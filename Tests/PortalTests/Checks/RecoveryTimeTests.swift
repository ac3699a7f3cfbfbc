import Bindings
import Testing

@testable import Portal

/// Clocks, environments, former targets and the text of the runbook in the verdict of a drill.
@Suite struct RecoveryTimeTests {
  // MARK: Clocks

  @Test func `both clocks are told, and the failure counts`() throws {
    let fixture = try CatalogFixture(rto: 3600)
    try fixture.drill(daysAgo: 3, took: 5400, fromDeclaration: 3000)
    #expect(try fixture.verdict("rto").status == "breached")
    #expect(
      try fixture.why("rto") == "the newest restore (2026-11-18) took 1 h 30 min from the failure "
        + "(50 min 0 s from the declaration), the objective allows 1 h"
    )
  }

  @Test(arguments: [
    ("failure", nil as Int?, 3000 as Int?, "unknown"), ("failure", nil, 4000, "breached"),
    ("declaration", 3000, nil, "met"), ("declaration", 4000, nil, "unknown"),
    ("declaration", 4000, 3000, "met"), ("failure", 3000, 2000, "met"),
  ])
  func `the short clock disproves and the long one proves`(
    clock: String,
    failure: Int?,
    declaration: Int?,
    status: String
  ) throws {
    let fixture = try CatalogFixture(rto: 3600)
    try fixture.catalog.run("UPDATE policy SET rto_clock = \(clock)")
    try fixture.drill(daysAgo: 3, took: failure, fromDeclaration: declaration)
    #expect(try fixture.verdict("rto").status == status)
  }

  // MARK: Environments

  @Test(arguments: [
    ("Staging", "staging" as String?, "met"), ("Staging", "production", "unknown"),
    ("Production (EU)", "production", "met"), ("Prod", "production", "met"),
    ("Staging", nil, "unknown"),
  ])
  func `an objective of an environment is proved there alone`(
    label: String,
    environment: String?,
    status: String
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.catalog.run("UPDATE objective SET dimension = 'environment', label = \(label)")
    try fixture.drill(daysAgo: 3, took: 600, environment: environment)
    #expect(try fixture.verdict("rto").status == status)
  }

  // MARK: Runbooks

  @Test(arguments: [
    ("db.md#restore", "bb", "met"), ("db.md#restore", "ff", "stale"), ("gone.md", "bb", "stale"),
  ])
  func `the runbook of a drill is told by its file, and may be gone`(
    runbook: String,
    hash: String,
    status: String
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, took: 600, runbookHash: hash)
    try fixture.catalog.run("UPDATE drill SET runbook = \(runbook)")
    #expect(try fixture.verdict("rto").status == status)
  }

  // MARK: Targets of former days

  @Test func `a drill is judged by the target of its day, and the loosening is told`() throws {
    let fixture = try CatalogFixture(rto: 14_400)
    try fixture.target(3600, "rto", fromDaysAgo: 60, untilDaysAgo: 5)
    try fixture.drill(daysAgo: 20, took: 7200)
    #expect(try fixture.verdict("rto").status == "breached")
    #expect(
      try fixture.why("rto") == "the newest restore (2026-11-01) took 2 h 0 min from the failure, "
        + "the objective of that day allowed 1 h (now 4 h)"
    )
    #expect(try fixture.findings("GOV-01") == ["fail shop/database/rto"])
  }

  @Test func `a drill after the loosening is judged by the new target`() throws {
    let fixture = try CatalogFixture(rto: 14_400)
    try fixture.target(3600, "rto", fromDaysAgo: 60, untilDaysAgo: 5)
    try fixture.drill(daysAgo: 2, took: 7200)
    #expect(try fixture.verdict("rto").status == "met")
    #expect(try fixture.findings("GOV-01") == ["warn shop/database/rto"])
  }

  @Test func `a drill from before a tightening must keep the new target`() throws {
    let fixture = try CatalogFixture(rto: 3600)
    try fixture.target(14_400, "rto", fromDaysAgo: 60, untilDaysAgo: 5)
    try fixture.drill(daysAgo: 20, took: 7200)
    #expect(try fixture.verdict("rto").status == "breached")
    #expect(try fixture.findings("GOV-01") == [])
  }

  @Test func `a recovery point objective that moved after a loss is told`() throws {
    let fixture = try CatalogFixture(rpo: 7200)
    try fixture.target(900, "rpo", fromDaysAgo: 60, untilDaysAgo: 5)
    try fixture.drill(daysAgo: 20, took: 60, loss: 3600)
    _ = try fixture.verdict("rpo")
    #expect(try fixture.findings("GOV-01") == ["fail shop/database/rpo"])
  }
}
