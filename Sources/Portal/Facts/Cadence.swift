/// How often something happens, as a plan says it.
struct Cadence: Equatable, Sendable {
  /// Seconds between two times, the longest gap; 0 is continuous; nil after an event ("on change").
  let seconds: Int?
  /// Where it stands in the folded text.
  let range: Range<Int>

  init(seconds: Int?, range: Range<Int>) {
    self.seconds = seconds
    self.range = range
  }

  /// The first cadence in a text: "daily", "every 6 hours", "every Sunday".
  static func first(in text: FoldedText, _ words: Vocabulary) -> Cadence? {
    first(in: text, 0..<text.bytes.count, words)
  }

  /// The first cadence in a range of a text.
  static func first(in text: FoldedText, _ range: Range<Int>, _ words: Vocabulary) -> Cadence? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if text.startsWord(offset), let cadence = Cadence(at: offset, in: text, words),
        cadence.range.upperBound <= range.upperBound
      {
        return cadence
      }
      offset += 1
    }
    return nil
  }

  /// Whether nothing but a time and a bracket follows in a text.
  func isAll(of text: FoldedText) -> Bool {
    let rest = text.bytes[range.upperBound...].prefix { $0 != UInt8(ascii: "(") }
    return !rest.contains(where: \.isLetter)
      || rest.count { Byte.isSpace($0) } <= 4 && rest.contains(where: \.isDigit)
  }

  /// The cadence at the start of an item, or behind a sign: "Pictures (weekly)", "Ledger — daily".
  static func set(apart text: FoldedText, _ words: Vocabulary) -> Cadence? {
    guard let cadence = first(in: text, words) else { return nil }
    guard cadence.range.lowerBound > 1 else { return cadence }
    let before = text.bytes[..<cadence.range.lowerBound].last { !Byte.isSpace($0) }
    // A long dash and an arrow end in one of these; a wide bracket and comma in the others.
    let signs: [UInt8] = [0x93, 0x94, 0x92, 0x88, 0x8C]
    guard let before, "(,-;:".utf8.contains(before) || signs.contains(before) else { return nil }
    return cadence
  }

  /// The cadence that starts at an offset.
  init?(at offset: Int, in text: FoldedText, _ words: Vocabulary) {
    guard let (rhythm, end) = words.facts.cadences.longest(in: text, at: offset) else {
      if let (_, end) = words.facts.ordinals.longest(in: text, at: offset) {
        self.init(ordinal: offset..<end, in: text, words)
      } else if text.bytes[offset].isDigit {
        self.init(counted: offset, in: text, words)
      } else {
        return nil
      }
      return
    }
    switch rhythm {
    case .interval(let seconds):
      self.init(seconds: seconds, range: offset..<end)
    case .weekday, .times, .interspace:
      return nil
    case .every:
      let next = text.skipSpaces(end)
      if let span = Span(at: next, in: text, words), span.maximum > 0 {
        self.init(seconds: span.maximum, range: offset..<span.range.upperBound)
      } else if case (.weekday, let end)? = words.facts.cadences.longest(in: text, at: next) {
        self.init(seconds: 604_800, range: offset..<end)
      } else {
        return nil
      }
    }
  }

  /// "First Monday of each month", "1st Sunday of every quarter".
  private init?(ordinal: Range<Int>, in text: FoldedText, _ words: Vocabulary) {
    let table = words.facts.cadences
    let day = text.skipSpaces(ordinal.upperBound)
    guard case (.weekday, let end)? = table.longest(in: text, at: day) else { return nil }
    // "of each" and "of the" are short.
    for next in end..<min(end + 12, text.bytes.count) where text.startsWord(next) {
      switch table.longest(in: text, at: next) {
      case (.interval(let seconds), let last)?:
        self.init(seconds: seconds, range: ordinal.lowerBound..<last)
        return
      case (.every, let last)?:
        guard let (unit, last) = words.unit(in: text, at: text.skipSpaces(last)) else { return nil }
        self.init(seconds: unit, range: ordinal.lowerBound..<last)
        return
      default: continue
      }
    }
    return nil
  }

  /// "6-hourly", "15-minute intervals", "3 times a year", "0 2 * * *".
  private init?(counted start: Int, in text: FoldedText, _ words: Vocabulary) {
    guard start == 0 || !text.bytes[start - 1].isDigit else { return nil }
    if let cron = Cron(text.bytes[start...].prefix(40)) {
      self.init(seconds: cron.interval, range: start..<(start + cron.count))
      return
    }
    let digits = text.bytes[start...].prefix(while: \.isDigit)
    guard digits.count < 4, let count = Int(String(digits)), count > 0 else { return nil }
    let table = words.facts.cadences
    if text.bytes[digits.endIndex...].first == UInt8(ascii: "-"),
      case (.interval(let unit), let end)? = table.longest(in: text, at: digits.endIndex + 1)
    {
      self.init(seconds: count * unit, range: start..<end)
      return
    }
    let next = text.skipSpaces(digits.endIndex)
    if case (.times, let end)? = table.longest(in: text, at: next),
      let (unit, last) = words.unit(in: text, at: text.skipSpaces(end))
    {
      self.init(seconds: unit / count, range: start..<last)
    } else if let span = Span(at: start, in: text, words), span.maximum > 0,
      case (.interspace, let end)? = table.longest(
        in: text,
        at: text.skipSpaces(span.range.upperBound)
      )
    {
      self.init(seconds: span.maximum, range: start..<end)
    } else {
      return nil
    }
  }
}

extension Vocabulary {
  /// The unit of time that stands at an offset, in seconds, and where it ends.
  func unit(in text: FoldedText, at offset: Int) -> (seconds: Int, end: Int)? {
    guard offset < text.bytes.count else { return nil }
    for (word, seconds) in units[Int(text.bytes[offset])] {
      let end = offset + word.count
      guard text.bytes[offset...].starts(with: word), text.isEdge(end) else { continue }
      return (seconds, end)
    }
    return nil
  }
}
