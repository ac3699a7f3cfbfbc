import Bindings
import Foundation
import Testing

@testable import Portal

/// A whole site from a small folder without any configuration.
@Suite struct SiteTests {
  private static let plan = """
    # Ferry *booking* <script>alert(1)</script> \u{202E}plan

    **RTO**: 2 hours
    **RPO**: 30 minutes

    ## Backups

    - MySQL dump: every 4 hours ([how](../runbooks/restore.md#steps), [gone](no.md))

    ![the landing](pier.png) [x](javascript:alert(1)) <img src=x onerror=alert(1)>

    | Component | RTO | RPO |
    |---|---|---|
    | "Crew" <b>rota</b> =cmd\\|x | 4 hours | 1 day |

    DB_PASSWORD=swordfish99
    """
  private static let files = [
    "plans/ferry.md": plan,
    "runbooks/restore.md": "# Restore\n\n## Steps\n\n```bash\npg_restore --jobs=4 x.dump\n```\n",
    "plans/pier.png": "not really a picture",
    "inventories/restic.snapshots.pier.20261121T0500Z.json": """
    [{"time":"2026-11-21T04:00:00Z","hostname":"db<1>","paths":["/data"],"tree":"a",\
    "id":"1","short_id":"1"}]
    """,
    "drills/2026.yaml": "- id: one\n  kind: restore\n  outcome: pass\n",
    ".hidden/secret.md": "# Hidden\n\n**RTO**: 1 hour\n",
    "node_modules/x/readme.md": "# Module\n\n**RTO**: 1 hour\n",
  ]

  private struct Site {
    let folder: URL
    let files: [String: Data]

    func text(_ path: String) -> String { String(decoding: files[path] ?? Data(), as: UTF8.self) }
  }

  private static func build(threads: Int) async throws -> Site {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let content = root.appending(path: "content")
    for (path, text) in files {
      let file = content.appending(path: path)
      let parent = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let site = root.appending(path: "site")
    let build = try Build(
      Workspace(content.path),
      asOf: 1_795_240_800_000,
      threads: threads,
      outputs: [site.path]
    )
    let staged = try await SiteBuild.stage(build, site: site.path)
    try await staged.publish(audit: nil)
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: site.path) {
      let path = site.appending(path: name)
      let isFolder = try path.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if !isFolder { found[name] = FileManager.default.contents(atPath: path.path) }
    }
    return Site(folder: site, files: found)
  }

  @Test func `gives the same bytes on one thread and on four`() async throws {
    let one = try await Self.build(threads: 1)
    let four = try await Self.build(threads: 4)
    #expect(one.files.keys.sorted() == four.files.keys.sorted())
    for (path, bytes) in one.files { #expect(four.files[path] == bytes, "\(path)") }
  }

  @Test func `holds what is expected and nothing left over`() async throws {
    let site = try await Self.build(threads: 2)
    let system = "ferry-booking-alert-1-plan"
    let component = "crew-rota-cmd-x"
    let pages = site.files.keys.filter { !$0.hasPrefix("search/") }.sorted()
    #expect(
      pages == [
        "404.html", "assets/portal.css", "assets/portal.js", "assets/search.js", "audit.html",
        "backups.html", "controls.html", "controls/dora.html", "controls/ffiec-bcm.html",
        "controls/hipaa.html", "controls/iso-22301.html", "controls/nist-sp-800-53r5.html",
        "controls/pci-dss.html", "controls/soc-2.html", "docs/plans/ferry.html",
        "docs/plans/pier.png",
        "docs/runbooks/restore.html", "drills.html", "evidence.sqlite", "findings.html",
        "index.html", "objectives/\(system)/\(component)-rpo.html",
        "objectives/\(system)/\(component)-rto.html", "objectives/\(system)/plan-rpo.html",
        "objectives/\(system)/plan-rto.html", "search.html", "systems.html",
        "systems/\(system).html",
      ]
    )
  }

  @Test func `lets nothing of the content act in a page`() async throws {
    let site = try await Self.build(threads: 2)
    for path in site.files.keys where path.hasSuffix(".html") {
      let text = site.text(path)
      #expect(!text.contains("<script>"), "\(path)")
      #expect(!text.contains("javascript:"), "\(path)")
      #expect(!text.contains("<img src=x"), "\(path)")
      #expect(!text.contains("\u{202E}"), "\(path)")
      #expect(!text.contains("style=\""), "\(path)")
      #expect(text.contains("default-src 'none'"), "\(path)")
    }
  }

  @Test func `masks a credential in the pages, the search and the database`() async throws {
    let site = try await Self.build(threads: 2)
    for (path, bytes) in site.files {
      #expect(bytes.range(of: Data("swordfish99".utf8)) == nil, "\(path)")
    }
    #expect(site.text("docs/plans/ferry.html").contains("DB_PASSWORD=••••••"))
  }

  @Test func `ships a database that is whole and holds the checks`() async throws {
    let site = try await Self.build(threads: 2)
    let path = site.folder.appending(path: "evidence.sqlite").path
    let database = try Database(path: path)
    #expect(try database.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
    #expect(try database.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
    for rule in Rule.all {
      var view = try database.prepare("SELECT count(*) FROM \"\(rule.id)\"")
      #expect(try view.step())
      let fired = view.int(0)
      let stored = try database.rows("SELECT count(*) FROM finding WHERE rule = \(rule.id)") {
        $0.int(0)
      }
      #expect(stored == [fired], "\(rule.id)")
    }
  }

  @Test func `reports a link that leads nowhere with its line`() async throws {
    let site = try await Self.build(threads: 2)
    let database = try Database(path: site.folder.appending(path: "evidence.sqlite").path)
    let links = try database.rows(
      "SELECT address, line, reason FROM link WHERE target IS NULL ORDER BY id"
    ) { "\($0.text(0)):\($0.int(1)): \($0.text(2))" }
    #expect(links.first == "no.md:8: there is no file \"plans/no.md\"")
  }
}
