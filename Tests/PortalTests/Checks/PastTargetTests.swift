import Audit
import Bindings
import Testing

@testable import Portal

/// The targets of former days, from the lines of a trail.
@Suite struct PastTargetTests {
  private func trail(_ changes: [(change: String, day: Int, seconds: Int)]) throws -> Trail {
    let lines = changes.enumerated().map { index, item in
      [
        #"{"action":"\#(item.change)","at":"2026-10-0\#(item.day)T06:00:00Z","#,
        #""component":"database","dimension":"rto","file":"shop.md","kind":"objective","#,
        #""line":5,"seconds":\#(item.seconds),"seq":\#(index),"system":"shop","v":1}"#,
      ]
      .joined() + "\n"
    }
    return try Trail(bytes: Array(lines.joined().utf8))
  }

  private func stored(_ trail: Trail) throws -> [String] {
    let fixture = try CatalogFixture(rto: 3600)
    try PastTarget.store(PastTarget.all(in: trail), into: fixture.catalog)
    return try fixture.catalog.rows(
      """
      SELECT target_s, date(from_at / 1000, 'unixepoch'), date(until_at / 1000, 'unixepoch')
      FROM past_target ORDER BY sequence
      """
    ) { "\($0.int(0)) \($0.text(1)) \($0.text(2))" }
  }

  @Test func `a target that still stands is none of former days`() throws {
    #expect(try stored(trail([("added", 1, 3600)])) == [])
  }

  @Test func `a target ends where the trail changes it`() throws {
    #expect(
      try stored(trail([("added", 1, 1800), ("changed", 4, 3600)])) == [
        "1800 2026-10-01 2026-10-04"
      ]
    )
  }

  @Test func `a target that the documents no longer say ends now`() throws {
    #expect(try stored(trail([("added", 1, 1800)])) == ["1800 2026-10-01 2026-11-21"])
  }
}
