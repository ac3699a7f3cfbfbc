import Testing

@testable import Portal

@Suite struct SnapshotTests {
  private typealias Component = Snapshot.ComponentKey

  @Test func `puts the systems in order, the worst first`() throws {
    let snapshot = try PortalFixture.snapshot()
    let systems = snapshot.systems.map { "\($0.id) \($0.counts.worst?.word ?? "none")" }
    #expect(
      systems == [
        "checkout breached", "warehouse breached", "directory unknown", "payroll stale",
        "reports none",
      ]
    )
  }

  @Test func `reads a verdict with its evidence`() throws {
    let snapshot = try PortalFixture.snapshot()
    let key = Snapshot.ObjectiveKey(system: "checkout", component: "ledger", kind: "rto")
    let statements = try #require(snapshot.objectives[key])
    #expect(statements.map(\.isInForce) == [true, false])
    #expect(statements[0].verdict?.status == .met)
    #expect(
      statements[0].verdict?.evidence == [
        .init(
          file: "plans/checkout.md",
          line: 14,
          quote: "| Ledger database | 1 hour | 15 minutes | P0 |"
        ),
        .init(file: "drills/2026.yaml", pointer: "$[0]", quote: "- id: 2026-10-02-ledger"),
      ]
    )
  }

  @Test func `finds the longest exposure between usable backups`() throws {
    let snapshot = try PortalFixture.snapshot()
    let asset = try #require(snapshot.assets.first)
    #expect(asset.key == "ledger01:/var/lib/postgresql")
    #expect(asset.outcomes == ["success": 92])
    #expect(asset.gaps.map(\.exposure) == [22_570, 970, 970, 970, 970])
    #expect(Phrase.time(asset.gaps[0].from) == "2026-11-20 09:45 UTC")
    #expect(asset.backups.count == 92)
    #expect(asset.backups[0].recoveryPoint == asset.lastRecoveryPoint)
  }

  @Test func `counts the time since the last backup as an exposure`() throws {
    let snapshot = try PortalFixture.snapshot()
    let asset = try #require(snapshot.assets.first { $0.key == "payroll01:/srv/payroll" })
    #expect(asset.gaps.map(\.exposure) == [25_200])
    #expect(asset.gaps[0].isOpen)
  }

  @Test func `sees no gap in a listing that is cut`() throws {
    let snapshot = try PortalFixture.snapshot(adding: "UPDATE inventory SET complete = 0;")
    #expect(snapshot.assets.allSatisfy { $0.gaps.isEmpty })
    #expect(snapshot.assets.allSatisfy { $0.worstExposure == nil })
  }

  @Test func `says when the evidence of what is met expires`() throws {
    let snapshot = try PortalFixture.snapshot()
    let key = Snapshot.ObjectiveKey(system: "payroll", component: "plan", kind: "rpo")
    let expires = try #require(snapshot.objectives[key]?.first?.verdict?.expires)
    #expect(Phrase.time(expires) == "2026-11-22 05:00 UTC")
    #expect(snapshot.firstExpiry == expires)
  }

  @Test func `puts what is due in order, what never took place first`() throws {
    let snapshot = try PortalFixture.snapshot()
    let due = snapshot.deadlines.map { "\($0.kind) \($0.due.map(Phrase.date) ?? "never")" }
    #expect(
      due == ["drill never", "review 2026-09-30", "drill 2026-11-01", "review 2027-01-15"]
    )
  }

  @Test func `leaves out a finding that passes`() throws {
    let snapshot = try PortalFixture.snapshot()
    #expect(
      snapshot.findings.map(\.id) == [
        "RPO-01/warehouse/stock", "CON-01/plans/checkout.md", "DRL-01/warehouse/scanner",
        "RTO-03/plans/checkout.md/region-lost",
      ]
    )
    #expect(snapshot.rules["RPO-01"]?.controls.count == 3)
  }
}
