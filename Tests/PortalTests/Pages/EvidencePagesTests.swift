import Testing

@testable import Portal

/// The drawings of backups and drills, and the records behind them.
@Suite struct EvidencePagesTests {
  private func page(_ path: String, adding script: String = "") throws -> (String, Markup) {
    let pages = PortalFixture.pages(try PortalFixture.snapshot(adding: script))
    let page = try #require(pages.first { $0.path == path })
    return (String(decoding: page.bytes, as: UTF8.self), Markup(page.bytes))
  }

  @Test func `draws every recovery point as a link to its record`() throws {
    let (text, markup) = try page("backups/checkout/ledger.html")
    let marks = markup.tags.filter { $0.name == "rect" && $0.attributes["class"] == "point" }
    #expect(marks.count == 92)
    let rows = markup.tags.filter { $0.name == "tr" && $0.attributes["id"] != nil }
    #expect(rows.count == 92)
    #expect(text.contains("<title>Recovery point: 2026-11-20 09:45 UTC</title>"))
    #expect(text.contains("<code>$[39]</code>"))
    #expect(text.contains("inventories/restic.snapshots.cellar.20261121T0500Z.json"))
  }

  @Test func `marks the times at which the data were older than the objective`() throws {
    let (text, markup) = try page("backups/checkout/ledger.html")
    let gaps = markup.tags.filter { $0.name == "rect" && $0.attributes["class"] == "gap" }
    // Each ends 70 s after the objective, but for the last; once nothing was made for six hours.
    #expect(gaps.count == 91)
    #expect(
      text.contains(
        "Data older than the RPO for 6 h 1 min, from 2026-11-20 10:00 UTC to 2026-11-20 16:01 UTC"
      )
    )
    #expect(text.contains("data older than the RPO of 15 min"))
  }

  @Test func `shows a window with its ends, its lag and its record`() throws {
    let (text, markup) = try page(
      "backups/checkout/ledger.html",
      adding: """
        INSERT INTO pitr_window (asset, inventory, pointer, earliest_at, latest_at) VALUES
          (1, 'inventories/restic.snapshots.cellar.20261121T0500Z.json', '$.window',
           unixepoch('2026-11-20 00:00') * 1000, unixepoch('2026-11-21 04:57') * 1000);
        """
    )
    #expect(markup.tags.count { $0.attributes["class"] == "window" && $0.name == "rect" } == 1)
    #expect(text.contains("from 2026-11-20 00:00 UTC to 2026-11-21 04:57 UTC"))
    #expect(text.contains("<td>3 min</td>"))
    #expect(text.contains("<code>$.window</code>"))
  }

  @Test func `draws what is not usable otherwise and says so`() throws {
    let (text, markup) = try page(
      "backups/payroll/plan.html",
      adding: """
        INSERT INTO backup (asset, inventory, pointer, native_id, outcome, finished_at) VALUES
          (2, 'inventories/restic.snapshots.cellar.20261121T0500Z.json', '$[130]', 'cut', 'failed',
           unixepoch('2026-11-21 01:00') * 1000);
        """
    )
    #expect(markup.tags.count { $0.attributes["class"] == "bad" } == 1)
    #expect(text.contains("<title>Not usable (failed): 2026-11-21 01:00 UTC</title>"))
  }

  @Test func `draws both clocks of a drill beside the target and leads to its row`() throws {
    let (text, markup) = try page("drills.html")
    let bars = markup.tags.filter { $0.name == "rect" }.compactMap { $0.attributes["class"] }
    #expect(bars.count { $0.hasPrefix("failure") } == 3)
    #expect(bars.count { $0 == "declaration" } == 3)
    #expect(bars.count { $0 == "failure over" } == 2)
    #expect(text.contains("<a href=\"#drill-1\">"))
    #expect(
      text.contains(
        "restore of 2026-10-02, pass: 51 min from the failure, "
          + "41 min from the declaration; target 1 h"
      )
    )
  }
}
