/// How often something happens, as a plan says it.
struct Cadence: Equatable, Sendable {
  /// Seconds between two times, the longest gap; 0 is continuous; nil after an event ("on change").
  let seconds: Int?
  /// Where it stands in the folded text.
  let range: Range<Int>

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

  /// The cadence that starts at an offset.
  init?(at offset: Int, in text: FoldedText, _ words: Vocabulary) {
    guard let (rhythm, end) = words.facts.cadences.longest(in: text, at: offset) else {
      return nil
    }
    switch rhythm {
    case .interval(let seconds):
      self.init(seconds: seconds, range: offset..<end)
    case .weekday:
      return nil
    case .every:
      let next = text.skipSpaces(end)
      if let span = Span(at: next, in: text, words), span.maximum > 0 {
        self.init(seconds: span.maximum, range: offset..<span.range.upperBound)
      } else if case .weekday? = words.facts.cadences.longest(in: text, at: next)?.value {
        self.init(seconds: 604_800, range: offset..<(next + 3))
      } else {
        return nil
      }
    }
  }

  /// The cadence of a value that is meant to be one: "6 hours", "Sunday 1 AM", "on change".
  static func value(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    let all = 0..<text.bytes.count
    if let cadence = first(in: text, words) { return cadence }
    let start = text.bytes.firstIndex { !Byte.isSpace($0) && !"\"'`".utf8.contains($0) } ?? 0
    if let cron = Cron(text.bytes[start...]) {
      return Cadence(seconds: cron.interval, range: start..<(start + cron.count))
    }
    if let event = words.facts.events.first(in: text, all) {
      let rest = text.bytes[event.range.lowerBound...].prefix { !"(),;.|".utf8.contains($0) }
      let clause = rest.firstIndex(of: 0xE2).map { rest[..<$0] } ?? rest  // a long dash
      return Cadence(seconds: nil, range: clause.startIndex..<clause.endIndex)
    }
    for offset in all where text.startsWord(offset) {
      if case .weekday? = words.facts.cadences.longest(in: text, at: offset)?.value {
        let isMonthly = text.starts(with: words.facts.ordinals)
        return Cadence(seconds: isMonthly ? 2_592_000 : 604_800, range: all)
      }
    }
    if let span = Span(at: start, in: text, words), span.maximum > 0 {
      return Cadence(seconds: span.maximum, range: span.range)
    }
    return isTimeOfDay(text, start) ? Cadence(seconds: 86_400, range: all) : nil
  }

  /// "02:00 UTC", "2 AM": once a day.
  private static func isTimeOfDay(_ text: FoldedText, _ start: Int) -> Bool {
    let digits = text.bytes[start...].prefix(while: \.isDigit)
    guard digits.count == 1 || digits.count == 2 else { return false }
    let rest = text.bytes[digits.endIndex...]
    if rest.first == Byte.colon, rest.dropFirst().first?.isDigit == true { return true }
    let next = text.skipSpaces(digits.endIndex)
    return text.bytes[next...].starts(with: "am".utf8)
      || text.bytes[next...].starts(with: "pm".utf8)
  }

  init(seconds: Int?, range: Range<Int>) {
    self.seconds = seconds
    self.range = range
  }
}
