import Bindings
import Foundation
import Testing

@testable import Portal

/// The search as a reader meets it: from disk, under the policy of the portal.
@Suite(.serialized) struct SearchBrowserTests {
  private static func page(_ name: String, _ title: String, _ lines: [(String, Bool)]) -> SearchPage
  {
    let lines = lines.enumerated().map { number, line in
      SearchPage.Line(text: line.0, isCode: line.1, line: 10 + number)
    }
    let section = SearchPage.Section(anchor: "steps", level: 2, heading: "Steps", lines: lines)
    return SearchPage(
      url: "docs/\(name).html",
      title: title,
      kind: "runbook",
      system: "Shop",
      sections: [section]
    )
  }

  private static let pages = [
    page("cache", "Cache", [("Flush the cache & restart <b>it</b>.", false)]),
    page("database", "Database", [("Then run:", false), ("pg_restore --jobs=4 shop.dump", true)]),
    page("files", "Restore of files", [("Restoring takes a page of 東京 notes.", false)]),
  ]

  /// The addresses that the page of results shows for a query, then the document.
  private static func results(_ query: String) throws -> (addresses: [String], document: String) {
    let site = try TemporarySite()
    defer { site.remove() }
    var writer = SearchIndexWriter()
    writer.add(pages)
    for file in writer.files() { try site.write(file.path, file.bytes) }
    try site.write("assets/search.js", Asset.named("search.js"))
    try site.write("search.html", Array(TemporarySite.page().utf8))
    let value = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? query
    let document = try site.document("search.html?q=\(value)")
    let rows = document.components(separatedBy: "<li class=\"result\"><a href=\"").dropFirst()
    return (rows.map { String($0.prefix { $0 != "\"" }) }, document)
  }

  @Test(
    arguments: [
      ("pg_restore", ["docs/database.html#L11"]), ("--jobs=4", ["docs/database.html#L11"]),
      ("databse", ["docs/database.html"]),
      ("rest", ["docs/files.html#steps", "docs/database.html#L11", "docs/cache.html#steps"]),
      ("restored files", ["docs/files.html#steps"]), ("東京", ["docs/files.html#steps"]),
      ("<b>it</b>", ["docs/cache.html#steps"]), ("nowhere", []),
    ]
  )
  func `finds the pages for a query`(query: String, addresses: [String]) throws {
    let found = try Self.results(query).addresses
    #expect(found == addresses)
  }

  @Test func `marks the words and builds no markup from content`() throws {
    let document = try Self.results("restart").document
    #expect(document.contains("Flush the cache &amp; <mark>restart</mark> &lt;b&gt;it&lt;/b&gt;."))
    #expect(document.contains("<p id=\"search-status\" role=\"status\">1 page</p>"))
  }
}
