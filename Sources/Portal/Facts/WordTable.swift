internal import Bindings

/// Words by their first word, so that most places of a text cost one look.
///
/// A class, although it never changes: as a value each look would count five references.
final class WordTable<Value: Sendable>: Sendable {
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
    /// Where those letters end.
    let end: Int
  }

  /// For each slot the first of its entries; one more than there are slots.
  private let starts: [Int32]
  private let entries: [Entry]
  /// One for each entry.
  private let tails: [Tail]
  /// The bytes of all words, one after the other.
  private let bytes: [UInt8]
  /// A bit for each hash that a word has: most words of a text are none of the table, and a small
  /// set tells so without a look at the slots.
  private let filter: [UInt64]

  private static var hashes: Int { 16384 }
  /// A power of two; several for each word, so that few words share one.
  private let slots: Int

  /// Words of two bytes and more; shorter ones are left out.
  init(_ pairs: [(words: [UInt8], value: Value)]) {
    var count = 64
    while count < 8 * pairs.count, count < Self.hashes { count *= 2 }
    slots = count
    var filter: [UInt64] = Array(repeating: 0, count: Self.hashes / 64)
    // The words of each slot, the longest first.
    var placed: [(slot: Int, shortness: Int, index: Int)] = []
    placed.reserveCapacity(pairs.count)
    for (index, pair) in pairs.enumerated() where pair.words.count > 1 {
      let words = pair.words
      let hash = Self.hash(of: words.span.word(at: 0), in: words.span, at: 0).hash
      placed.append((hash & (count - 1), -words.count, index))
      filter[hash / 64] |= 1 << UInt64(hash % 64)
    }
    placed.sort { $0 < $1 }
    var starts: [Int32] = []
    starts.reserveCapacity(count + 1)
    var entries: [Entry] = []
    entries.reserveCapacity(placed.count)
    var tails: [Tail] = []
    tails.reserveCapacity(placed.count)
    var bytes: [UInt8] = []
    for place in placed {
      while starts.count <= place.slot { starts.append(Int32(entries.count)) }
      let (words, value) = pairs[place.index]
      tails.append(Self.tail(of: words.span))
      entries.append(Entry(start: Int32(bytes.count), count: Int32(words.count), value: value))
      bytes += words
    }
    while starts.count <= count { starts.append(Int32(entries.count)) }
    (self.starts, self.entries, self.tails) = (starts, entries, tails)
    (self.bytes, self.filter) = (bytes, filter)
  }

  private static func tail(of words: Swift.Span<UInt8>) -> Tail {
    let first = words.word(at: 0)
    let (_, end) = hash(of: first, in: words, at: 0)
    let kept = min(4, words.count - end)
    let mask: UInt32 = kept == 4 ? .max : 1 << UInt32(8 * kept) - 1
    return Tail(bytes: next(of: first, in: words, 0, end), mask: mask)
  }

  /// The longest of the words that stand at an offset and end before another, and where they end.
  func longest(
    in text: FoldedText,
    at offset: Int,
    upTo limit: Int = .max
  ) -> (value: Value, end: Int)? {
    longest(of: candidates(text, offset), in: text, at: offset, upTo: limit)
  }

  private func longest(
    of found: Candidates,
    in text: FoldedText,
    at offset: Int,
    upTo limit: Int
  ) -> (value: Value, end: Int)? {
    for index in found.places where has(index, found.next, text, offset) {
      let end = offset + Int(entries[index].count)
      if end <= limit { return (entries[index].value, end) }
    }
    return nil
  }

  /// The first of the words in a range.
  func first(in text: FoldedText, _ range: Range<Int>) -> (value: Value, range: Range<Int>)? {
    let bytes = text.bytes.span
    var offset = range.lowerBound
    // What goes on with a word from before the range starts none.
    if offset > 0, offset < range.upperBound, bytes[offset - 1].isASCIILetter {
      while offset < range.upperBound, bytes[offset].isASCIILetter { offset += 1 }
    }
    while offset < range.upperBound {
      let start = Self.start(in: bytes, at: offset)
      offset += start
      guard start < 8, offset < range.upperBound else { continue }
      let found = candidates(text, offset)
      if let (value, end) = longest(of: found, in: text, at: offset, upTo: range.upperBound) {
        return (value, offset..<end)
      }
      offset = max(found.end, offset + 1)
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
    var base = 0
    while base < bytes.count {
      let block = ByteBlock(bytes, at: base)
      var starts = block.letters & ~(block.letters << 1)
      starts |= block.digits & ~(block.digits << 1) | block.wideStarts
      var next = base &+ 64
      while starts != 0 {
        let place = starts.trailingZeroBitCount
        starts &= starts &- 1
        let count = (~(block.letters &>> UInt64(place))).trailingZeroBitCount
        let offset = base &+ place
        // A word at the end of the block may go on behind it.
        if count > 0, place &+ count == 64, offset &+ count < bytes.count {
          if place > 0 {
            next = offset
          } else {
            each(in: text, at: offset, body)
            next = base &+ 64
            while next < bytes.count, bytes[next].isASCIILetter { next &+= 1 }
          }
          break
        }
        let first = bytes.word(at: offset)
        let hash = Self.hash(of: first, letters: count)
        guard mayHave(hash) else { continue }
        let end = offset &+ count
        let behind = Self.next(of: first, in: bytes, offset, end)
        let found = Candidates(places: entries(of: hash), next: behind, end: end)
        each(of: found, in: text, at: offset, body)
      }
      base = next
    }
  }

  /// How many of the next eight bytes go before one with which a word may start; 8 for all.
  @inline(__always)
  private static func start(in bytes: Swift.Span<UInt8>, at offset: Int) -> Int {
    let word = ByteWord(bytes, at: offset)
    return (word.letters | word.digits | word.wideStarts).trailingZeroBitCount / 8
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

  @inline(__always)
  private func candidates(_ text: FoldedText, _ offset: Int) -> Candidates {
    let bytes = text.bytes.span
    let first = bytes.word(at: offset)
    let (hash, end) = Self.hash(of: first, in: bytes, at: offset)
    guard mayHave(hash) else { return Candidates(places: 0..<0, next: 0, end: end) }
    let next = Self.next(of: first, in: bytes, offset, end)
    return Candidates(places: entries(of: hash), next: next, end: end)
  }

  private func has(_ index: Int, _ next: UInt32, _ text: FoldedText, _ offset: Int) -> Bool {
    let tail = tails[index]
    guard (tail.bytes ^ next) & tail.mask == 0 else { return false }
    let entry = entries[index]
    let (start, count) = (Int(entry.start), Int(entry.count))
    let end = offset + count
    guard end <= text.bytes.count else { return false }
    let table = self.bytes
    let (words, bytes) = (table.span, text.bytes.span)
    var place = 0
    while place < count {
      let other = words.word(at: start + place) ^ bytes.word(at: offset + place)
      let rest = count - place
      guard other &<< UInt64(max(0, 64 - 8 * rest)) == 0 else { return false }
      place += 8
    }
    return text.isEdge(offset) && text.isEdge(end)
  }

  /// A hash of the letters of ASCII at an offset and where they end, or of what stands there
  /// instead; `first` are the eight bytes there.
  ///
  /// Words are found as a whole only, so the letters at the start of an entry are all of the
  /// letters at the place where it is found.
  @inline(__always)
  private static func hash(
    of first: UInt64,
    in bytes: Swift.Span<UInt8>,
    at offset: Int
  ) -> (hash: Int, end: Int) {
    var count = letters(first)
    if count == 8 {
      var more = 8
      while more == 8 {
        more = letters(bytes.word(at: offset + count))
        count += more
      }
    }
    return (hash(of: first, letters: count), offset + count)
  }

  /// The same where it is known how many letters stand there.
  @inline(__always)
  private static func hash(of first: UInt64, letters count: Int) -> Int {
    // What lies behind the letters, or behind a digit or sign and what follows it, is shifted out.
    var kept = min(count, 8)
    if count == 0 { kept = first & 0xFF >= 0xE0 ? 3 : 2 }
    let word = first &<< UInt64(truncatingIfNeeded: 64 &- 8 &* kept)
    let hash = (word ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash &>> 50)
  }

  /// How many letters of ASCII eight bytes start with.
  @inline(__always)
  private static func letters(_ word: UInt64) -> Int {
    (ByteWord(word).letters ^ 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }

  /// The four bytes behind some letters, the first one lowest; 0 behind the end of the text.
  @inline(__always)
  private static func next(
    of first: UInt64,
    in bytes: Swift.Span<UInt8>,
    _ offset: Int,
    _ end: Int
  ) -> UInt32 {
    let count = end - offset
    let next = count <= 4 ? first &>> UInt64(8 * count) : bytes.word(at: end)
    return UInt32(truncatingIfNeeded: next)
  }
}
