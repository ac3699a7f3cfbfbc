import Testing

@testable import Portal

/// What single pages say.
@Suite struct PageContentTests {
  private func text(_ path: String, adding script: String = "") throws -> String {
    let pages = PortalFixture.pages(try PortalFixture.snapshot(adding: script))
    let page = try #require(pages.first { $0.path == path })
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func `opens with one line of truth`() throws {
    let home = try text("index.html")
    #expect(home.contains("2 of 9 recovery objectives are met by evidence."))
    #expect(home.contains("What this report does not prove"))
    #expect(home.contains("<strong>overdue</strong> 52 days ago"))
  }

  @Test func `tells each mark of what is met when its evidence expires`() throws {
    for path in ["index.html", "systems/payroll.html", "objectives/payroll/plan-rpo.html"] {
      let page = try text(path)
      let mark = #"<span class="status met" data-expires="2026-11-22T05:00:00Z">"#
      #expect(page.contains(mark), "\(path)")
    }
  }

  @Test func `counts a waived finding like any other`() throws {
    let home = try text("index.html")
    #expect(home.contains("24 times too rarely"))
    #expect(home.contains("waived</span>"))
    let findings = try text("findings.html")
    #expect(findings.contains("1 critical, 2 high and 1 medium"))
    #expect(findings.contains("A replica is ordered and arrives in December"))
  }

  @Test func `says of a control what the checks found, and no more`() throws {
    let page = try text("controls/soc-2.html")
    let link = #"<a href="../findings.html#RPO-01" title="A backup is made at least as often"#
    #expect(page.contains(#"<tr id="A1.2">"#))
    #expect(page.contains(link))
    #expect(page.contains("RPO-01</a>: 1 against"))
    #expect(page.contains(#"<span class="nothing">no check</span>"#))
    let findings = try text("findings.html")
    #expect(findings.contains(#"<a href="controls/soc-2.html#A1.2">SOC 2 A1.2</a>"#))
    // Evidence is all there is: the word for more stands nowhere.
    for framework in ControlMap.shared.frameworks {
      let path = PagePath.framework(framework.id)
      #expect(!(try text(path)).lowercased().contains("complian"), "\(path)")
    }
    #expect(!(try text("controls.html")).lowercased().contains("complian"))
  }

  @Test func `shows an objective with its words, its digest and its measure`() throws {
    let page = try text("objectives/checkout/ledger-rpo.html")
    #expect(page.contains("6 h 1 min over, 25 times the target"))
    #expect(page.contains("| Ledger database | 1 hour | 15 minutes | P0 |"))
    #expect(page.contains(#"href="../../docs/plans/checkout.html#L14""#))
    #expect(page.contains(PortalFixture.digest("a1")))
    #expect(page.contains("<code>$[39]</code>"))
    #expect(page.contains(#"<svg class="bar over""#))
  }

  @Test func `shows what the documents promise for a component, and what is inferred`() throws {
    let page = try text("objectives/checkout/web-rto.html")
    #expect(page.contains("What the documents promise"))
    #expect(page.contains(#"Ledger database lost <span class="of">inferred</span>"#))
    #expect(page.contains("at most 1 h 30 min"))
  }

  @Test func `shows both statements where one overrules the other`() throws {
    let page = try text("objectives/checkout/ledger-rto.html")
    #expect(page.contains("RTO of PostgreSQL: 2 hours"))
    #expect(page.contains("overruled by the text, line 14"))
  }

  @Test func `marks the lines of a document with what was understood of them`() throws {
    let snapshot = try PortalFixture.snapshot()
    let document = try #require(snapshot.document("plans/checkout.md"))
    let layout = PortalFixture.layout(snapshot, document)
    let marks = DocumentMarks(layout: layout, document: document).byLine.mapValues {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(
      marks[50]
        == #"<span class="marks"><span class="mark">scenario: Ledger database lost</span></span>"#
    )
    #expect(
      marks[14]?.contains(#"<a class="mark" href="../../objectives/checkout/ledger-rpo.html""#)
        == true
    )
    #expect(marks[14]?.contains(#"RPO 15 min <span class="status breached""#) == true)
    #expect(
      marks[101]?.contains(#"<a class="mark severity high" href="../../findings.html#CON-01/"#)
        == true
    )
    #expect(marks[2] == nil)
    let reason = "&quot;achieved&quot; tells of what was or might be, not of what is asked for"
    #expect(
      marks[33]
        == "<span class=\"marks\"><span class=\"mark rejected\">not taken: \(reason)</span></span>"
    )
  }

  @Test func `shows beside a document what was understood of it`() throws {
    let page = try text("docs/plans/checkout.html")
    #expect(page.contains("restic restore latest --host ledger01"))
    #expect(page.contains(##"<a class="place" href="#L14">14</a>"##))
    #expect(page.contains("RTO 1 h (Ledger database)"))
    #expect(page.contains("https://git.example/orchard/edit/main/content/plans/checkout.md"))
  }

  @Test func `shows a drill against its target`() throws {
    let page = try text("drills.html")
    #expect(page.contains(#"<span class="over">1 h 30 min</span>"#))
    #expect(page.contains("target 1 h, missed"))
    #expect(page.contains("41 min from the declaration"))
    #expect(page.contains("due 2026-09-01"))
  }

  @Test func `says which command attests when nothing was attested`() throws {
    let snapshot = try PortalFixture.snapshot()
    let pages = portalPages(snapshot, site: PortalFixture.site).map { $0.page() }
    let page = try #require(pages.first { $0.path == "audit.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("Nothing has been attested yet."))
    #expect(text.contains("drillbook attest --key audit.key"))
  }

  @Test func `shows hundreds of systems on several pages`() throws {
    let rows = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
      INSERT INTO system SELECT format('s%04d', i), format('System %04d', i), 2, NULL, NULL, 1
        FROM n;
      """
    let snapshot = try PortalFixture.snapshot(adding: rows)
    let pages = PortalFixture.pages(snapshot)
    let site = RenderedSite(pages)
    #expect(site.files.contains("systems-3.html"))
    #expect(!site.files.contains("systems-4.html"))
    for path in ["index.html", "systems.html", "systems-2.html", "systems-3.html"] {
      #expect(site.broken(on: path) == [], "\(path)")
    }
    let home = try text("index.html", adding: rows)
    #expect(home.contains("All 905 systems"))
  }

  @Test func `continues a rule that fires very often on pages of its own`() throws {
    let rows = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
      INSERT INTO finding SELECT format('DOC-02/plans/%04d.md', i), 'DOC-02', 'medium', 'fail',
        'payroll', 'x', 'A date is missing', 'Add it.', 0 FROM n;
      """
    let snapshot = try PortalFixture.snapshot(adding: rows)
    let site = RenderedSite(PortalFixture.pages(snapshot))
    #expect(site.files.contains("findings/DOC-02.html"))
    #expect(site.files.contains("findings/DOC-02-2.html"))
    for path in site.files.sorted() where path.hasSuffix(".html") {
      #expect(site.broken(on: path) == [], "\(path)")
    }
    for place in snapshot.findingPlaces {
      #expect(site.pages[place.page]?.ids.contains(place.anchor) == true, "\(place)")
    }
  }
}
