import Testing

@testable import Portal

/// What holds when names, quotes and identifiers are written by an enemy.
@Suite struct HostilePagesTests {
  private static let attack = #"<script>alert(1)</script>" onload="x' \#u{202E}gpj.exe"#

  private static let rows = """
    INSERT INTO system VALUES ('../../etc', '\(quoted)', 1, '\(quoted)', '\(quoted)', 1);
    INSERT INTO component VALUES ('../../etc', 'a/b "c"', '\(quoted)');
    INSERT INTO source_file VALUES ('plans/<b>%2e%2e".md', 'plan', '\(quoted)', 1);
    INSERT INTO document VALUES ('plans/<b>%2e%2e".md', 'plan', '\(quoted)', '../../etc');
    INSERT INTO objective (document, system, component, label, dimension, kind, target_s, state,
        mechanism, priority, stated_in, file, line, quote)
      VALUES ('plans/<b>%2e%2e".md', '../../etc', 'a/b "c"', '\(quoted)', 'component', 'rto',
        9223372036854775807, 'number', '\(quoted)', '\(quoted)', 'text', 'plans/<b>%2e%2e".md', 9,
        '\(quoted)');
    INSERT INTO verdict SELECT max(id), '../../etc', 'a/b "c"', 'rto', 1, 'claimed',
      9223372036854775807, '\(quoted)', '[]' FROM objective;
    INSERT INTO finding VALUES
      ('X-01/<b> "id"', 'X-01"><b>', 'low', 'fail', '../../etc', '\(quoted)', '\(quoted)',
       '\(quoted)', 0);
    INSERT INTO finding_evidence VALUES
      ('X-01/<b> "id"', 0, 'plans/<b>%2e%2e".md', 9, '\(quoted)', '\(quoted)');
    INSERT INTO drill (native_id, kind, system, environment, happened_at, failure_s, outcome, file,
        pointer, quote)
      VALUES ('\(quoted)', 'restore', '../../etc', '\(quoted)', 9223372036854775807,
        -9223372036854775807, 'pass', 'drills/2026.yaml', '\(quoted)', '\(quoted)');
    INSERT INTO asset VALUES (9, '\(quoted)', '\(quoted)', '\(quoted)', '../../etc', 'a/b "c"');
    INSERT INTO backup (asset, inventory, pointer, native_id, outcome, recovery_point_at,
        finished_at, size_bytes)
      SELECT 9, path, '\(quoted)', '\(quoted)', 'success', -9223372036854775807,
        9223372036854775807, 9223372036854775807 FROM inventory;
    INSERT INTO drill_schedule (document, system, subject, every_s, every, file, line, quote)
      VALUES ('plans/<b>%2e%2e".md', '../../etc', '\(quoted)', 9223372036854775807, '\(quoted)',
        'plans/<b>%2e%2e".md', 9, '\(quoted)');

    """

  private static var quoted: String { attack.replacing("'", with: "''") }

  @Test func `shows hostile words as words`() throws {
    let pages = PortalFixture.pages(try PortalFixture.snapshot(adding: Self.rows))
    let site = RenderedSite(pages)
    for page in pages where page.path.hasSuffix(".html") {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(!text.contains("<script>"), "\(page.path)")
      #expect(!text.contains("\u{202E}"), "\(page.path)")
      for tag in site.pages[page.path]?.tags ?? [] {
        #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(page.path): \(tag)")
        #expect(tag.name != "b" || tag.attributes.isEmpty, "\(page.path): \(tag)")
      }
      #expect(site.pages[page.path]?.isBroken == false, "\(page.path)")
      #expect(site.broken(on: page.path) == [], "\(page.path)")
    }
    let home = try #require(pages.first { $0.path == "index.html" })
    let text = String(decoding: home.bytes, as: UTF8.self)
    #expect(
      text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x&#39; [U+202E]")
    )
  }

  @Test func `keeps hostile identifiers within their folder`() throws {
    let pages = PortalFixture.pages(try PortalFixture.snapshot(adding: Self.rows))
    for page in pages {
      #expect(!page.path.hasPrefix("/"))
      #expect(!page.path.split(separator: "/").contains(".."), "\(page.path)")
    }
    #expect(pages.contains { $0.path == "systems/~2E.~2F..~2Fetc.html" })
    #expect(pages.contains { $0.path == "objectives/~2E.~2F..~2Fetc/a~2Fb~20~22c~22-rto.html" })
  }

  @Test(arguments: [
    ("shop", "shop"), ("..", "~2E."), (".", "~2E"), ("", "~"), ("a/b", "a~2Fb"),
    ("a\\b", "a~5Cb"), ("a~2Fb", "a~7E2Fb"), ("Läden", "Läden"), ("a\0b", "a~00b"),
    ("v1.2", "v1.2"),
  ])
  func `makes a file name of an identifier`(id: String, name: String) {
    #expect(PagePath.segment(id) == name)
  }

  @Test func `shortens a long identifier, and never to that of another`() {
    let first = PagePath.segment(String(repeating: "ä", count: 300) + "1")
    let second = PagePath.segment(String(repeating: "ä", count: 300) + "2")
    #expect(first != second)
    #expect(first.utf8.count < 130)
    #expect(first.hasPrefix("ääää"))
  }

  @Test func `leaves out a script where an address is edited`() {
    var site = SiteSettings(editURL: "javascript:alert(1)//{path}")
    #expect(site.editAddress(of: "plans/a.md") == nil)
    site.editURL = "https://git.example/edit/{path}?plain=1"
    let address = "https://git.example/edit/plans/a%20b.md?plain=1"
    #expect(site.editAddress(of: "plans/a b.md") == address)
  }

  @Test(arguments: ["red;}body{display:none", "#12", "#0b5ffg", "url(x)", "#0b5fff;"])
  func `takes only a colour for the accent`(accent: String) {
    #expect(SiteSettings(accent: accent).checkedAccent == nil)
    #expect(SiteSettings(accent: "#0b5fff").checkedAccent == "#0b5fff")
  }

  @Test(arguments: [
    ("a & b", "a &amp; b"), ("\u{202E}x", "[U+202E]x"), ("a\u{2066}b", "a[U+2066]b"),
    ("\u{7}", "[U+0007]"), ("\u{85}", "[U+0085]"), ("tab\tline\n", "tab\tline\n"),
    ("“déjà” – 日本 👍🏽", "“déjà” – 日本 👍🏽"), ("\u{061C}", "[U+061C]"),
  ])
  func `escapes text`(text: String, escaped: String) {
    let html: HTML = "\(text)"
    #expect(String(decoding: html.bytes, as: UTF8.self) == escaped)
  }
}
