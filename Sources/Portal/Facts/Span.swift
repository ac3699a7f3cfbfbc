internal import Bindings

/// A length of time as a plan states it.
struct Span: Equatable, Sendable {
  /// What stands before the number.
  enum Qualifier: String, CaseIterable, Sendable {
    /// "<": the number itself is not within.
    case strict
    /// "up to", "within".
    case upto
    /// "~".
    case about
    /// "> 7 days": no upper end.
    case least
  }

  /// In seconds; equal unless the plan states a range.
  let minimum: Int
  let maximum: Int
  let qualifier: Qualifier?
  /// Where it stands in the folded text.
  let range: Range<Int>

  /// The first span at or after an offset.
  static func first(in text: FoldedText, from start: Int = 0, _ words: Vocabulary) -> Span? {
    let bytes = text.bytes.span
    var offset = start
    while offset < bytes.count {
      let word = ByteWord(bytes, at: offset)
      let starts =
        word.letters | word.digits | word.wideStarts | word.places(of: UInt8(ascii: "~"))
        | word.places(of: UInt8(ascii: "<")) | word.places(of: UInt8(ascii: ">"))
      offset += starts.trailingZeroBitCount / 8
      guard starts != 0 else { continue }
      if mayStart(text, offset, words), let span = Span(at: offset, in: text, words) { return span }
      let isLetter = bytes[offset].isASCIILetter
      offset += 1
      // Nothing starts within a word.
      while isLetter, offset < bytes.count, bytes[offset].isASCIILetter { offset += 1 }
    }
    return nil
  }

  /// The first span in a range of a text.
  static func first(in text: FoldedText, _ range: Range<Int>, _ words: Vocabulary) -> Span? {
    for offset in range where mayStart(text, offset, words) {
      if let span = Span(at: offset, in: text, words), span.range.upperBound <= range.upperBound {
        return span
      }
    }
    return nil
  }

  /// A digit, a sign such as "<", or one of the words that a span begins with.
  private static func mayStart(_ text: FoldedText, _ offset: Int, _ words: Vocabulary) -> Bool {
    let byte = text.bytes[offset]
    guard byte.isASCIILetter else {
      return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "~")
        || text.startsWord(offset)
    }
    guard text.startsWord(offset) else { return false }
    // "PT4H" is no word.
    return byte == UInt8(ascii: "p") || words.facts.openings.longest(in: text, at: offset) != nil
  }

  /// The span that starts at an offset, qualifiers included.
  init?(at start: Int, in text: FoldedText, _ words: Vocabulary, unit defaultUnit: Int? = nil) {
    guard start == 0 || !text.bytes[start - 1].isDigit && text.bytes[start - 1] != UInt8(ascii: ".")
    else { return nil }
    var reader = SpanReader(text: text, words: words, offset: text.skipSpaces(start))
    let qualifier = reader.qualifier()
    guard let (low, high) = reader.quantity(defaultUnit) else { return nil }
    minimum = low
    maximum = high
    range = start..<reader.offset
    self.qualifier = reader.closing() ?? qualifier
  }

  /// The largest of the spans of a cell, as in "4 h by day · 8 h by night"; brackets only explain.
  static func largest(
    in text: FoldedText,
    at start: Int,
    _ words: Vocabulary,
    unit: Int? = nil
  ) -> Span? {
    guard var best = Span(at: start, in: text, words, unit: unit) else { return nil }
    var offset = best.range.upperBound
    var depth = 0
    while offset < text.bytes.count {
      let separator = Self.separator(text, offset, &depth)
      offset += max(1, separator)
      if depth == 0, separator > 0, let next = Span(at: offset, in: text, words),
        next.maximum > best.maximum
      {
        best = next
      }
    }
    return best
  }

  /// The length of a separator of alternatives; keeps count of brackets.
  private static func separator(_ text: FoldedText, _ offset: Int, _ depth: inout Int) -> Int {
    let (sign, count) = text.sign(at: offset)
    switch sign {
    case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: "/"), UInt8(ascii: ";"): return count
    case 0xC2 where text.bytes[offset...].starts(with: [0xC2, 0xB7]): return 2  // "·"
    default: break
    }
    return 0
  }
}
