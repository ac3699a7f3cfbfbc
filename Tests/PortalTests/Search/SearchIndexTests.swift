import Bindings
import Testing

@testable import Portal

@Suite struct SearchIndexTests {
  static let shop = SearchPage(
    url: "docs/runbooks/shop.html",
    title: "Shop — restore",
    kind: "runbook",
    system: "Shop",
    sections: [
      SearchPage.Section(anchor: "", level: 0, heading: ""),
      SearchPage.Section(
        anchor: "steps",
        level: 2,
        heading: "Steps",
        lines: [
          SearchPage.Line(text: "Say \"stop\"", isCode: false, line: 5),
          SearchPage.Line(text: "pg_restore --jobs=4", isCode: true, line: 8),
          SearchPage.Line(text: "two\nlines", isCode: false, line: 7),
        ]
      ),
    ]
  )

  private static func files(_ pages: [SearchPage]) -> [String: String] {
    var writer = SearchIndexWriter()
    writer.add(pages)
    let files = writer.files().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return Dictionary(files) { first, _ in first }
  }

  @Test func `writes a page as one statement a file`() {
    let files = Self.files([Self.shop])
    // title, system, heading, a line of text, six terms of code, a line of text
    let count = 8 + 8 + 2 + 4 + 2 + 6 * 2 + 2
    #expect(
      files == [
        "search/m.js": """
        DR("m",{"v":1,"n":1,"total":\(count),"first":["--jobs=4"]},"GQ==")

        """,
        "search/t/0.js": """
        DR("t/0","#--jobs=4 #4 #jobs #lines #pg %_restore #restore #say $hop $teps %op #two ",\
        "AQMCAQMCAQMCAQIBAwIBAwIBAwoBAgEDCgEDBAECAQI=")

        """,
        "search/d/0.js": """
        DR("d/0",[["docs/runbooks/shop.html","Shop \\u2014 restore","runbook","Shop",0,0]])

        """,
        "search/x/0.js": """
        DR("x/0",[[[["steps",2,"Steps",0]],[10,7,-2],\
        "Say \\"stop\\"\\npg_restore --jobs=4\\ntwo lines"]])

        """,
      ]
    )
  }

  @Test func `writes an empty index`() {
    #expect(
      Self.files([]) == [
        "search/m.js": "DR(\"m\",{\"v\":1,\"n\":0,\"total\":0,\"first\":[]},\"\")\n"
      ]
    )
  }

  @Test func `writes many pages into small files, the same each time`() {
    let pages = (0..<300).map { number in
      let lines = (1...60).map { line in
        SearchPage.Line(
          text: "Größe \(number * line) step\(number)x\(line) of the plan",
          isCode: false,
          line: line
        )
      }
      let section = SearchPage.Section(anchor: "a", level: 2, heading: "復旧", lines: lines)
      return SearchPage(
        url: "docs/\(number).html",
        title: "Page \(number)",
        kind: "page",
        system: nil,
        sections: [section]
      )
    }
    let files = Self.files(pages)
    #expect(files == Self.files(pages))
    #expect(files.values.allSatisfy { $0.utf8.count < 64 * 1024 })
    #expect(files.values.allSatisfy { $0.utf8.allSatisfy { $0 < 0x7F } })
    #expect(files.keys.filter { $0.hasPrefix("search/d/") }.count == 10)
    #expect(files.keys.filter { $0.hasPrefix("search/t/") }.count > 1)
    #expect(files.keys.filter { $0.hasPrefix("search/x/") }.count > 10)
  }

  @Test(arguments: [(0, 0), (7, 7), (8, 8), (15, 15), (16, 16), (33, 24), (1_000_000, 143)])
  func `rounds a length into a byte`(length: Int, byte: UInt8) {
    #expect(SearchIndexWriter.rounded(length) == byte)
  }

  @Test func `makes a page of a document`() {
    let text = """
      ---
      id: RB-7
      ---
      # Shop \u{00E2}\u{20AC}\u{201D} plan
      Intro.

      | Tier | RTO |
      | --- | --- |
      | Web | 4 h |

      ## Steps
      ```sh
      pg_restore
      ```
      """
    let page = SearchPage(
      document: Document(SourceFile(path: "shop.md", bytes: Array(text.utf8))),
      url: "docs/shop.html",
      kind: "plan",
      system: nil,
      anchors: [
        (4, "shop--plan", 1, "Shop \u{00E2}\u{20AC}\u{201D} plan"), (11, "steps", 2, "Steps"),
      ]
    )
    #expect(page.title == "Shop — plan")
    #expect(page.sections.map(\.heading) == ["", "Shop — plan", "Steps"])
    #expect(page.sections.map(\.anchor) == ["", "shop--plan", "steps"])
    let lines = page.sections.map {
      $0.lines.map { "\($0.line) \($0.text)\($0.isCode ? " #" : "")" }
    }
    #expect(
      lines == [["2 id: RB-7"], ["5 Intro.", "7 Tier | RTO", "9 Web | 4 h"], ["13 pg_restore #"]]
    )
  }
}
