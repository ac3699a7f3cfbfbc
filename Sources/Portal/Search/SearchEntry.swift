/// What the index keeps of one page: made for each page alone, so in parallel.
struct SearchEntry: Sendable {
  /// The terms of the page.
  let terms: TermTable
  /// For each term how often it stands there, a place of more weight counting more; at most 255.
  let weights: [UInt8]
  /// The sum of all weights: the length of the page for the ranking.
  let length: Int
  /// `["url","title","kind","system"`, still open: the place of the text follows.
  let head: [UInt8]
  /// `[[[anchor,level,heading,first line],…],[line steps],"lines"]`, see `SearchText`.
  let text: [UInt8]

  init(_ page: SearchPage) {
    var counter = TermCounter()
    counter.add(page.title, weight: 8)
    if let system = page.system { counter.add(system, weight: 2) }
    for section in page.sections {
      let weight: UInt8 = section.level <= 2 ? 4 : section.level == 3 ? 3 : 2
      counter.add(section.heading, weight: weight)
      for line in section.lines { counter.add(line.text, weight: line.isCode ? 2 : 1) }
    }
    terms = counter.terms
    weights = counter.weights
    length = counter.length
    var head: [UInt8] = []
    for part in [page.url, page.title, page.kind, page.system ?? ""] {
      head.append(UInt8(ascii: head.isEmpty ? "[" : ","))
      SearchScript.append(string: part, to: &head)
    }
    self.head = head
    text = SearchText(page.sections).json
  }
}

/// Counts the terms of a page.
private struct TermCounter {
  private(set) var terms = TermTable()
  private(set) var weights: [UInt8] = []
  private(set) var length = 0
  private var analyzer = Analyzer()

  mutating func add(_ text: String, weight: UInt8) {
    analyzer.read(text.utf8.span)
    for range in analyzer.tokens {
      let term = terms.number(of: analyzer.folded, range)
      if term == weights.count { weights.append(0) }
      let (sum, isTooMuch) = weights[term].addingReportingOverflow(weight)
      weights[term] = isTooMuch ? .max : sum
      length += Int(weight)
    }
  }
}
