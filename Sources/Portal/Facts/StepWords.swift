internal import Bindings

/// The words of `vocabulary.yaml` by which the steps of procedures are found.
struct StepWords: Sendable {
  /// What the words of a heading or of a line say of the list below it.
  enum Verdict: Sendable {
    case procedure
    /// By words of recovery alone.
    case recovery
    case listing
  }

  /// A word before a number, and what has to stand behind it.
  private final class Name: Sendable {
    let word: [UInt8]
    let end: [UInt8]
    let isPhase: Bool

    init(_ word: [UInt8], end: [UInt8], isPhase: Bool) {
      self.word = word
      self.end = end
      self.isPhase = isPhase
    }

    /// Whether the word stands at an offset.
    func stands(in text: Swift.Span<UInt8>, at offset: Int) -> Bool {
      let word = word
      return text.has(word.span, at: offset)
    }
  }

  private let names: [Name]
  /// The places among the names of those that begin with a byte.
  private let starts: [Range<Int>]
  private let verdicts: WordTable<Verdict>
  private let automatic: [[UInt8]]
  private let chapters: [[UInt8]]

  init(_ root: YAMLNode) {
    func names(_ key: String, isPhase: Bool) -> [Name] {
      Vocabulary.list(root[key]).map { bytes in
        let parts = bytes.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
        return Name(Array(parts[0]), end: Array(parts.dropFirst().joined()), isPhase: isPhase)
      }
    }
    // In the order of their first bytes, and of those with the same one as they are listed.
    let all = names("steps", isPhase: false) + names("phases", isPhase: true)
    var sorted: [Name] = []
    var starts: [Range<Int>] = []
    for byte in 0...UInt8.max {
      let first = sorted.count
      sorted += all.filter { $0.word[0] == byte }
      starts.append(first..<sorted.count)
    }
    self.names = sorted
    self.starts = starts
    func words(_ key: String, _ verdict: Verdict) -> [(words: [UInt8], value: Verdict)] {
      Vocabulary.list(root[key]).map { ($0, verdict) }
    }
    verdicts = WordTable(
      words("procedures", .procedure) + words("recoveries", .recovery)
        + words("listings", .listing)
    )
    automatic = Vocabulary.list(root["automatic"])
    chapters = Vocabulary.list(root["chapters"])
  }

  /// What a text says of what stands below it; nil where it says nothing.
  func verdict(_ text: FoldedText) -> Verdict? {
    var found: Verdict?
    for offset in text.bytes.indices where text.startsWord(offset) {
      switch verdicts.longest(in: text, at: offset)?.value {
      case .procedure: return .procedure
      case .listing: found = .listing
      case .recovery: found = found ?? .recovery
      case nil: break
      }
    }
    return found
  }

  func isAutomatic(_ text: FoldedText) -> Bool { text.contains(automatic) }

  /// Whether a heading gathers procedures.
  func isChapter(_ text: FoldedText) -> Bool { text.contains(chapters) }

  /// Whether a text is one of the words before numbers.
  func isName(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    return names.contains { $0.end.isEmpty && $0.word == bytes }
  }

  /// Whether "Step 1" or "1." may begin with a letter or digit.
  func mayNumber(_ byte: UInt8) -> Bool { byte.isDigit || !starts[Int(byte)].isEmpty }

  /// The number and the title of "Step 1: Stop writes", and whether it is only a phase.
  func named(_ text: String) -> (number: Int, title: String, isPhase: Bool)? {
    named(text, FoldedText(folding: text))
  }

  /// The same, of a text that is folded already.
  func named(
    _ text: String,
    _ folded: FoldedText
  ) -> (number: Int, title: String, isPhase: Bool)? {
    let bytes = folded.bytes.span
    var start = 0
    while start < bytes.count, !bytes[start].isLetterOrDigit { start += 1 }
    guard start < bytes.count else { return nil }
    for place in starts[Int(bytes[start])] {
      let name = names[place]
      guard name.stands(in: bytes, at: start) else { continue }
      let tail = name.end
      var end = folded.skipSpaces(start + name.word.count)
      if end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
      guard let number = Self.number(bytes, &end), bytes.has(tail.span, at: end),
        let title = Self.title(text.utf8.span.extracting((end + tail.count)...))
      else { continue }
      return (number, title, name.isPhase)
    }
    return nil
  }

  /// The number of one to three digits at a place, which goes behind it.
  private static func number(_ bytes: Swift.Span<UInt8>, _ place: inout Int) -> Int? {
    var number = 0
    let start = place
    while place < bytes.count, bytes[place].isDigit, place < start + 4 {
      number = 10 * number + Int(bytes[place] - 48)
      place += 1
    }
    return (1...3).contains(place - start) ? number : nil
  }

  /// The number and the title of "2) Restore"; nil for "1.2 Scope".
  static func numbered(_ text: String) -> (number: Int, title: String)? {
    let bytes = text.utf8.span
    var end = 0
    while end < bytes.count, Byte.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "*") {
      end += 1
    }
    guard let number = number(bytes, &end) else { return nil }
    let isWide = bytes.has("．".utf8.span, at: end) || bytes.has("、".utf8.span, at: end)
    let isMarked = end < bytes.count && ".)".utf8.contains(bytes[end])
    guard isWide || isMarked && end + 1 < bytes.count && Byte.isSpace(bytes[end + 1]) else {
      return nil
    }
    let rest = bytes.extracting((end + (isWide ? 3 : 1))..<bytes.count)
    let title = MarkedOutline.tidied(rest)
    return title.isEmpty ? nil : (number, title)
  }

  /// What follows a number; nil where the number goes on, as in "Step 1-3" or "Step 2.1".
  private static func title(_ rest: Swift.Span<UInt8>) -> String? {
    guard rest.count > 0 else { return "" }
    let first = rest[0]
    if ":.-)|*".utf8.contains(first) {
      guard rest.count < 2 || !rest[1].isDigit else { return nil }
      return MarkedOutline.tidied(rest.extracting(1...))
    }
    if let length = length(of: ["：", "—", "–", "．", "、"], rest) {
      return MarkedOutline.tidied(rest.extracting(length...))
    }
    guard Byte.isSpace(first) else { return nil }
    let text = rest.extracting(rest.trimmed(0..<rest.count, of: Byte.isSpace))
    if let length = length(of: ["-", "–", "—", ":", "："], text) {
      return MarkedOutline.tidied(text.extracting(length...))
    }
    // "Step 1 (5 min)", "Step 1 Stop writes", but not "step 1 is to stop writes".
    guard text.count > 0 else { return "" }
    let letter = text[0]
    return letter == UInt8(ascii: "(") || letter >= 0x41 && letter <= 0x5A || letter >= 0x80
      ? MarkedOutline.tidied(text) : nil
  }

  /// How long the joint is that a text begins with.
  private static func length(of joints: [String], _ text: Swift.Span<UInt8>) -> Int? {
    joints.first { text.has($0.utf8.span, at: 0) }?.utf8.count
  }
}
