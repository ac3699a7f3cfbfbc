import Bindings
import Testing

@testable import Portal

@Suite struct DocumentTests {
  private func document(_ text: String) -> Document {
    Document(SourceFile(path: "plans/shop.md", bytes: Array(text.utf8)))
  }

  @Test func `repairs damaged text for display only`() {
    let damaged = "# \u{00F0}\u{0178}\u{201C}\u{2039} Plan"
    let shop = document(damaged)
    #expect(shop.title == "\u{1F4CB} Plan")
    #expect(shop.lines.quote(1) == damaged)
  }

  @Test(arguments: ["Ã la carte", "naïve café", "→ ├──", "Größe 5 €"])
  func `leaves honest symbols alone`(text: String) {
    #expect(EncodingRepair.repaired(text) == nil)
  }

  @Test func `counts lines behind front matter, a byte order mark and Windows line ends`() {
    let shop = document("\u{FEFF}---\r\nowner: ops\r\n---\r\n# Shop\r\n\r\n**RTO**: 1 hour\r\n")
    #expect(shop.title == "Shop")
    #expect(shop.frontMatter?["owner"]?.text == "ops")
    #expect(Objectives.read(shop.outline).first?.targets.first?.line == 6)
    #expect(shop.lines.quote(6) == "**RTO**: 1 hour")
  }

  @Test func `names the line of front matter that is no YAML`() {
    let shop = document("---\nowner: ops\nbad: [1\n---\n# Shop\n")
    #expect(shop.problems.first?.code == "DOC-09")
    #expect(shop.title == "Shop")
  }

  @Test func `tells the lines on which credentials were masked`() {
    let two = "TOKEN=a1b2c3d4 PGPASSWORD=s3cret1"
    let shop = document("# Shop\n\nexport PGPASSWORD=s3cret1\n\n\(two)\n")
    #expect(shop.maskedLines == [3, 5])
    #expect(document("# Shop\n").maskedLines.isEmpty)
    let facts = Facts(shop).list.filter { $0.kind == "credential" }
    #expect(facts.map(\.line) == [3, 5])
    #expect(shop.lines.quote(3) == "export PGPASSWORD=••••••")
  }

  @Test func `keeps blocks of code, and the lines on which commands name things`() {
    let text = "# Shop\n\n```bash\nvelero restore create shop \\\n  --from-backup nightly\n```\n"
    let facts = Facts(document(text))
    #expect(facts.blocks.map(\.language) == ["bash"])
    #expect(facts.blocks.map(\.lines) == [4...5])
    #expect(facts.blocks.first?.text == "velero restore create shop \\\n  --from-backup nightly")
    #expect(facts.commands.flatMap(\.resources).map(\.line) == [5])
  }

  @Test func `takes a text between two rules for text`() {
    #expect(document("---\nJust words.\n---\n# Shop\n").frontMatter == nil)
  }

  @Test func `names the first line that is not UTF-8, and reads the rest`() {
    let bytes = Array("# Shop\n\ncaf".utf8) + [0xE9] + Array("\n\nRTO: 2 hours\n".utf8)
    let shop = Document(SourceFile(path: "shop.md", bytes: bytes))
    #expect(shop.problems.map(\.line) == [3])
    #expect(Objectives.read(shop.outline).first?.targets.first?.value == 7200)
  }

  @Test func `reads an empty document`() {
    let shop = document("")
    #expect(shop.title == "shop")
    #expect(shop.outline.statements.isEmpty)
    #expect(shop.lines.quote(1) == "")
  }
}
