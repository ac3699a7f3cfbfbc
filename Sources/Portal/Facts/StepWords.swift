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
  private struct Name: Sendable {
    let word: [UInt8]
    let end: [UInt8]
    let isPhase: Bool
  }

  private let names: [Name]
  /// The bytes that they begin with.
  private let starts: [Bool]
  private let verdicts: WordTable<Verdict>
  private let automatic: [[UInt8]]
  private let chapters: [[UInt8]]

  init(_ root: YAMLNode) {
    func names(_ key: String, isPhase: Bool) -> [Name] {
      Vocabulary.list(root[key]).map { bytes in
        let parts = bytes.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
        return Name(word: Array(parts[0]), end: Array(parts.dropFirst().joined()), isPhase: isPhase)
      }
    }
    self.names = names("steps", isPhase: false) + names("phases", isPhase: true)
    var starts = Array(repeating: false, count: 256)
    for name in self.names { starts[Int(name.word[0])] = true }
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
  func mayNumber(_ byte: UInt8) -> Bool { byte.isDigit || starts[Int(byte)] }

  /// The number and the title of "Step 1: Stop writes", and whether it is only a phase.
  func named(_ text: String) -> (number: Int, title: String, isPhase: Bool)? {
    named(text, FoldedText(folding: text))
  }

  /// The same, of a text that is folded already.
  func named(
    _ text: String,
    _ folded: FoldedText
  ) -> (number: Int, title: String, isPhase: Bool)? {
    guard let start = folded.bytes.firstIndex(where: \.isLetterOrDigit),
      starts[Int(folded.bytes[start])]
    else { return nil }
    for name in names where folded.bytes[start...].starts(with: name.word) {
      var offset = folded.skipSpaces(start + name.word.count)
      if offset < folded.bytes.count, folded.bytes[offset] == UInt8(ascii: "#") { offset += 1 }
      let digits = folded.bytes[offset...].prefix(while: \.isDigit)
      guard (1...3).contains(digits.count), let number = Int(String(digits)) else { continue }
      var end = digits.endIndex
      guard folded.bytes[end...].starts(with: name.end) else { continue }
      end += name.end.count
      guard let title = Self.title(Array(text.utf8)[end...]) else { continue }
      return (number, title, name.isPhase)
    }
    return nil
  }

  /// The number and the title of "2) Restore"; nil for "1.2 Scope".
  static func numbered(_ text: String) -> (number: Int, title: String)? {
    let bytes = Array(text.utf8)[...].drop { Byte.isSpace($0) || $0 == UInt8(ascii: "*") }
    let digits = bytes.prefix(while: \.isDigit)
    guard (1...3).contains(digits.count), let number = Int(String(digits)) else { return nil }
    let rest = bytes.dropFirst(digits.count)
    let isWide = rest.starts(with: "．".utf8) || rest.starts(with: "、".utf8)
    guard isWide || rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      isWide || rest.dropFirst().first.map(Byte.isSpace) == true
    else { return nil }
    let title = MarkedOutline.tidied(String(rest.dropFirst(isWide ? 3 : 1)))
    return title.isEmpty ? nil : (number, title)
  }

  /// What follows a number; nil where the number goes on, as in "Step 1-3" or "Step 2.1".
  private static func title(_ rest: ArraySlice<UInt8>) -> String? {
    guard let first = rest.first else { return "" }
    for joint in ["：", "—", "–", "．", "、"] where rest.starts(with: joint.utf8) {
      return MarkedOutline.tidied(String(rest.dropFirst(joint.utf8.count)))
    }
    if ":.-)|*".utf8.contains(first) {
      let next = rest.dropFirst().first
      guard next?.isDigit != true else { return nil }
      return MarkedOutline.tidied(String(rest.dropFirst()))
    }
    guard Byte.isSpace(first) else { return nil }
    let text = rest.trimmed(of: Byte.isSpace)
    for joint in ["-", "–", "—", ":", "："] where text.starts(with: joint.utf8) {
      return MarkedOutline.tidied(String(text.dropFirst(joint.utf8.count)))
    }
    // "Step 1 (5 min)", "Step 1 Stop writes", but not "step 1 is to stop writes".
    guard let letter = text.first else { return "" }
    return letter == UInt8(ascii: "(") || letter >= 0x41 && letter <= 0x5A || letter >= 0x80
      ? MarkedOutline.tidied(String(text)) : nil
  }
}
