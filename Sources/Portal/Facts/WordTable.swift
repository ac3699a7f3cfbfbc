/// Words by their first word, so that most places of a text cost one look.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let start: Int
    let count: Int
    let value: Value
  }

  /// For each slot the first of its entries; one more than there are slots.
  private var starts: [Int32] = [0]
  private var entries: [Entry] = []
  /// The bytes of all words, one after the other.
  private var bytes: [UInt8] = []

  private static var slots: Int { 4096 }

  /// Words of two bytes and more; shorter ones are left out.
  init(_ pairs: [(words: [UInt8], value: Value)]) {
    var slots: [[Int]] = Array(repeating: [], count: Self.slots)
    for (index, pair) in pairs.enumerated() where pair.words.count > 1 {
      let words = pair.words
      slots[Self.slot(in: words.span, at: 0)].append(index)
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
    each(of: candidates(text, offset), in: text, at: offset, body)
  }

  /// Calls with every value whose words stand in the text.
  func each(in text: FoldedText, _ body: (Value) -> Void) {
    let bytes = text.bytes.span
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let hash = Self.hash(ofLetters: bytes, &offset)
      if offset > start {
        if start + 1 < bytes.count { each(of: entries(Self.slot(hash)), in: text, at: start, body) }
        // What follows a letter starts no word.
        continue
      }
      if bytes[offset] >= 0xC0 || bytes[offset].isDigit { each(in: text, at: offset, body) }
      offset += 1
    }
  }

  private func each(
    of places: Range<Int>,
    in text: FoldedText,
    at offset: Int,
    _ body: (Value) -> Void
  ) {
    for index in places where has(index, text, offset) { body(entries[index].value) }
  }

  private func entries(_ slot: Int) -> Range<Int> { Int(starts[slot])..<Int(starts[slot + 1]) }

  private func candidates(_ text: FoldedText, _ offset: Int) -> Range<Int> {
    guard offset + 1 < text.bytes.count else { return 0..<0 }
    return entries(Self.slot(in: text.bytes.span, at: offset))
  }

  private func has(_ index: Int, _ text: FoldedText, _ offset: Int) -> Bool {
    let entry = entries[index]
    let end = offset + entry.count
    guard end <= text.bytes.count else { return false }
    let (words, bytes) = (bytes.span, text.bytes.span)
    for place in 0..<entry.count where words[entry.start + place] != bytes[offset + place] {
      return false
    }
    return text.isEdge(offset) && text.isEdge(end)
  }

  /// The slot of the letters of ASCII at an offset, or of what stands there instead.
  ///
  /// Words are found as a whole only, so the letters at the start of an entry are all of the
  /// letters at the place where it is found.
  private static func slot(in bytes: Swift.Span<UInt8>, at offset: Int) -> Int {
    var end = offset
    var hash = Self.hash(ofLetters: bytes, &end)
    if end == offset {
      // A digit or a sign with what follows it, or a character of Chinese or Japanese.
      hash = UInt32(bytes[offset]) << 8 | UInt32(bytes[offset + 1])
      if bytes[offset] >= 0xE0, offset + 2 < bytes.count {
        hash = hash << 8 | UInt32(bytes[offset + 2])
      }
      hash = hash &* 2_654_435_769
    }
    return slot(hash)
  }

  /// A hash of the letters of ASCII at an offset, which goes behind them.
  @inline(__always)
  private static func hash(ofLetters bytes: Swift.Span<UInt8>, _ offset: inout Int) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    while offset < bytes.count, bytes[offset].isASCIILetter {
      hash = (hash ^ UInt32(bytes[offset])) &* 16_777_619
      offset += 1
    }
    return hash
  }

  private static func slot(_ hash: UInt32) -> Int { Int((hash ^ hash >> 15) % UInt32(slots)) }
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
