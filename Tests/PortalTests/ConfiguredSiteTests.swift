import Bindings
import Foundation
import Testing

@testable import Portal

/// A whole site from a small folder with a configuration: what holds for the files on the disk.
@Suite struct ConfiguredSiteTests {
  private let content: TemporaryContent
  private let site: RenderedSite

  private static let files = [
    "plans/kiln.md": """
    # Kiln hall plan

    | Component | RTO | RPO |
    |-----------|-----|-----|
    | Firing <script>alert(1)</script> "database" | 2 hours | 1 hour |
    | =cmd\\|' /C calc'!A0 | 8 hours | 24 hours |

    [Up](../../etc/passwd), [out](/etc/passwd), [data](data:text/html,x), [run](javascript:x),
    [restore](../runbooks/restore.md#steps), [lost step](../runbooks/restore.md#gone),
    [settings](kiln.env), [page](evil.html).

    ![hall](hall.png)
    """,
    "plans/clay.md": "# \u{202E}Clay\u{202C} <b>store</b> plan\n\n**RTO**: 4 hours\n",
    "plans/glaze.md": "---\nrto: 2h\n---\n# Glaze\n\n**RTO**: 6 hours\n",
    "plans/hall.png": "not really a picture",
    "plans/kiln.env": "KILN=1\n",
    "plans/evil.html": "<script>alert(1)</script>",
    "plans/unlinked.png": "nobody shows it",
    "runbooks/restore.md": "# Restore\n\n## Steps\n\n1. Restore.\n",
    "inventories/restic.20261121T0500Z.json": """
    [{"time":"2026-11-21T04:30:00Z","hostname":"kiln\\"01<b>","paths":["/srv"],"tree":"a",\
    "id":"1","short_id":"1"}]
    """,
    "drills/log.yaml": """
    - id: 2026-10-02-kiln
      kind: restore
      system: kiln
      component: firing
      scenario: <img src=x onerror=alert(1)>
      environment: production
      failed_at: 2026-10-02T09:00:00Z
      recovered_at: 2026-10-02T10:10:00Z
      outcome: pass
    """,
    "drillbook.yaml": """
    organisation: Kiln & <Hall>
    systems:
      kiln:
        title: Kiln "hall" <b>
        documents: [plans/kiln.md, runbooks/**]
        components:
          firing: {names: ['Firing <script>alert(1)</script> "database"', Firing "database"]}
    inventories:
      - files: inventories/*.json
        assets: {'kiln"01<b>:/srv': kiln/firing}
    site: {title: Kiln <portal>, edit_url: "https://git.example/edit/{path}", logo: hall.svg}
    """,
    "hall.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9\"/></svg>",
  ]

  init() async throws {
    content = try TemporaryContent()
    for (path, text) in Self.files { try content.write(text, to: path) }
    let folder = content.folder.appending(path: "site")
    let staged = try await SiteBuild.stage(content.build(), site: folder.path)
    try await staged.publish(audit: nil)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    site = RenderedSite(
      names.compactMap { name in
        let bytes = try? Data(contentsOf: folder.appending(path: name))
        return bytes.map { Page(path: name, bytes: Array($0)) }
      }
    )
  }

  @Test func `copies what pages lead to and nothing that a browser would run`() {
    let copied = site.files.filter { $0.hasPrefix("docs/") && !$0.hasSuffix(".html") }
    #expect(copied == ["docs/plans/hall.png", "docs/plans/kiln.env"])
    #expect(!site.files.contains("docs/plans/evil.html"))
    #expect(site.files.contains("assets/logo.svg"))
  }

  @Test func `leaves nothing beside the site`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: content.folder.path)
    #expect(names.sorted() == ["content", "site"])
  }

  @Test func `leads somewhere with every link of every page`() {
    #expect(site.pages.count > 12)
    for path in site.pages.keys.sorted() { #expect(site.broken(on: path) == [], "\(path)") }
  }

  @Test func `reports the links that lead nowhere`() throws {
    let database = try Database(path: content.folder.appending(path: "site/evidence.sqlite").path)
    let links = try database.rows(
      "SELECT address FROM link WHERE target IS NULL ORDER BY address"
    ) { $0.text(0) }
    #expect(
      links == [
        "../../etc/passwd", "../runbooks/restore.md#gone", "/etc/passwd", "data:text/html,x",
        "evil.html", "javascript:x",
      ]
    )
  }

  @Test func `has no inline script, style or handler, and loads nothing from outside`() {
    for (path, page) in site.pages {
      #expect(!page.isBroken, "\(path)")
      for tag in page.tags {
        let names = tag.attributes.keys
        #expect(!names.contains { $0.hasPrefix("on") || $0 == "style" }, "\(path): \(tag)")
        #expect(!["style", "iframe", "object", "embed", "form", "base"].contains(tag.name))
        let loads = ["script", "img"].contains(tag.name) ? "src" : "href"
        if ["script", "img", "link"].contains(tag.name) {
          let address = tag.attributes[loads] ?? "//"
          #expect(!address.contains("//"), "\(path): \(tag)")
        }
        let target = tag.attributes["href"]?.lowercased() ?? ""
        #expect(!target.hasPrefix("javascript:") && !target.hasPrefix("data:text"), "\(path)")
      }
    }
  }

  @Test func `lets front matter win over the text, and shows both with their lines`() throws {
    let database = try Database(path: content.folder.appending(path: "site/evidence.sqlite").path)
    let stated = try database.rows(
      """
      SELECT stated_in || ' ' || target_s || ' ' || in_force || ' ' || line || ' ' || quote
      FROM objective WHERE document = 'plans/glaze.md' ORDER BY line
      """
    ) { $0.text(0) }
    #expect(stated == ["front matter 7200 1 2 rto: 2h", "text 21600 0 6 **RTO**: 6 hours"])
    let file = content.folder.appending(path: "site/objectives/glaze/plan-rto.html")
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page.contains("stated in the front matter"))
    #expect(page.contains("overruled by the front matter, line 2"))
  }

  @Test func `shows hostile names as text`() throws {
    for path in ["index.html", "systems/kiln.html", "backups.html", "drills.html"] {
      let file = content.folder.appending(path: "site/\(path)")
      let text = try String(contentsOf: file, encoding: .utf8)
      for act in ["<b></", "<b>:", "<script>", "<img src=x", "<portal>", "<Hall>"] {
        #expect(!text.contains(act), "\(path): \(act)")
      }
      #expect(!text.contains("\u{202E}"), "\(path)")
    }
    let system = content.folder.appending(path: "site/systems/kiln.html")
    let text = try String(contentsOf: system, encoding: .utf8)
    #expect(text.contains("Kiln &quot;hall&quot; &lt;b&gt;") || text.contains("\"hall\" &lt;b&gt;"))
    #expect(text.contains("=cmd|"))
  }
}
