import Testing

@testable import Portal

/// What holds for every page of the portal.
@Suite struct PagesTests {
  private let pages: [Page]
  private let snapshot: Snapshot

  init() throws {
    snapshot = try PortalFixture.snapshot()
    pages = PortalFixture.pages(snapshot)
  }

  private var markup: [(path: String, text: String, markup: Markup)] {
    pages.filter { $0.path.hasSuffix(".html") }.map {
      ($0.path, String(decoding: $0.bytes, as: UTF8.self), Markup($0.bytes))
    }
  }

  @Test func `makes every kind of page once`() {
    let paths = pages.map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in [
      "index.html", "systems.html", "findings.html", "drills.html", "backups.html", "audit.html",
      "controls.html", "controls/nist-sp-800-53r5.html", "search.html", "404.html",
      "assets/portal.css", "assets/portal.js", "systems/checkout.html",
      "objectives/checkout/ledger-rpo.html", "docs/plans/checkout.html",
      "docs/runbooks/generic host.html",
    ] {
      #expect(paths.contains(path), "\(path)")
    }
  }

  @Test func `states the policy, the language and a title on each page`() {
    let policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    for page in markup {
      let meta = page.markup.tags.filter { $0.name == "meta" }.map(\.attributes)
      #expect(meta.contains { $0["charset"] == "utf-8" }, "\(page.path)")
      #expect(meta.contains { $0["content"] == policy }, "\(page.path)")
      #expect(meta.contains { $0["name"] == "viewport" }, "\(page.path)")
      #expect(page.markup.tags.contains { $0.attributes["lang"] == "en" }, "\(page.path)")
      #expect(!page.text.contains("<title> "), "\(page.path)")
    }
  }

  @Test func `has no inline script, style or handler, and loads nothing from outside`() {
    for page in markup {
      #expect(!page.markup.isBroken, "\(page.path)")
      for tag in page.markup.tags {
        #expect(tag.name != "style" && tag.attributes["style"] == nil, "\(page.path): \(tag)")
        #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(page.path): \(tag)")
        if tag.name == "script" { #expect(tag.attributes["src"] != nil, "\(page.path)") }
        for name in ["src", "srcset", "data", "action"] {
          #expect(tag.attributes[name]?.contains("//") != true, "\(page.path): \(tag)")
        }
        if tag.name == "link" { #expect(tag.attributes["href"]?.contains("//") != true) }
      }
    }
  }

  @Test func `leads somewhere with every link`() {
    let site = RenderedSite(pages)
    for path in site.pages.keys.sorted() {
      #expect(site.broken(on: path) == [], "\(path)")
    }
  }

  @Test func `never has the same id twice on a page`() {
    for page in markup {
      #expect(Set(page.markup.ids).count == page.markup.ids.count, "\(page.path)")
    }
  }

  @Test func `has landmarks, a skip link and one first heading`() {
    for page in markup {
      let names = page.markup.tags.map(\.name)
      for name in ["header", "nav", "main", "footer", "h1"] {
        #expect(names.contains(name), "\(page.path) has no \(name)")
      }
      #expect(names.count { $0 == "h1" } == 1, "\(page.path)")
      #expect(page.text.contains(##"<a class="skip" href="#portal.main">"##), "\(page.path)")
      #expect(page.text.contains(#"<div id="portal.search" role="search"></div>"#), "\(page.path)")
    }
  }

  @Test func `makes the same bytes again`() throws {
    #expect(PortalFixture.pages(try PortalFixture.snapshot()) == pages)
  }

  @Test func `gives a green mark to what is met and to nothing else`() throws {
    for page in markup {
      for tag in page.markup.tags
      where tag.attributes["class"]?.split(separator: " ")
        .contains("met") == true
      {
        let isMark = ["status met", "verdict met", "met"].contains(tag.attributes["class"] ?? "")
        #expect(isMark, "\(page.path): \(tag)")
      }
    }
    let css = try #require(pages.first { $0.path == "assets/portal.css" })
    let lines = String(decoding: css.bytes, as: UTF8.self).split(separator: "\n")
    for line in lines where line.contains("var(--met") {
      #expect(line.contains("met {"), "\(line)")
    }
    let rto = try #require(markup.first { $0.path == "objectives/checkout/web-rto.html" })
    #expect(!rto.markup.tags.contains { $0.attributes["class"] == "status met" })
  }

  @Test func `says the word beside every colour`() {
    for page in markup {
      for word in Snapshot.Status.allCases.map(\.word) {
        let marks = page.text.components(between: "<span class=\"status \(word)\"", and: "</span>")
        for mark in marks { #expect(mark.hasSuffix("</svg>\(word)"), "\(page.path): \(mark)") }
      }
    }
  }
}

extension String {
  /// The pieces that stand between two marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start).dropFirst().map { part in
      String(part.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)[0])
    }
  }
}
