import Testing

@testable import Portal

/// Windows, verifications, expiry, copies and regions in the verdict of a recovery point.
@Suite struct RecoveryPointTests {
  private let hour = CatalogFixture.hour
  private let minute = CatalogFixture.hour / 60
  private let day = CatalogFixture.hour * 24

  // MARK: Windows

  @Test func `a window that ends close to the listing meets the objective`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.window(of: 1, in: "a.json", until: 5 * minute, from: 7 * day)
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "met")
    #expect(verdict.measured == 300)
    #expect(
      try fixture.why("rpo")
        == "the log could be replayed up to 5 min 0 s before it was looked at, within 15 min"
    )
  }

  @Test func `a window that lags behind breaches, whatever the snapshots say`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.window(of: 1, in: "a.json", until: 40 * minute, from: 7 * day)
    try fixture.asset(2, "db01 snapshots")
    try fixture.backup("s1", of: 2, in: "a.json", at: 20 * hour)
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "breached")
    #expect(verdict.measured == 2400)
  }

  @Test func `a window stands in for the snapshots of the same component`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.window(of: 1, in: "a.json", until: 2 * minute, from: 7 * day)
    try fixture.asset(2, "db01 snapshots")
    try fixture.backup("s1", of: 2, in: "a.json", at: 20 * hour)
    #expect(try fixture.verdict("rpo").status == "met")
  }

  @Test(arguments: [(true, "met"), (false, "unknown")])
  func `a log counts when there is a backup to replay it over`(
    hasBase: Bool,
    status: String
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1, "log")
    try fixture.inventory("a.json")
    try fixture.window(of: 1, in: "a.json", until: 2 * minute, from: nil)
    if hasBase {
      try fixture.asset(2, "base")
      try fixture.backup("b1", of: 2, in: "a.json", at: 20 * hour)
    }
    #expect(try fixture.verdict("rpo").status == status)
  }

  @Test func `a window of long ago is stale, and a fresh backup counts before it`() throws {
    let stale = try CatalogFixture()
    try stale.asset(1)
    try stale.inventory("a.json", collected: 9 * day)
    try stale.window(of: 1, in: "a.json", until: 9 * day + minute, from: 19 * day)
    #expect(try stale.verdict("rpo").status == "stale")

    let fresh = try CatalogFixture()
    try fresh.asset(1)
    try fresh.inventory("a.json", collected: 9 * day)
    try fresh.window(of: 1, in: "a.json", until: 9 * day + minute, from: 19 * day)
    try fresh.inventory("b.json")
    try fresh.backup("b1", of: 1, in: "b.json", at: 5 * hour)
    let verdict = try fresh.verdict("rpo")
    #expect(verdict.status == "breached")
    #expect(verdict.measured == 5 * 3600)
  }

  // MARK: What can be restored

  @Test func `a complete listing in which nothing can be restored breaches`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 3 * day, outcome: "failed")
    try fixture.backup("b2", of: 1, in: "a.json", at: 2 * day, outcome: "partial")
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "breached")
    #expect(verdict.measured == 3 * 86_400)
  }

  @Test func `of backups whose outcome nobody knows nothing is concluded`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 3 * day, outcome: "unknown")
    #expect(try fixture.verdict("rpo").status == "unknown")
  }

  @Test func `a backup that expired before the next one leaves a gap`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 50 * minute)
    try fixture.backup("b2", of: 1, in: "a.json", at: 40 * minute, expired: 39 * minute)
    try fixture.backup("b3", of: 1, in: "a.json", at: 10 * minute, expired: 0 - day)
    #expect(try fixture.verdict("rpo").measured == 40 * 60)
  }

  @Test func `an expired newest backup does not shorten the tail`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 50 * minute)
    try fixture.backup("b2", of: 1, in: "a.json", at: 10 * minute, expired: minute)
    #expect(try fixture.verdict("rpo").measured == 50 * 60)
  }

  @Test func `what was thinned out since counts for the time before`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("old.json", collected: 30 * minute)
    try fixture.inventory("new.json")
    try fixture.backup("b1", of: 1, in: "new.json", at: 50 * minute)
    try fixture.backup("b2", of: 1, in: "old.json", at: 37 * minute)
    try fixture.backup("b3", of: 1, in: "new.json", at: 24 * minute)
    try fixture.backup("b4", of: 1, in: "new.json", at: 11 * minute)
    #expect(try fixture.verdict("rpo").measured == 13 * 60)
  }

  @Test func `a newest backup that is gone from the newest listing does not count`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("old.json", collected: 5 * minute)
    try fixture.inventory("new.json")
    try fixture.backup("b1", of: 1, in: "new.json", at: 50 * minute)
    try fixture.backup("b2", of: 1, in: "old.json", at: 10 * minute)
    #expect(try fixture.verdict("rpo").measured == 50 * 60)
  }

  // MARK: Verification

  @Test func `a backup that failed its verification is not usable`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 50 * minute)
    try fixture.backup("b2", of: 1, in: "a.json", at: 10 * minute)
    try fixture.verification(of: 1, in: "a.json", "fail", backup: "b2")
    #expect(try fixture.verdict("rpo").measured == 50 * 60)
  }

  @Test(arguments: [("pass", "met"), ("fail", "unknown"), ("unknown", "unknown")])
  func `a verification that passes later lifts the doubt`(
    outcome: String,
    status: String
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1)
    try fixture.asset(2, "the repository")
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 10 * minute)
    try fixture.verification(of: 2, in: "a.json", "fail", ran: 5 * minute)
    try fixture.verification(of: 2, in: "a.json", outcome, ran: minute)
    #expect(try fixture.verdict("rpo").status == status)
  }

  @Test func `a failed verification at one place leaves the copies elsewhere`() throws {
    let fixture = try CatalogFixture()
    try fixture.asset(1, at: "here")
    try fixture.asset(2, at: "there")
    try fixture.inventory("a.json")
    try fixture.backup("b1", of: 1, in: "a.json", at: 10 * minute)
    try fixture.backup("b2", of: 2, in: "a.json", at: 12 * minute)
    try fixture.verification(of: 1, in: "a.json", "fail")
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "met")
    #expect(verdict.measured == 12 * 60)
  }

  // MARK: Regions

  @Test(arguments: [
    ("eu-central-1b", nil as String?, "unknown"), ("eu-west-1", nil, "met"),
    ("vault", "vault", "met"), ("default", nil, "unknown"), ("", nil, "unknown"),
  ])
  func `a scenario that loses the region asks for a copy elsewhere`(
    location: String,
    named: String?,
    status: String
  ) throws {
    let fixture = try CatalogFixture()
    try fixture.lossOfRegion()
    try fixture.asset(1, at: location)
    try fixture.inventory("a.json", location: named)
    try fixture.backup("b1", of: 1, in: "a.json", at: 10 * minute)
    #expect(try fixture.verdict("rpo").status == status)
  }

  @Test func `a copy elsewhere that lags breaches when the region is lost`() throws {
    let fixture = try CatalogFixture()
    try fixture.lossOfRegion()
    try fixture.asset(1, at: "eu-central-1")
    try fixture.asset(2, at: "eu-west-1")
    try fixture.inventory("a.json")
    try fixture.window(of: 1, in: "a.json", until: 5 * minute, from: 7 * day)
    try fixture.window(of: 2, in: "a.json", until: 40 * minute, from: 7 * day)
    let verdict = try fixture.verdict("rpo")
    #expect(verdict.status == "breached")
    #expect(verdict.measured == 2400)
    #expect(
      try fixture.why("rpo") == "outside of eu-central-1, which \"Region lost\" loses, the worst "
        + "exposure on record is 40 min 0 s, the objective allows 15 min"
    )
  }

  @Test func `a listing from elsewhere that is old makes the answer stale`() throws {
    let fixture = try CatalogFixture()
    try fixture.lossOfRegion()
    try fixture.asset(1, at: "eu-central-1")
    try fixture.asset(2, at: "eu-west-1")
    try fixture.inventory("a.json")
    try fixture.inventory("b.json", collected: 5 * day)
    try fixture.backup("b1", of: 1, in: "a.json", at: 10 * minute)
    try fixture.backup("b2", of: 2, in: "b.json", at: 5 * day + 10 * minute)
    #expect(try fixture.verdict("rpo").status == "stale")
  }
}
