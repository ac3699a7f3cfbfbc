import Testing

@testable import Portal

@Suite struct WordTableTests {
  private static let words = [
    "rto", "recovery", "recovery time", "recovery time objective", "3-2-1", "wiederherstellung",
    "復旧", "p1", "write-ahead",
  ]
  private static let table = WordTable(words.map { (words: Array($0.utf8), value: $0) })

  /// What stands in a text, found at each offset for itself.
  private static func slowly(_ text: FoldedText) -> [String] {
    text.bytes.indices.filter(text.startsWord).flatMap { offset in
      words.sorted { $0.utf8.count > $1.utf8.count }.filter {
        text.has(Array($0.utf8), at: offset)
      }
    }
  }

  @Test(arguments: [
    "", "rto", "RTO: 4 h", "the recovery time objective (rto)", "rtos and p12 but P1",
    "3-2-1, then 13-2-1", "Wiederherstellung der Wiederherstellungszeit", "復旧は recovery",
    "a write-ahead log", "über-rto", "rto_minutes, xrto",
  ])
  func `finds words as a whole, wherever they stand`(text: String) {
    // A word may begin, end or lie at any place of the blocks that are looked at as one.
    for shift in 0..<72 {
      for filler in ["a", " ", ". "] {
        let words = String(repeating: filler, count: shift) + " " + text
        let folded = FoldedText(folding: words)
        var found: [String] = []
        Self.table.each(in: folded) { found.append($0) }
        #expect(found == Self.slowly(folded), "\(words)")
        let first = Self.table.first(in: folded, folded.bytes.indices)
        #expect(first?.value == Self.slowly(folded).first, "\(words)")
        #expect(Self.table.stands(in: folded) == !found.isEmpty)
      }
    }
  }

  @Test func `finds nothing that goes on with a word from before a range`() {
    let text = FoldedText(folding: "xrto rto")
    #expect(Self.table.first(in: text, 1..<4) == nil)
    #expect(Self.table.first(in: text, 1..<8)?.range == 5..<8)
    #expect(Self.table.first(in: text, 5..<7) == nil)
  }
}
