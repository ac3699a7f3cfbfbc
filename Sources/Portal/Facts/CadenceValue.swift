/// Values that are meant to be a cadence: "6 hours", "Sunday 1 AM", "on change", "0 2 * * *".
extension Cadence {
  /// The cadence of a value; "[daily or weekly]" is still to be filled in.
  static func value(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    guard text.bytes.first(where: { !Byte.isSpace($0) }) != UInt8(ascii: "[") else { return nil }
    if let cadence = first(in: text, words) ?? clock(text, words) { return cadence }
    if let event = event(text, words) { return event }
    if let period = period(text, words) { return period }
    if let weekday = weekdays(text, words) { return weekday }
    let start = text.bytes.firstIndex { !Byte.isSpace($0) && !"\"'`(".utf8.contains($0) } ?? 0
    if let span = Span(at: start, in: text, words), span.maximum > 0, isEnd(text, span.range) {
      return Cadence(seconds: span.maximum, range: span.range)
    }
    return isTimeOfDay(text, words)
      ? Cadence(seconds: 86_400, range: 0..<text.bytes.count) : nil
  }

  /// A crontab's five fields or words for a cadence, as all of a value.
  static func setting(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    let found = clock(text, words) ?? first(in: text, words)
    return found.flatMap { $0.range.lowerBound < 2 && $0.isAll(of: text) ? $0 : nil }
  }

  /// "Quarter", alone.
  private static func period(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    let start = text.skipSpaces(0)
    guard let (seconds, end) = words.facts.periods.longest(in: text, at: start),
      text.skipSpaces(end) == text.bytes.count
    else { return nil }
    return Cadence(seconds: seconds, range: start..<end)
  }

  /// A crontab's five fields, "cron(…)" and "rate(…)" of AWS, or a calendar of systemd.
  private static func clock(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    for offset in text.bytes.indices {
      let byte = text.bytes[offset]
      guard byte.isDigit || "*@hr".utf8.contains(byte), text.isStart(offset) else { continue }
      if byte == UInt8(ascii: "r") {
        guard text.bytes[offset...].starts(with: "rate(".utf8),
          let span = Span(at: offset + 5, in: text, words)
        else { continue }
        return Cadence(seconds: span.maximum, range: offset..<span.range.upperBound)
      }
      if let cron = Cron(text.bytes[offset...]) {
        return Cadence(seconds: cron.interval, range: offset..<(offset + cron.count))
      }
    }
    guard let timer = Timer(text.bytes, hasWeekday: weekdays(text, words) != nil) else {
      return nil
    }
    return Cadence(seconds: timer.interval, range: 0..<text.bytes.count)
  }

  /// "on every merge", "per build": the words up to the end of the clause.
  private static func event(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    let all = 0..<text.bytes.count
    var start = words.facts.events.first(in: text, all)?.range.lowerBound
    for offset in all where start == nil && text.startsWord(offset) {
      guard case (.every, let end)? = words.facts.cadences.longest(in: text, at: offset) else {
        continue
      }
      if case .weekday? = words.facts.cadences.longest(in: text, at: text.skipSpaces(end))?.value {
        continue
      }
      start = offset
    }
    if start == nil, text.starts(with: words.facts.occasions), !text.bytes.contains(Byte.colon) {
      start = text.bytes.firstIndex(where: \.isLetterOrDigit)
    }
    guard let start else { return nil }
    let rest = text.bytes[start...].prefix { !"(),;.|".utf8.contains($0) }
    // A long dash ends the clause as well.
    let clause = rest.firstIndex(of: 0xE2).map { rest[..<$0] } ?? rest
    return Cadence(seconds: nil, range: clause.startIndex..<clause.endIndex)
  }

  /// "Sundays", "1st Sunday", "Mon-Fri".
  private static func weekdays(_ text: FoldedText, _ words: Vocabulary) -> Cadence? {
    let all = 0..<text.bytes.count
    for offset in all where text.startsWord(offset) {
      guard case (.weekday, let end)? = words.facts.cadences.longest(in: text, at: offset) else {
        continue
      }
      let first = text.bytes.firstIndex(where: \.isLetterOrDigit) ?? offset
      if words.facts.ordinals.longest(in: text, at: first) != nil {
        return Cadence(seconds: 2_592_000, range: all)
      }
      let next = text.skipSpaces(end)
      let joint = words.ranges.first { text.bytes[next...].starts(with: $0) }
      if let joint,
        case .weekday? = words.facts.cadences.longest(
          in: text,
          at: text.skipSpaces(next + joint.count)
        )?.value
      {
        return Cadence(seconds: 86_400, range: all)
      }
      return Cadence(seconds: 604_800, range: all)
    }
    return nil
  }

  /// "365-day retention" is a length of something: a span alone is a cadence.
  private static func isEnd(_ text: FoldedText, _ span: Range<Int>) -> Bool {
    let next = text.skipSpaces(span.upperBound)
    return next >= text.bytes.count || !text.bytes[next].isLetterOrDigit
      || text.bytes[next] == 0xE2 || text.bytes[next] == 0xEF  // dashes and wide brackets
  }

  /// "02:00 UTC", "at 2 AM", "6 Uhr": once a day.
  private static func isTimeOfDay(_ text: FoldedText, _ words: Vocabulary) -> Bool {
    guard let start = text.bytes.firstIndex(where: \.isDigit), start < 12 else { return false }
    let digits = text.bytes[start...].prefix(while: \.isDigit)
    guard digits.count < 3 else { return false }
    let rest = text.bytes[digits.endIndex...]
    if rest.first == Byte.colon, rest.dropFirst().first?.isDigit == true { return true }
    let next = text.skipSpaces(digits.endIndex)
    return next < text.bytes.count && words.facts.hours.contains { text.has($0, at: next) }
  }
}

extension FoldedText {
  /// Whether nothing of a word stands before an offset.
  fileprivate func isStart(_ offset: Int) -> Bool {
    offset == 0 || Byte.isSpace(bytes[offset - 1]) || "\"'`(".utf8.contains(bytes[offset - 1])
  }
}
