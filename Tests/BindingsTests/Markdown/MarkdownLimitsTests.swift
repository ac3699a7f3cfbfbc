import Testing

@testable import Bindings

struct MarkdownLimitsTests {
  /// Texts of about a size that a parser may find hard, by what they repeat.
  static let hostile: [(name: String, text: @Sendable (Int) -> String)] = [
    ("open images", { repeated("![[]()", $0) }),
    ("open brackets", { repeated("[", $0) }),
    ("links after open images", { repeated("![", $0 / 2) + repeated("[x](y)", $0 / 2) }),
    ("references", { repeated("[a][", $0) }),
    ("footnotes", { repeated("[^1]", $0) }),
    ("declarations", { repeated("a<!A ", $0) }),
    ("instructions", { repeated("a<?", $0) }),
    ("data", { repeated("a<![CDATA[", $0) }),
    ("one long definition", { "[a]: " + repeated("b", $0 / 2) + "\n\n" + repeated("[a]", $0 / 2) }),
    (
      "one long title",
      {
        "[a]: /b \"" + repeated("b", $0 / 2) + "\"\n\n" + repeated("[a]", $0 / 2)
      }
    ),
    ("emphasis", { repeated("*a_ ", $0) }),
    ("deep emphasis", { repeated("*a ", $0 / 2) + repeated("b* ", $0 / 2) }),
    ("strikethrough", { repeated("~a ", $0) }),
    ("back quotes", { size in (1..<700).map { "a" + repeated("`", min($0, size)) }.joined() }),
    ("addresses", { repeated("a@b.", $0) }),
    ("closing parentheses", { "http://a.b/" + repeated(")", $0) }),
    ("marked parentheses", { "http://a.b/" + repeated(")?", $0) }),
    ("quotes in quotes", { repeated(">", $0) }),
    ("lists in lists", { repeated("- ", $0) + "a" }),
    ("deep list, then empty lines", { repeated("- ", 2_000) + "a\n" + repeated("\n", $0) }),
    ("deep quote, then lazy lines", { repeated(">", 1_000) + "a\n" + repeated("b\n", $0) }),
    ("table heads", { repeated("a\n|-|-|\n", $0) }),
    ("table heads of two columns", { repeated("a|b\n-|-|-\n", $0) }),
    ("heads of one column", { repeated("|a\n:-:\n", $0) }),
    ("a paragraph before a table", { repeated("a\n", $0) + "|a|\n|-|\n" }),
    ("a wide head", { repeated("|x", $0 / 2) + "|\n" + repeated("|-", $0 / 2) + "|\n" }),
    ("a wide first row", { repeated("|x", $0) + "|\n|-|-|\n" }),
    (
      "short rows under a wide head",
      {
        repeated("|x", 4_000) + "|\n" + repeated("|-", 4_000) + "|\n" + repeated("a\n", $0 / 10)
      }
    ),
    ("a wide delimiter", { "a\n" + repeated(":-|", $0) }),
    ("carriage returns", { repeated("a\r|-|-|\r", $0) }),
  ]

  @Test(arguments: hostile.map(\.name))
  func `refuses or parses a hostile text in bounded time`(name: String) throws {
    let text = try #require(Self.hostile.first { $0.name == name }).text(300_000)
    let bytes = Array(text.utf8)
    let start = ContinuousClock.now
    let refusal = MarkdownLimits.refusal(of: bytes.span)
    if refusal == nil {
      let tree = MarkdownTree(parsing: bytes.span)
      #expect(!tree.nodes.isEmpty)
    }
    #expect(ContinuousClock.now - start < .seconds(6), "\(refusal?.reason ?? "parsed")")
  }

  @Test(arguments: hostile.map(\.name))
  func `no estimate exceeds its bound`(name: String) throws {
    let make = try #require(Self.hostile.first { $0.name == name }).text
    for size in [1, 100, 3_000, 20_000, CostEstimate.largestBounded] {
      let text = Array(make(size).utf8.prefix(CostEstimate.largestBounded))
      let total = MarkdownLimits.estimate(of: text.span).total
      #expect(total <= CostEstimate.bound(of: text.span))
    }
  }

  @Test(arguments: [
    ("![[]()", "too many brackets are open at once"),
    ("a<? ", "a paragraph holds too many \"<!\" or \"<?\""),
    ("a\n|-|-|\n", "a table is too wide, or a paragraph holds too many table heads"),
  ])
  func `names the line and the reason`(piece: String, reason: String) {
    let text = "# Title\n\n" + repeated(piece, 400_000)
    let refusal = MarkdownLimits.refusal(of: Array(text.utf8).span)
    #expect(refusal?.line == 3)
    #expect(refusal?.reason == reason)
  }

  @Test func `refuses more than 16 MB`() {
    let text = [UInt8](repeating: 10, count: (16 << 20) + 1)
    #expect(MarkdownLimits.refusal(of: text.span)?.reason == "it is larger than 16 MB")
  }

  static let real: [(name: String, text: String)] = [
    ("table", "| Step | Owner |\n|---|---|\n" + repeated("| [a](b.md) | c@d.example |\n", 400_000)),
    (
      "list", repeated("- [ ] call the [owner](x.md#a) (see the *list*)\n  - then `run`\n", 400_000)
    ),
    ("code", "```json\n" + repeated("{\"a\": [1, [2, \"<!--\"]]}\n", 50_000) + "```\n"),
    ("quotes", repeated("> quoted **text**\n> more\n\n", 400_000)),
    ("nothing", ""), ("one line", "\n"), ("a rule", "---"), ("a number", "1"), ("a tab", "1\t"),
  ]

  @Test(arguments: real.map(\.name))
  func `lets real documents pass`(name: String) throws {
    let text = try #require(Self.real.first { $0.name == name }).text
    let bytes = Array(text.utf8)
    let refusal = MarkdownLimits.refusal(of: bytes.span)
    #expect(refusal == nil, "\(refusal?.reason ?? "")")
  }

  @Test func `keeps no more than about a hundred levels`() {
    for text in [repeated("- ", 3_000) + "a", repeated("*a ", 30_000) + repeated("b* ", 30_000)] {
      let tree = MarkdownTree(parsing: Array(text.utf8).span)
      var ends: [Int32] = []
      var deepest = 0
      for (index, node) in tree.nodes.enumerated() {
        while let last = ends.last, last <= Int32(index) { ends.removeLast() }
        ends.append(node.end)
        deepest = max(deepest, ends.count)
      }
      #expect(deepest > 90)
      #expect(deepest < 110)
    }
  }
}

/// A piece again and again, up to a size in bytes.
private func repeated(_ piece: String, _ size: Int) -> String {
  String(repeating: piece, count: size / piece.utf8.count)
}
