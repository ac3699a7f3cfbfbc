import Testing

@testable import Portal

@Suite struct VerdictTests {
  private let hour = CatalogFixture.hour
  private let minute = CatalogFixture.hour / 60

  // MARK: Recovery point

  @Test func `an exposure within the objective is met`() throws {
    let fixture = try CatalogFixture()
    try fixture.listing(
      collected: 5 * minute,
      backups: [
        (40 * minute, 38 * minute, "success"), (27 * minute, 25 * minute, "success"),
        (14 * minute, 12 * minute, "success"),
      ]
    )
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "met")
    #expect(verdict.measured == 15 * 60)
  }

  @Test func `a gap between two usable backups breaches, whatever failed between them`() throws {
    let fixture = try CatalogFixture()
    try fixture.listing(
      collected: 0,
      backups: [
        (6 * hour, 6 * hour, "success"), (3 * hour, 3 * hour, "failed"),
        (10 * minute, 10 * minute, "success"),
      ]
    )
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "breached")
    #expect(verdict.measured == 5 * 3600 + 50 * 60)
  }

  @Test func `the time since the last backup counts up to the listing`() throws {
    let fixture = try CatalogFixture()
    try fixture.listing(collected: minute, backups: [(31 * minute, 31 * minute, "success")])
    #expect(try fixture.verdict("rpo").measured == 30 * 60)
  }

  @Test func `a data loss in a drill breaches`() throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 10, took: 600, loss: 7200)
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "breached")
    #expect(verdict.measured == 7200)
  }

  @Test func `an old listing is stale`() throws {
    let fixture = try CatalogFixture()
    try fixture.listing(
      collected: 60 * 24 * hour,
      backups: [(60 * 24 * hour + 5 * minute, 60 * 24 * hour + 5 * minute, "success")]
    )
    #expect(try fixture.verdict("rpo").status == "stale")
  }

  @Test func `an incomplete listing proves nothing`() throws {
    let fixture = try CatalogFixture()
    try fixture.listing(collected: 0, complete: false, backups: [(60_000, 60_000, "success")])
    #expect(try fixture.verdict("rpo").status == "unknown")
  }

  @Test func `a backup less often than the objective contradicts it`() throws {
    let fixture = try CatalogFixture()
    try fixture.policy(every: 21_600)
    #expect(try fixture.verdict("rpo").status == "contradicted")
  }

  @Test func `a continuous mechanism is a claim until something shows it`() throws {
    let fixture = try CatalogFixture()
    try fixture.policy(every: 86_400)
    try fixture.policy(every: 0, "continuous")
    #expect(try fixture.verdict("rpo").status == "claimed")
  }

  @Test func `nothing stated and nothing on record is unknown`() throws {
    let fixture = try CatalogFixture()
    #expect(try fixture.verdict("rpo").status == "unknown")
  }

  // MARK: Recovery time

  @Test func `a restore within the objective is met`() throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 20, took: 2400)
    let verdict = try fixture.verdict("rto")
    #expect(verdict.status == "met")
    #expect(verdict.measured == 2400)
  }

  @Test func `the newest drill counts`() throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 40, took: 2400)
    try fixture.drill(daysAgo: 3, took: 5400)
    #expect(try fixture.verdict("rto").status == "breached")
  }

  @Test func `a failed drill breaches without a time`() throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, took: nil, outcome: "fail")
    #expect(try fixture.verdict("rto").status == "breached")
  }

  @Test(arguments: ["tabletop", "walkthrough"])
  func `talk proves no recovery time`(kind: String) throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, kind: kind, took: 600)
    #expect(try fixture.verdict("rto").status == "unknown")
  }

  @Test func `a dry run, another environment and an aborted drill prove nothing`() throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, took: 600, isDry: true)
    try fixture.drill(daysAgo: 4, took: 600, environment: "staging")
    try fixture.drill(daysAgo: 5, took: 600, outcome: "aborted")
    try fixture.drill(daysAgo: 6, took: 600, environment: nil)
    #expect(try fixture.verdict("rto").status == "unknown")
  }

  @Test func `a drill older than its lifetime is stale`() throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 400, took: 600)
    #expect(try fixture.verdict("rto").status == "stale")
  }

  @Test(arguments: [("bb", "met"), ("ff", "stale")])
  func `a drill holds while the runbook is the one that was drilled`(
    hash: String,
    status: String
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.drill(daysAgo: 3, took: 600, runbookHash: hash)
    #expect(try fixture.verdict("rto").status == status)
  }

  @Test func `a stated time is a claim, and a contradiction when it is too long`() throws {
    let within = try CatalogFixture()
    try within.time(1800)
    #expect(try within.verdict("rto").status == "claimed")
    let beyond = try CatalogFixture()
    try beyond.time(5400)
    #expect(try beyond.verdict("rto").status == "contradicted")
  }

  @Test func `detection and response count on top of a stated time`() throws {
    let fixture = try CatalogFixture()
    try fixture.time(3500)
    try fixture.time(300, phase: "detection", source: "sla")
    #expect(try fixture.verdict("rto").status == "contradicted")
    #expect(try fixture.findings("RTO-02") == ["fail shop/database"])
  }
}
