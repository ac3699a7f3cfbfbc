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
    var offset = start
    while offset < text.bytes.count {
      if mayStart(text, offset), let span = Span(at: offset, in: text, words) { return span }
      offset += 1
    }
    return nil
  }

  /// A digit, a sign such as "<", or the start of a word.
  private static func mayStart(_ text: FoldedText, _ offset: Int) -> Bool {
    let byte = text.bytes[offset]
    return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "~")
      || text.startsWord(offset)
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
    self.qualifier = qualifier
    range = start..<reader.offset
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
    switch text.bytes[offset] {
    case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: "/"), UInt8(ascii: ";"): return 1
    case 0xC2 where text.bytes[offset...].starts(with: [0xC2, 0xB7]): return 2  // "·"
    default: break
    }
    return 0
  }
}

/// Reads the parts of a span from left to right.
private struct SpanReader {
  let text: FoldedText
  let words: Vocabulary
  var offset: Int

  mutating func qualifier() -> Span.Qualifier? {
    var found: Span.Qualifier?
    while let (end, qualifier) = nextQualifier() {
      found = qualifier
      offset = text.skipSpaces(end)
    }
    return found
  }

  private func nextQualifier() -> (Int, Span.Qualifier)? {
    guard offset < text.bytes.count else { return nil }
    if let (qualifier, end) = words.facts.qualifiers.longest(in: text, at: offset) {
      return (end, qualifier)
    }
    switch text.bytes[offset] {
    case UInt8(ascii: "<"): return (offset + 1, .strict)
    case UInt8(ascii: ">"): return (offset + 1, .least)
    case UInt8(ascii: "~"): return (offset + 1, .about)
    default: return nil
    }
  }

  /// "2 hours 15 minutes", "2-4 hours", "30 minutes - 2 hours", "PT4H", "0".
  mutating func quantity(_ defaultUnit: Int?) -> (Int, Int)? {
    if let seconds = isoDuration() { return (seconds, seconds) }
    guard let first = number() else { return nil }
    if let unit = unit() {
      let low = compound(first, unit)
      guard let (high, highUnit) = rangeEnd() else { return (low, low) }
      let top = seconds(high, highUnit ?? unit)
      return top >= low ? (low, top) : (low, low)
    }
    if let (high, highUnit) = rangeEnd(), let unit = highUnit ?? defaultUnit {
      return (seconds(first, unit), max(seconds(first, unit), seconds(high, unit)))
    }
    if first == 0, isBareZero() { return (0, 0) }
    guard let defaultUnit, isBareZero() else { return nil }
    return (seconds(first, defaultUnit), seconds(first, defaultUnit))
  }

  private func seconds(_ number: Double, _ unit: Int) -> Int {
    let value = (number * Double(unit)).rounded()
    return value < 1e12 ? Int(value) : 0
  }

  /// Adds "15 minutes" to "2 hours", and "30m" to "1h".
  private mutating func compound(_ number: Double, _ unit: Int) -> Int {
    var total = seconds(number, unit)
    var smallest = unit
    while true {
      let start = offset
      offset = text.skipSpaces(offset)
      for joint in joints where text.has(joint, at: offset) {
        offset = text.skipSpaces(offset + joint.count)
      }
      guard let more = self.number(), let moreUnit = self.unit(), moreUnit < smallest else {
        offset = start
        return total
      }
      total += seconds(more, moreUnit)
      smallest = moreUnit
    }
  }

  /// "- 4 hours" after "2" or "2 hours".
  private mutating func rangeEnd() -> (Double, Int?)? {
    let start = offset
    offset = text.skipSpaces(offset)
    for separator in words.ranges {
      let isSign = !separator[0].isASCIILetter
      guard isSign ? text.bytes[offset...].starts(with: separator) : text.has(separator, at: offset)
      else { continue }
      offset = text.skipSpaces(offset + separator.count)
      if let number = number() {
        let end = offset
        if let unit = unit() { return (number, unit) }
        offset = end
        if separator != [UInt8(ascii: "-")] || isBareZero() { return (number, nil) }
      }
      break
    }
    offset = start
    return nil
  }

  private mutating func number() -> Double? {
    let start = offset
    var value = 0.0
    var digits = 0
    while offset < text.bytes.count, text.bytes[offset].isDigit, digits < 9 {
      value = value * 10 + Double(text.bytes[offset] - 48)
      digits += 1
      offset += 1
    }
    guard digits > 0 else { return numberWord() }
    guard offset + 1 < text.bytes.count, ".,".utf8.contains(text.bytes[offset]),
      text.bytes[offset + 1].isDigit
    else { return value }
    offset += 1
    var scale = 0.1
    while offset < text.bytes.count, text.bytes[offset].isDigit {
      value += Double(text.bytes[offset] - 48) * scale
      scale /= 10
      offset += 1
    }
    // "10.0.0.1" and dates are no numbers of hours.
    if offset < text.bytes.count,
      text.bytes[offset] == UInt8(ascii: ".") && next(1)?.isDigit == true
    {
      offset = start
      return nil
    }
    return value
  }

  private func next(_ distance: Int) -> UInt8? {
    offset + distance < text.bytes.count ? text.bytes[offset + distance] : nil
  }

  private mutating func numberWord() -> Double? {
    guard offset < text.bytes.count, text.bytes[offset].isASCIILetter else { return nil }
    guard let (value, end) = words.facts.numbers.longest(in: text, at: offset) else { return nil }
    offset = end
    return Double(value)
  }

  private mutating func unit() -> Int? {
    var start = text.skipSpaces(offset)
    // "a 4-hour window"
    if start < text.bytes.count, text.bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard start < text.bytes.count else { return nil }
    for (word, seconds) in words.units[Int(text.bytes[start])] {
      let end = start + word.count
      guard end <= text.bytes.count, text.bytes[start..<end].elementsEqual(word) else { continue }
      guard !word[0].isASCIILetter || text.isEdge(end) else { continue }
      offset = end
      return seconds
    }
    return nil
  }

  /// A number that stands alone: nothing follows but the end, a bracket or a separator.
  private func isBareZero() -> Bool {
    let end = text.skipSpaces(offset)
    guard end < text.bytes.count else { return true }
    return "(,;|/*".utf8.contains(text.bytes[end])
      || text.bytes[end] == UInt8(ascii: ".") && end + 1 == text.bytes.count
  }

  /// ISO 8601: P1D, PT4H, PT1H30M.
  private mutating func isoDuration() -> Int? {
    guard offset + 2 < text.bytes.count, text.bytes[offset] == UInt8(ascii: "p") else { return nil }
    var index = offset + 1
    var inTime = false
    var total = 0
    var number = -1
    while index < text.bytes.count, let step = isoPart(text.bytes[index], &inTime, &number) {
      total += step
      index += 1
    }
    guard number == -1, index > offset + 2, text.isEdge(index) else { return nil }
    offset = index
    return total
  }

  private func isoPart(_ byte: UInt8, _ inTime: inout Bool, _ number: inout Int) -> Int? {
    if byte.isDigit, number < 100_000_000 {
      number = max(0, number) * 10 + Int(byte - 48)
      return 0
    }
    if byte == UInt8(ascii: "t"), !inTime, number < 0 {
      inTime = true
      return 0
    }
    let unit: Int? =
      switch (byte, inTime) {
      case (UInt8(ascii: "d"), false): 86_400
      case (UInt8(ascii: "w"), false): 604_800
      case (UInt8(ascii: "h"), true): 3600
      case (UInt8(ascii: "m"), true): 60
      case (UInt8(ascii: "s"), true): 1
      default: nil
      }
    guard let unit, number >= 0 else { return nil }
    defer { number = -1 }
    return number * unit
  }

  private let joints: [[UInt8]] = ["and", "und", "y", "e", "et", ","].map { Array($0.utf8) }
}
