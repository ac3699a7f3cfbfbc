/// Reads the title of a scenario from a heading, a line or a cell that numbers it.
struct ScenarioTitle {
  /// How surely a text names a scenario.
  enum Kind: Int, Comparable {
    /// "Strategy 2: the office is lost": counts where another of its kind names a failure.
    case approach
    /// "Runbook: the queue is full", "DR-01: fire": counts beside others of its kind.
    case repeated
    /// "Scenario 1: fire".
    case numbered

    static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  let text: String
  let kind: Kind
  /// Whether a number or a letter stands before the title.
  var hasNumber = false

  /// What follows "Scenario 1:", "Scenario A —", "Disaster scenario #2", "Case 3:", "DR-01:".
  init?(_ text: String, _ words: Vocabulary) {
    let folded = FoldedText(folding: text)
    guard
      let word = Self.starts(of: folded).lazy.compactMap({ start in
        Self.word(in: folded, from: start, words)
      }).first
    else { return nil }
    var offset = folded.skipSpaces(word.end)
    while offset < folded.bytes.count, "#(-".utf8.contains(folded.bytes[offset]),
      offset + 1 < folded.bytes.count, folded.bytes[offset + 1].isLetterOrDigit
    {
      offset += 1
    }
    let number = Self.number(in: folded, at: offset, words)
    let next = folded.skipSpaces(number.upperBound)
    guard let joint = Self.joint(folded.bytes[next...], isClosed: offset > word.end) else {
      return nil
    }
    // "Scenario-based" is one word, "Scenario 1 of 3" no title.
    let isNumber = !number.isEmpty && folded.bytes[number].allSatisfy(\.isDigit)
    guard joint > 0 || isNumber else { return nil }
    guard !number.isEmpty || !word.needsNumber && Self.isColon(folded.bytes[next...]) else {
      return nil
    }
    self.text = Self.tidied(String(Array(text.utf8)[(next + joint)...]))
    kind = word.kind
    hasNumber = !number.isEmpty
    if kind < .numbered, Self.isProcedure(self.text, words) { return nil }
  }

  // MARK: The parts

  private struct Word {
    let kind: Kind
    let end: Int
    let needsNumber: Bool
  }

  /// Where the first word may start: a sign or an emoji may go before it.
  private static func starts(of text: FoldedText) -> [Int] {
    guard let start = text.bytes.firstIndex(where: \.isLetterOrDigit) else { return [] }
    let first = text.bytes[start...].prefix { !Byte.isSpace($0) }
    guard first.allSatisfy({ $0 >= 0x80 }) else {
      return text.bytes[start].isDigit ? [] : [start]
    }
    return [start, text.skipSpaces(first.endIndex)]
  }

  /// "Scenario", "Disaster scenario", "Case", "Runbook", "DR".
  private static func word(in text: FoldedText, from start: Int, _ words: Vocabulary) -> Word? {
    var offset = start
    for place in 0..<3 {
      guard offset < text.bytes.count,
        let (marks, end) = words.facts.marks.longest(in: text, at: offset)
      else { return nil }
      if marks.has([.scenario, .scenarios]) {
        return Word(kind: .numbered, end: end, needsNumber: false)
      }
      if place == 0, marks.has(.playbook) {
        return Word(kind: .repeated, end: end, needsNumber: false)
      }
      if place == 0, marks.has(.approach) {
        return Word(kind: .approach, end: end, needsNumber: true)
      }
      if place == 0, marks.has(.occurrence), !Self.isFollowed(end, text, words) {
        return Word(kind: .repeated, end: end, needsNumber: true)
      }
      guard marks.has([.restore, .risk, .incident]), !marks.has(.drill) else { return nil }
      let next = text.skipSpaces(end)
      if place == 0, next == end, text.bytes[next...].first == UInt8(ascii: "-"),
        text.bytes[next...].dropFirst().first?.isDigit == true
      {
        return Word(kind: .repeated, end: end, needsNumber: true)
      }
      // "Restore — Scenario A: the till is lost"
      offset = text.skipSpaces(next + (joint(text.bytes[next...], isClosed: false) ?? 0))
    }
    return nil
  }

  /// Whether "scenario" follows, as in "Disaster scenario 1".
  private static func isFollowed(_ end: Int, _ text: FoldedText, _ words: Vocabulary) -> Bool {
    words.facts.marks.longest(in: text, at: text.skipSpaces(end))?.value.has(.scenario) == true
  }

  /// "1", "A", "3.2", "3a", "two".
  private static func number(
    in text: FoldedText,
    at start: Int,
    _ words: Vocabulary
  ) -> Range<Int> {
    guard start < text.bytes.count else { return start..<start }
    if let (_, end) = words.facts.numbers.longest(in: text, at: start) { return start..<end }
    var run = text.bytes[start...].prefix { $0.isASCIILetter || $0.isDigit || $0 == 46 }
    if run.last == UInt8(ascii: ".") { run.removeLast() }
    return run.count <= 4 ? run.startIndex..<run.endIndex : start..<start
  }

  /// The length of ":", "-", "—" and the like; 0 where a word follows the number.
  private static func joint(_ rest: ArraySlice<UInt8>, isClosed: Bool) -> Int? {
    guard let first = rest.first else { return nil }
    if ":-.|".utf8.contains(first) || isClosed && first == UInt8(ascii: ")") { return 1 }
    for sign in ["—", "–", "：", "·", "、", "）", "→"] where rest.starts(with: sign.utf8) {
      return sign.utf8.count
    }
    return 0
  }

  private static func isColon(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first == Byte.colon || rest.starts(with: "：".utf8)
      || ["—", "–", "- "].contains { rest.starts(with: $0.utf8) }
  }

  /// A runbook may tell how something is done, and name no failure.
  private static func isProcedure(_ title: String, _ words: Vocabulary) -> Bool {
    let text = FoldedText(folding: title)
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return true }
    let first = words.facts.marks.longest(in: text, at: start)?.value ?? []
    return first.has([.restore, .backup, .drill, .verification])
  }

  /// Whether a title begins or ends with the word for a failure: "Loss of data", "Site outage".
  static func isFailure(_ title: String, _ words: Vocabulary) -> Bool {
    let text = FoldedText(folding: title)
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return false }
    let last = text.bytes.indices.last { text.startsWord($0) && text.isEdge($0) } ?? start
    return [start, last].contains {
      words.facts.marks.longest(in: text, at: $0)?.value.has([.incident, .loss]) == true
    }
  }

  // MARK: Signs around a title

  /// A title without what numbers it, as in "A) Fire", "F-2 — Fire" and "3.1 Fire".
  static func unnumbered(_ title: String) -> String {
    let bytes = Array(ComponentName.unnumbered(title).utf8)
    let code = bytes.prefix { $0.isDigit || $0 == UInt8(ascii: "-") || $0 >= 65 && $0 <= 90 }
    let letters = code.prefix { $0 >= 65 && $0 <= 90 }
    let isCode =
      letters.count == 1 && code.count == 1
      || (1...4).contains(letters.count) && code.last?.isDigit == true
    let rest = bytes[code.endIndex...].drop(while: Byte.isSpace)
    guard isCode, code.endIndex < bytes.count,
      let joint = joint(rest, isClosed: true), joint > 0,
      code.count > 1 || rest.startIndex == code.endIndex || rest.first != UInt8(ascii: "-")
    else { return tidied(String(bytes[...])) }
    return tidied(String(rest.dropFirst(joint)))
  }

  private static func tidied(_ text: String) -> String { MarkedOutline.tidied(text) }
}
