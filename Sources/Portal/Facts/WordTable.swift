/// Words by their first two bytes, so that most places of a text cost one look.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let start: Int
    let count: Int
    let value: Value
  }

  private var starts: [Int32] = [0]
  private var entries: [Entry] = []
  /// The bytes of all words, one after the other.
  private var bytes: [UInt8] = []

  /// Words of two bytes and more; shorter ones are left out.
  init(_ pairs: [(words: [UInt8], value: Value)]) {
    var slots: [[Int]] = Array(repeating: [], count: 4096)
    for (index, pair) in pairs.enumerated() where pair.words.count > 1 {
      slots[Self.slot(pair.words[0], pair.words[1])].append(index)
    }
    for slot in slots {
      for index in slot.sorted(by: { pairs[$0].words.count > pairs[$1].words.count }) {
        let words = pairs[index].words
        entries.append(Entry(start: bytes.count, count: words.count, value: pairs[index].value))
        bytes += words
      }
      starts.append(Int32(entries.count))
    }
  }

  /// The longest of the words that stand at an offset, and where they end.
  func longest(in text: FoldedText, at offset: Int) -> (value: Value, end: Int)? {
    guard offset + 1 < text.bytes.count else { return nil }
    for index in candidates(text, offset) where has(index, text, offset) {
      return (entries[index].value, offset + entries[index].count)
    }
    return nil
  }

  /// The first of the words in a range.
  func first(in text: FoldedText, _ range: Range<Int>) -> (value: Value, range: Range<Int>)? {
    for offset in range where text.startsWord(offset) {
      if let (value, end) = longest(in: text, at: offset), end <= range.upperBound {
        return (value, offset..<end)
      }
    }
    return nil
  }

  /// Calls with every value whose words stand at an offset.
  func each(in text: FoldedText, at offset: Int, _ body: (Value) -> Void) {
    guard offset + 1 < text.bytes.count else { return }
    for index in candidates(text, offset) where has(index, text, offset) {
      body(entries[index].value)
    }
  }

  private func candidates(_ text: FoldedText, _ offset: Int) -> Range<Int> {
    let slot = Self.slot(text.bytes[offset], text.bytes[offset + 1])
    return Int(starts[slot])..<Int(starts[slot + 1])
  }

  private func has(_ index: Int, _ text: FoldedText, _ offset: Int) -> Bool {
    let entry = entries[index]
    guard offset + entry.count <= text.bytes.count else { return false }
    for place in 0..<entry.count where bytes[entry.start + place] != text.bytes[offset + place] {
      return false
    }
    return text.isEdge(offset) && text.isEdge(offset + entry.count)
  }

  private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) << 5 ^ Int(second)) & 4095
  }
}

extension FoldedText {
  /// A text in lower case of the same length: A to Z and the capitals of Latin-1.
  init(folding text: String) {
    var folded = Array(text.utf8)
    for index in folded.indices {
      let byte = folded[index]
      if byte >= 0x41, byte <= 0x5A {
        folded[index] = byte | 0x20
      } else if byte >= 0x80, byte <= 0x9E, byte != 0x97, index > 0, folded[index - 1] == 0xC3 {
        folded[index] = byte + 0x20
      }
    }
    self.init(bytes: folded)
  }

  /// Whether a word may start at an offset: no letter of ASCII goes before one, no digit a digit.
  func startsWord(_ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte >= 0x80 { return byte >= 0xC0 }
    guard byte.isLetterOrDigit else { return false }
    return offset == 0 || !bytes[offset - 1].isASCIILetter || byte.isDigit
  }

  /// Whether one of some words stands at the start, after signs that are no letters.
  func starts(with words: [[UInt8]]) -> Bool {
    guard let start = bytes.firstIndex(where: \.isLetterOrDigit) else { return false }
    return words.contains { has($0, at: start) }
  }
}
