import Bindings
import Testing

@testable import Portal

struct AnchorsTests {
  private static func anchors(_ text: String) -> Anchors {
    Anchors(MarkdownTree(parsing: Array(text.utf8).span))
  }

  @Test(arguments: [
    ("Recovery Steps", "recovery-steps"), ("RTO/RPO & more", "rtorpo--more"),
    ("1.2 What's new?", "12-whats-new"), ("a_b-c.d", "a_b-cd"), ("  two  spaces ", "two--spaces"),
    ("🚀 Launch", "-launch"), ("⚠️ Warning", "\u{FE0F}-warning"), ("Über Größe", "über-größe"),
    ("ПРИВЕТ Мир", "привет-мир"), ("备份 策略", "备份-策略"), ("x² ½ ٣", "x--٣"),
    ("ðŸš€ Go", "ðÿš-go"), ("a — b", "a--b"), ("…", ""),
    ("`pg_restore` **now**", "pg_restore-now"), ("[a](b) ![c](d) e", "a--e"),
    ("a <br> b", "a--b"), ("C&amp;D", "cd"), ("a\u{301}", "a\u{301}"),
  ])
  func `makes anchors as GitHub does`(heading: String, anchor: String) {
    #expect(Self.anchors("# \(heading)").headings.map(\.anchor) == [anchor])
  }

  @Test func `numbers what is called the same`() {
    let anchors = Self.anchors("# A\n\n## a\n\n# A\n\n# a-1\n\n#\n\n#")
    #expect(anchors.headings.map(\.anchor) == ["a", "a-1", "a-2", "a-1-1", "", "-1"])
    #expect(anchors.headings.map(\.level) == [1, 2, 1, 1, 1, 1])
    #expect(anchors.headings.map(\.line) == [1, 3, 5, 7, 9, 11])
  }

  @Test func `shows repaired words and keeps the anchor of the written ones`() {
    let text = Array("# itâ€™s *here*".utf8)
    let anchors = Anchors(MarkdownTree(parsing: text.span), display: DisplayText(text))
    #expect(anchors.headings.map(\.text) == ["it’s here"])
    #expect(anchors.headings.map(\.anchor) == ["itâs-here"])
  }

  @Test func `knows the anchors that a document writes itself`() {
    let anchors = Self.anchors("<a name=\"x y\"></a><a id='p'></a>\n\n# Z\n\n<a NAME=q>\n")
    #expect(anchors.named == ["p", "q"])
    #expect(anchors.contains("z"))
    #expect(!anchors.contains("Z"))
  }
}
