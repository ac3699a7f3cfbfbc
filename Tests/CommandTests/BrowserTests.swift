import Foundation
import Testing

/// The portal of the sample as a reader meets it: opened from disk, without a server.
@Suite(.serialized, .enabled(if: Sample.isThere, "\"make site\" has not been run"))
struct BrowserTests {
  /// The text of a document, without its tags.
  private static func text(_ document: String) -> String {
    document.split(separator: "<", omittingEmptySubsequences: false).map { part in
      part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) } ?? String(part)
    }
    .joined()
    .replacingOccurrences(of: "&amp;", with: "&")
  }

  @Test func `shows the five systems on the first page`() throws {
    let text = Self.text(try Browser().document(of: "site/index.html"))
    let titles = try Sample.titles()
    #expect(titles.count == 5)
    for title in titles { #expect(text.contains(title), "\(title)") }
  }

  @Test func `finds the runbook that says pg_restore`() throws {
    let document = try Browser().document(of: "site/search.html", query: "?q=pg_restore")
    let results = document.components(separatedBy: "class=\"result\"").dropFirst()
    let first = try #require(results.first, "no result")
    let address = try #require(first.components(separatedBy: "href=\"").dropFirst().first)
    #expect(address.contains("docs/runbooks/"))
    let page = address.prefix { $0 != "\"" && $0 != "#" && $0 != "?" }
    let target = URL(filePath: "site/\(page)", relativeTo: Shell.package).standardizedFileURL
    #expect(try String(contentsOf: target, encoding: .utf8).contains("pg_restore"))
  }

  @Test func `loads nothing from outside and runs nothing inline`() throws {
    let document = try Browser().document(of: "site/index.html")
    #expect(document.contains("default-src 'none'"))
    #expect(!document.contains(" style=\""))
    for part in document.components(separatedBy: "<script").dropFirst() {
      #expect(part.contains("></script>"))
      let address = part.components(separatedBy: "src=\"").dropFirst().first ?? "http"
      #expect(!address.hasPrefix("http") && !address.hasPrefix("//"))
    }
  }

  @Test(
    .enabled(if: Sample.pictures != nil),
    arguments: [
      ("home", "site/index.html", 950),
      ("objective", "site/objectives/lantern/database-rpo.html", 915),
      ("plan", "site/docs/plans/lantern-web-shop.html", 985),
    ]
  )
  func `takes a picture`(name: String, page: String, height: Int) throws {
    let folder = try #require(Sample.pictures)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "\(name).png")
    try Browser().picture(of: page, to: file, width: 1280, height: height)
  }
}

/// What lies in the repository for the browser.
private enum Sample {
  static let isThere = FileManager.default.fileExists(
    atPath: Shell.package.appending(path: "site/index.html").path
  )

  /// Where pictures go; nil when nobody asked for them.
  static let pictures = ProcessInfo.processInfo.environment["DRILLBOOK_PICTURES"].map {
    Shell.package.appending(path: $0)
  }

  /// The names of the systems that the sample's configuration lists.
  static func titles() throws -> [String] {
    let file = Shell.package.appending(path: "content/drillbook.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let systems = lines.drop { $0 != "systems:" }.dropFirst().prefix { $0.hasPrefix(" ") }
    return systems.filter { $0.hasPrefix("    title: ") }.map {
      $0.dropFirst("    title: ".count).trimmingCharacters(in: ["\"", "'", " "])
    }
  }
}
