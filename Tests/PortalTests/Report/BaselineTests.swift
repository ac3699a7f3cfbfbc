import Testing

@testable import Portal

@Suite struct BaselineTests {
  private static func compared(_ now: [Finding], with then: [Finding]) throws -> CheckReport {
    var report = ReportFixture.report(now)
    let bytes = Baseline(of: ReportFixture.report(then)).bytes
    report.compare(with: try Baseline(reading: bytes, named: "known.json"))
    return report
  }

  private static func finding(
    _ subject: String,
    line: Int = 7,
    quote: String = "- daily",
    verdict: String = "fail",
    message: String = "1 d"
  ) -> Finding {
    ReportFixture.finding(
      "RPO-01",
      subject,
      verdict: verdict,
      message: message,
      evidence: [ReportFixture.place("shop.md", line, quote)]
    )
  }

  @Test func `what the baseline names does not count at the gate`() throws {
    let old = Self.finding("shop/database")
    let report = try Self.compared([old, Self.finding("shop/cache")], with: [old])
    #expect(report.known == ["RPO-01/shop/database"])
    #expect(report.gated(at: .low, strict: false) == 1)
  }

  @Test(arguments: [
    (Self.finding("shop/database", line: 90, quote: "  - daily "), true),
    (Self.finding("shop/database", quote: "- daily, at night"), true),
    (Self.finding("shop/database", quote: "- weekly", message: "7 d"), false),
    (Self.finding("shop/database", verdict: "warn"), false),
    (Self.finding("shop/cache"), false),
  ])
  func `lines and words may move, what is said may not`(now: Finding, isKnown: Bool) throws {
    let report = try Self.compared([now], with: [Self.finding("shop/database")])
    #expect(report.known.isEmpty != isKnown)
    #expect(report.gone.isEmpty == isKnown)
  }

  @Test func `a message that names a line may move too`() throws {
    let then = Self.finding("shop.md", quote: "- daily, at 2", message: "1 d, not 2 h (line 7)")
    let now = Self.finding("shop.md", line: 9, message: "1 d, not 2 h (line 9)")
    #expect(try Self.compared([now], with: [then]).known == ["RPO-01/shop.md"])
    let other = Self.finding("shop.md", message: "1 d, not 3 h (line 7)")
    #expect(try Self.compared([other], with: [then]).known.isEmpty)
  }

  @Test func `one more of the same is new`() throws {
    let one = Self.finding("shop.md/daily")
    let two = Self.finding("shop.md/daily-2", line: 8)
    #expect(try Self.compared([one, two], with: [one]).known == ["RPO-01/shop.md/daily"])
    #expect(try Self.compared([one], with: [one, two]).gone == ["RPO-01/shop.md/daily-2"])
  }

  @Test func `a record of a listing may have another place every night`() throws {
    func stale(_ file: String) -> Finding {
      ReportFixture.finding("RPO-01", "shop", evidence: [ReportFixture.place(file, nil, "id: 1")])
    }
    #expect(try Self.compared([stale("2.json")], with: [stale("1.json")]).known.count == 1)
  }

  @Test func `what is waived or passes is no part of a baseline`() {
    let report = ReportFixture.mixed
    #expect(
      Baseline(of: report).entries.map(\.id) == [
        "RPO-01/shop/database", "RPO-01/shop/cache", "BKP-06/shop/queue",
        "INV-04/inventories/x.json",
      ]
    )
  }

  @Test(arguments: ["", "[]", "{\"schema\": \"drillbook.check/1\"}", "{\"findings\": []}"])
  func `another file is refused`(text: String) {
    #expect(throws: MachineError.self) {
      try Baseline(reading: Array(text.utf8), named: "known.json")
    }
  }
}
