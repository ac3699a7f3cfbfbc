/// Words by their first word, so that most places of a text cost one look.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let start: Int32
    let count: Int32
    let value: Value
  }

  /// The four bytes behind the first word of an entry, and which of them it has: most entries of a
  /// slot share their first word and part here.
  private struct Tail: Sendable {
    let bytes: UInt32
    let mask: UInt32
  }

  /// The entries that may stand at an offset, with the four bytes behind the letters there.
  private struct Candidates {
    let places: Range<Int>
    let next: UInt32
  }

  /// For each slot the first of its entries; one more than there are slots.
  private var starts: [Int32] = [0]
  private var entries: [Entry] = []
  /// One for each entry.
  private var tails: [Tail] = []
  /// The bytes of all words, one after the other.
  private var bytes: [UInt8] = []
  /// A bit for each hash that a word has: most words of a text are none of the table, and a small
  /// set tells so without a look at the slots.
  private var filter: [UInt64] = Array(repeating: 0, count: hashes / 64)

  private static var hashes: Int { 16384 }
  /// A power of two; several for each word, so that few words share one.
  private let slots: Int

  /// Words of two bytes and more; shorter ones are left out.
  init(_ pairs: [(words: [UInt8], value: Value)]) {
    var count = 64
    while count < 8 * pairs.count, count < Self.hashes { count *= 2 }
    slots = count
    var placed: [[Int]] = Array(repeating: [], count: slots)
    for (index, pair) in pairs.enumerated() where pair.words.count > 1 {
      let words = pair.words
      let hash = Self.hash(in: words.span, at: 0).hash
      placed[hash & (slots - 1)].append(index)
      filter[hash / 64] |= 1 << UInt64(hash % 64)
    }
    for slot in placed {
      let ordered =
        slot.count > 1
        ? slot.sorted { pairs[$0].words.count > pairs[$1].words.count } : slot
      for index in ordered { add(pairs[index].words, pairs[index].value) }
      starts.append(Int32(entries.count))
    }
  }

  private mutating func add(_ words: [UInt8], _ value: Value) {
    let (_, end) = Self.hash(in: words.span, at: 0)
    let kept = min(4, words.count - end)
    entries.append(Entry(start: Int32(bytes.count), count: Int32(words.count), value: value))
    let mask: UInt32 = kept == 4 ? .max : 1 << UInt32(8 * kept) - 1
    tails.append(Tail(bytes: Self.next(words.span, end), mask: mask))
    bytes += words
  }

  /// The longest of the words that stand at an offset and end before another, and where they end.
  func longest(
    in text: FoldedText,
    at offset: Int,
    upTo limit: Int = .max
  ) -> (value: Value, end: Int)? {
    let found = candidates(text, offset)
    for index in found.places where has(index, found.next, text, offset) {
      let end = offset + Int(entries[index].count)
      if end <= limit { return (entries[index].value, end) }
    }
    return nil
  }

  /// The first of the words in a range.
  func first(in text: FoldedText, _ range: Range<Int>) -> (value: Value, range: Range<Int>)? {
    for offset in range where text.startsWord(offset) {
      if let (value, end) = longest(in: text, at: offset, upTo: range.upperBound) {
        return (value, offset..<end)
      }
    }
    return nil
  }

  /// Whether one of the words stands in the text.
  func stands(in text: FoldedText) -> Bool { first(in: text, text.bytes.indices) != nil }

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
      let letters = Self.hash(ofLetters: bytes, &offset)
      if offset > start { each(in: text, start..<offset, letters, body) }
      guard offset < bytes.count else { return }
      if bytes[offset] >= 0xC0 || bytes[offset].isDigit { each(in: text, at: offset, body) }
      offset += 1
    }
  }

  /// The same for a run of letters whose hash is known.
  private func each(
    in text: FoldedText,
    _ run: Range<Int>,
    _ letters: UInt32,
    _ body: (Value) -> Void
  ) {
    let hash = Self.mixed(letters)
    guard mayHave(hash), run.lowerBound + 1 < text.bytes.count else { return }
    let next = Self.next(text.bytes.span, run.upperBound)
    each(of: Candidates(places: entries(of: hash), next: next), in: text, at: run.lowerBound, body)
  }

  private func each(
    of found: Candidates,
    in text: FoldedText,
    at offset: Int,
    _ body: (Value) -> Void
  ) {
    for index in found.places where has(index, found.next, text, offset) {
      body(entries[index].value)
    }
  }

  @inline(__always)
  private func mayHave(_ hash: Int) -> Bool { filter[hash / 64] >> UInt64(hash % 64) & 1 == 1 }

  private func entries(of hash: Int) -> Range<Int> {
    let slot = hash & (slots - 1)
    return Int(starts[slot])..<Int(starts[slot + 1])
  }

  private func candidates(_ text: FoldedText, _ offset: Int) -> Candidates {
    let bytes = text.bytes.span
    guard offset + 1 < bytes.count else { return Candidates(places: 0..<0, next: 0) }
    let (hash, end) = Self.hash(in: bytes, at: offset)
    guard mayHave(hash) else { return Candidates(places: 0..<0, next: 0) }
    return Candidates(places: entries(of: hash), next: Self.next(bytes, end))
  }

  private func has(_ index: Int, _ next: UInt32, _ text: FoldedText, _ offset: Int) -> Bool {
    let tail = tails[index]
    guard (tail.bytes ^ next) & tail.mask == 0 else { return false }
    let entry = entries[index]
    let (start, count) = (Int(entry.start), Int(entry.count))
    let end = offset + count
    guard end <= text.bytes.count else { return false }
    let (words, bytes) = (bytes.span, text.bytes.span)
    for place in 0..<count where words[start + place] != bytes[offset + place] {
      return false
    }
    return text.isEdge(offset) && text.isEdge(end)
  }

  /// A hash of the letters of ASCII at an offset and where they end, or of what stands there
  /// instead.
  ///
  /// Words are found as a whole only, so the letters at the start of an entry are all of the
  /// letters at the place where it is found.
  private static func hash(
    in bytes: Swift.Span<UInt8>,
    at offset: Int
  ) -> (hash: Int, end: Int) {
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
    return (mixed(hash), end)
  }

  /// The four bytes at an offset, the first one lowest; 0 behind the end.
  private static func next(_ bytes: Swift.Span<UInt8>, _ offset: Int) -> UInt32 {
    if offset + 4 <= bytes.count {
      return UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8
        | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
    }
    var next: UInt32 = 0
    for place in 0..<max(0, min(4, bytes.count - offset)) {
      next |= UInt32(bytes[offset + place]) << UInt32(8 * place)
    }
    return next
  }

  /// A hash of the letters of ASCII at an offset, which goes behind them.
  @inline(__always)
  private static func hash(ofLetters bytes: Swift.Span<UInt8>, _ offset: inout Int) -> UInt32 {
    var hash: UInt32 = 0
    while offset < bytes.count, bytes[offset].isASCIILetter {
      // A turn instead of a product: each letter waits for the one before.
      hash = (hash << 5 | hash >> 27) ^ UInt32(bytes[offset])
      offset += 1
    }
    return hash &* 2_654_435_769
  }

  private static func mixed(_ hash: UInt32) -> Int { Int((hash ^ hash >> 15) % UInt32(hashes)) }
}

extension FoldedText {
  /// A text in lower case of the same length: A to Z and the capitals of Latin-1.
  init(folding text: String) {
    var folded = Array(text.utf8)
    var bytes = folded.mutableSpan
    var all: UInt8 = 0
    // No byte depends on another, so that the processor takes many at once.
    for index in 0..<bytes.count {
      let byte = bytes[index]
      all |= byte
      bytes[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    if all >= 0x80 { Self.foldLatin(&bytes) }
    self.init(bytes: folded)
  }

  private static func foldLatin(_ bytes: inout MutableSpan<UInt8>) {
    var before: UInt8 = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if before == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { bytes[index] = byte + 0x20 }
      before = byte
    }
  }

  /// Whether a word may start at an offset: no letter of ASCII goes before one, no digit a digit.
  func startsWord(_ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte >= 0x80 { return byte >= 0xC0 }
    guard byte.isLetterOrDigit else { return false }
    return offset == 0 || !bytes[offset - 1].isASCIILetter || byte.isDigit
  }

  /// The words of the text, in their order: runs of letters and digits.
  var words: [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var offset = 0
    while offset < bytes.count {
      if isWord(offset) {
        start = start ?? offset
      } else if let first = start {
        words.append(bytes[first..<offset])
        start = nil
      }
      offset += 1
      // A character is one as a whole.
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    if let start { words.append(bytes[start...]) }
    return words
  }

  /// Whether one of some words stands at the start, after signs that are no letters.
  func starts(with words: [[UInt8]]) -> Bool {
    guard let start = bytes.firstIndex(where: \.isLetterOrDigit) else { return false }
    return words.contains { has($0, at: start) }
  }
}
