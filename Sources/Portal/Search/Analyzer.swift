/// Cuts text into the terms of the search; `search.js` cuts queries and lines by the same rules.
///
/// 1. Letters lose case and accents. White space, quotes, brackets, `,;|<>` and signs outside ASCII
///    part chunks; other punctuation is trimmed off their ends.
/// 2. Each run of letters and digits is a term. A run in camel case is one as a whole and one for
///    each part: `CrashLoop` gives `crashloop crash loop`.
/// 3. A chunk with punctuation inside is a term as a whole, after its parts: `pg_restore` gives
///    `pg restore pg_restore`. Two hyphens before it stay: `--jobs` gives `jobs --jobs`.
/// 4. Scripts without spaces give each pair of neighbours; a single character stands for itself.
/// 5. A term of more than 64 bytes of UTF-8 is left out.
struct Analyzer {
  /// The folded text that `tokens` point into.
  private(set) var folded: [UInt8] = []
  /// The terms of the text, as ranges of `folded`.
  private(set) var tokens: [Range<Int>] = []
  private var kinds: [UInt8] = []

  private static let longest = 64
  // A copy in each value: a global is looked up again at each use.
  private let ascii = CharacterClass.ascii

  /// Reads a text; its terms are in `tokens` until the next one.
  mutating func read(_ text: borrowing Swift.Span<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    // No character is longer folded than as it was.
    if folded.count < text.count {
      folded = Array(repeating: 0, count: text.count * 2)
      kinds = folded
    }
    let count = Self.fold(text, ascii, &folded, &kinds)
    var start = 0
    while start < count {
      guard kinds[start] != CharacterClass.delimiter else {
        start += 1
        continue
      }
      var end = start + 1
      while end < count, kinds[end] != CharacterClass.delimiter { end += 1 }
      chunk(start, end)
      start = end
    }
  }

  // MARK: - Folding

  /// Fills the folded text and the class of each of its bytes; the result is their number.
  private static func fold(
    _ text: borrowing Swift.Span<UInt8>,
    _ ascii: [UInt8],
    _ folded: inout [UInt8],
    _ kinds: inout [UInt8]
  ) -> Int {
    let classes = ascii.span
    var bytes = folded.mutableSpan
    var marks = kinds.mutableSpan
    var count = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte < 0x80 {
        let kind = classes[Int(byte)]
        bytes[count] = kind == CharacterClass.capital ? byte | 32 : byte
        marks[count] = kind
        count += 1
        continue
      }
      // A String holds nothing but well-formed sequences.
      let rest = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      guard index + rest <= text.count else { break }
      var value = UInt32(byte) & (0x3F >> UInt32(rest))
      for offset in 0..<rest { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
      index += rest
      let wide = CharacterClass.wide(value)
      for (offset, byte) in wide.bytes.enumerated() {
        let isRest = offset > 0 && wide.kind == CharacterClass.ideograph
        bytes[count] = byte
        marks[count] = isRest ? CharacterClass.continuation : wide.kind
        count += 1
      }
    }
    return count
  }

  // MARK: - Chunks

  private mutating func chunk(_ first: Int, _ last: Int) {
    var start = first
    var end = last
    while start < end, kinds[start] == CharacterClass.joint { start += 1 }
    while end > start, kinds[end - 1] == CharacterClass.joint { end -= 1 }
    guard start < end else { return }
    let hyphen = UInt8(ascii: "-")
    let isOption =
      start - first >= 2 && folded[start - 1] == hyphen && folded[start - 2] == hyphen
    var isName = isOption
    var hasIdeographs = false
    var index = start
    while index < end {
      let from = index
      let kind = kinds[index]
      index += 1
      if kind == CharacterClass.joint {
        isName = true
      } else if kind >= CharacterClass.ideograph {
        while index < end, kinds[index] >= CharacterClass.ideograph { index += 1 }
        hasIdeographs = true
        pairs(from, index)
      } else {
        while index < end, Self.isWord(kinds[index]) { index += 1 }
        word(from, index)
      }
    }
    if isName, !hasIdeographs { emit(isOption ? start - 2 : start, end) }
  }

  private static func isWord(_ kind: UInt8) -> Bool {
    kind >= CharacterClass.letter && kind <= CharacterClass.capital
  }

  /// A run of letters and digits, then its parts when it is in camel case.
  private mutating func word(_ start: Int, _ end: Int) {
    emit(start, end)
    var part = start
    for index in (start + 1)..<max(start + 1, end) where startsPart(index, end) {
      emit(part, index)
      part = index
    }
    if part > start { emit(part, end) }
  }

  /// Whether a capital follows a small letter, or is the first of a word after other capitals.
  private func startsPart(_ index: Int, _ end: Int) -> Bool {
    guard kinds[index] == CharacterClass.capital else { return false }
    if kinds[index - 1] == CharacterClass.letter { return true }
    return index + 1 < end && kinds[index + 1] == CharacterClass.letter
  }

  private mutating func pairs(_ start: Int, _ end: Int) {
    var before = -1
    var from = start
    while from < end {
      var next = from + 1
      while next < end, kinds[next] == CharacterClass.continuation { next += 1 }
      if before >= 0 || next == end { emit(before >= 0 ? before : from, next) }
      before = from
      from = next
    }
  }

  private mutating func emit(_ start: Int, _ end: Int) {
    if end - start <= Self.longest { tokens.append(start..<end) }
  }
}
