import Testing

@testable import Portal

@Suite struct ReportDiffTests {
  private static func report(
    _ findings: [Finding],
    status: String = "claimed",
    target: Int = 900,
    quotes: [String] = ["id: drill-1"]
  ) -> CheckReport {
    let objective = CheckReport.Status(
      system: "shop",
      component: "database",
      dimension: "component",
      kind: "rpo",
      target: target,
      status: status,
      measured: nil,
      why: "",
      evidence: quotes.map { ReportFixture.place("drills/log.yaml", 3, $0) }
    )
    return CheckReport(
      asOf: "2026-11-21T06:00:00Z",
      objectives: [objective],
      findings: findings,
      waivers: [:],
      baseline: nil
    )
  }

  private static func finding(_ subject: String, isWaived: Bool = false) -> Finding {
    ReportFixture.finding("RPO-01", subject, isWaived: isWaived)
  }

  @Test func `a report has no difference from what it prints`() throws {
    let report = ReportFixture.mixed
    let read = try CheckReport(json: Array(report.text.utf8), named: "report.json")
    #expect(ReportDiff(from: report, to: read).isEmpty)
    #expect(ReportDiff(from: read, to: report).isEmpty)
    #expect(read.result == report.result)
  }

  @Test(arguments: [
    ("claimed", 900, "met", 900, "better"), ("claimed", 900, "unknown", 900, "worse"),
    ("contradicted", 900, "claimed", 86_400, "loosened"),
    ("claimed", 900, "claimed", 60, "tightened"), ("claimed", 900, "contradicted", 60, "worse"),
  ])
  func `an objective moves by its status and its target`(
    old: String,
    oldTarget: Int,
    new: String,
    newTarget: Int,
    kind: String
  ) {
    let diff = ReportDiff(
      from: Self.report([], status: old, target: oldTarget),
      to: Self.report([], status: new, target: newTarget)
    )
    #expect(diff.moves.map(\.kind.rawValue) == [kind])
  }

  @Test func `what is new is opened and counts at the gate, what is not there is closed`() {
    let diff = ReportDiff(
      from: Self.report([Self.finding("a"), Self.finding("b")]),
      to: Self.report([Self.finding("b"), Self.finding("c")])
    )
    #expect(diff.opened.map(\.finding.subject) == ["c"])
    #expect(diff.closed.map(\.finding.subject) == ["a"])
    #expect(diff.gated(at: .high, strict: false) == 1)
  }

  @Test func `a waiver that lapsed counts, and what is waived now does not`() {
    let waived = Self.report([Self.finding("a", isWaived: true)])
    let open = Self.report([Self.finding("a")])
    let lapse = ReportDiff(from: waived, to: open)
    #expect(lapse.lapsed.map(\.finding.subject) == ["a"])
    #expect(lapse.opened.isEmpty && !lapse.isEmpty)
    #expect(lapse.gated(at: .high, strict: false) == 1)
    #expect(lapse.summary == "1 waiver lapsed")
    let waiving = ReportDiff(from: open, to: waived)
    #expect(waiving.waived.map(\.finding.subject) == ["a"])
    #expect(waiving.gated(at: .low, strict: true) == 0)
    #expect(waiving.markdown.contains("**Findings waived**"))
    let none = Self.report([])
    #expect(ReportDiff(from: none, to: waived).gated(at: .low, strict: true) == 0)
  }

  @Test func `evidence is gained and lost by its words`() {
    let diff = ReportDiff(
      from: Self.report([], quotes: ["id: drill-1"]),
      to: Self.report([], quotes: ["id: drill-1", "id: drill-2"])
    )
    #expect(diff.gained.map(\.quote) == ["id: drill-2"])
    #expect(diff.gained.map(\.place) == ["drills/log.yaml:3"])
    #expect(diff.lost.isEmpty)
  }

  @Test(arguments: [
    ("plain", "` plain `"), ("@team <b> [x](y) #12", "` @team <b> [x](y) #12 `"),
    ("a `b` ``c``", "``` a `b` ``c`` ```"), ("two\nlines\r", "` two lines  `"), ("", "(no words)"),
    ("\u{202E}x", "` x `"),
  ])
  func `content stands in code`(text: String, written: String) {
    #expect(ReportDiff.code(text) == written)
  }

  @Test func `a comment shows fifty lines of a list and counts the rest`() {
    let many = Self.report((1...60).map { Self.finding("shop/\($0)") })
    let markdown = ReportDiff(from: Self.report([]), to: many).markdown
    #expect(markdown.split(separator: "\n").count { $0.hasPrefix("- **critical**") } == 50)
    #expect(markdown.contains("\n- and 10 more\n"))
  }
}
