import Bindings
import Testing

@testable import Portal

@Suite struct FrontMatterTests {
  private func document(_ text: String) -> Document {
    Document(SourceFile(path: "plan.md", bytes: Array(text.utf8)))
  }

  /// The lines of the keys of the outermost level.
  private func keys(_ document: Document) -> [String] {
    document.frontMatter?.pairs?.map { "\($0.line) \($0.key)" } ?? []
  }

  @Test(arguments: [
    ("---\nowner: ops\nrto: 4h\n---\n# Shop\n", ["2 owner", "3 rto"], 4),
    ("\n---  \nowner: ops\n...\n# Shop\n", ["3 owner"], 4),
    ("owner: ops\nlast updated: today\n---\n\n# Shop\n", ["1 owner", "2 last updated"], 3),
    ("+++\n# note\nowner = \"ops\"\n[a.b]\nrto = '4h'\n+++\n# Shop\n", ["3 owner", "4 a.b"], 6),
    ("```yaml\nowner: ops\n```\n# Shop\n", ["2 owner"], 0),
    ("---\n---\n# Shop\n", [], 0), ("# Shop\n---\na: b\n---\n", [], 0),
    ("Plan: the shop\n---\n# Shop\n", [], 0), ("Some words: and\nmore words\n---\n# Shop\n", [], 0),
    ("a: b\n\nc: d\n---\n# Shop\n", [], 0), ("---\na: b\n", [], 0), ("+++\na = 1\n", [], 0),
    ("```yaml\n- a\n```\n# Shop\n", [], 0), ("---\n- a\n- b\n---\n# Shop\n", [], 0),
    ("---\n**Version**: 1.0\n---\n# Shop\n", [], 0),
    ("---\nWhat all of this is about: recovery\n---\n# Shop\n", [], 0),

  ])
  func `finds front matter in every form`(text: String, expected: [String], lines: Int) {
    let document = document(text)
    #expect(keys(document) == expected)
    #expect(document.lineOffset == lines)
    #expect(document.problems.isEmpty)
  }

  @Test func `reads TOML as far as front matter uses it`() {
    let text = """
      +++
      title = "Plan = A" # why
      tags = ["a",
        "b"]
      dates = {from = 2026-01-02, to = "x=y"}
      [objectives.database]
      rto = "1h"
      [[people]]
      name = "Ann"
      role = "dba"

      [[people]]
      name = "Bob"
      +++
      # Shop
      """
    let node = document(text).frontMatter
    #expect(node?["title"]?.text == "Plan = A")
    #expect(node?["tags"]?.elements?.compactMap(\.text) == ["a", "b"])
    #expect(node?["dates"]?["from"]?.text == "2026-01-02")
    #expect(node?["dates"]?["to"]?.text == "x=y")
    #expect(node?["objectives.database"]?["rto"]?.line == 7)
    #expect(node?["people"]?.elements?.map { $0["name"]?.text } == ["Ann", "Bob"])
    #expect(node?["people"]?.elements?[1]["name"]?.line == 13)
  }

  @Test(arguments: [
    ("title: Plan: the shop's\nrto: 4h", ["2 title=Plan: the shop's", "3 rto=4h"], 2),
    ("rto: 4h\nowner: {{ team }}\nb: c", ["2 rto=4h", "3 owner={{ team }}", "4 b=c"], 3),
    ("a: b\na: c\nd: e", ["2 a=b", "4 d=e"], 3), ("a: *b\nc: d", ["2 a=*b", "3 c=d"], 2),
    ("a: @b\nc: d", ["2 a=@b", "3 c=d"], 2), ("a: b\n\tc: d\ne: f", ["2 a=b", "4 e=f"], 3),
    ("a: b\nbad line\nc: d", ["2 a=b", "4 c=d"], 4), ("a: [b\nc: d", ["2 a=[b"], 3),
  ])
  func `reads what is clear in front matter that is no YAML, and names the line`(
    yaml: String,
    expected: [String],
    line: Int
  ) {
    let shop = document("---\n\(yaml)\n---\n# Shop\n")
    #expect(shop.problems.map(\.line) == [line])
    #expect(shop.problems.allSatisfy { $0.message.hasPrefix("the front matter is not YAML: ") })
    #expect(shop.refusal == nil)
    #expect(
      shop.frontMatter?.pairs?.map { "\($0.line) \($0.key)=\($0.value.text ?? "")" } == expected
    )
  }
}
