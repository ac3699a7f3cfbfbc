/// A day, a month or a quarter of the calendar, read from the forms in which plans write one.
struct CalendarDate: Equatable, Sendable {
  /// Which of the two small numbers of "03/04/2026" is the day.
  enum Order: Sendable {
    case dayFirst
    case monthFirst
  }

  /// The first and the last day; the same for a day.
  let first: Civil
  let last: Civil

  /// The first day in a text, else its first month or quarter.
  ///
  /// "03/04/2026" is none unless the order of its numbers is known.
  init?(in text: String, order: Order? = nil, _ words: Vocabulary = .standard) {
    let text = FoldedText(folding: text)
    if let day = Self.numeric(text, order, words)?.day ?? Self.named(text, words) {
      (first, last) = (day, day)
    } else if let (year, months) = Self.period(text, words),
      let first = Civil(year: year, month: months.lowerBound, day: 1),
      let last = Civil(lastOf: months.upperBound, year)
    {
      (self.first, self.last) = (first, last)
    } else {
      return nil
    }
  }

  /// Nil for a month or a quarter.
  var day: Civil? { first == last ? first : nil }

  /// The order of the first date in a document that can be read in one way: "28/02/2026".
  static func order(in outline: MarkedOutline) -> Order? {
    for index in outline.statements.indices where outline.marks[index].has(.number) {
      let text = outline.texts[index]
      if text.bytes.contains(UInt8(ascii: "/")),
        let order = numeric(text, nil, outline.words)?.order
      {
        return order
      }
    }
    return nil
  }

  // MARK: Days in numbers

  private struct Number {
    let value: Int
    let digits: Int
    let end: Int
  }

  /// "2025-12-04", "2025/12/04", "2025 年 12 月 4 日", "04.12.2025", "31-05-23", "12/31/2024".
  private static func numeric(
    _ text: FoldedText,
    _ order: Order?,
    _ words: Vocabulary
  ) -> (day: Civil, order: Order?)? {
    for offset in text.bytes.indices where startsNumber(text, offset) {
      guard let one = number(text, offset), let sign = separator(text, one.end),
        let two = number(text, sign.end), let other = separator(text, two.end),
        sign.byte == other.byte, let three = number(text, other.end),
        isEnd(text, three.end, sign.byte)
      else { continue }
      if one.digits == 4 || sign.byte >= 0x80 {
        let year = one.digits == 4 ? one.value : era(before: offset, text, words) + one.value
        if let day = civil(year, two.value, three.value) { return (day, nil) }
      } else if let year = lastYear(one, two, three, sign.byte, other.end - two.end) {
        if sign.byte != UInt8(ascii: "."), one.value <= 12, two.value <= 12, one.value != two.value
        {
          guard let order else { continue }
          let isDayFirst = order == .dayFirst
          let (day, month) = isDayFirst ? (one.value, two.value) : (two.value, one.value)
          if let day = civil(year, month, day) { return (day, nil) }
        } else if let day = civil(year, two.value, one.value) {
          let isTelling = sign.byte == UInt8(ascii: "/") && one.value > 12
          return (day, isTelling ? .dayFirst : nil)
        } else if sign.byte != UInt8(ascii: "."), let day = civil(year, one.value, two.value) {
          return (day, .monthFirst)
        }
      }
    }
    return nil
  }

  /// Whether a number starts at an offset that is no later part of a version or an address.
  private static func startsNumber(_ text: FoldedText, _ offset: Int) -> Bool {
    guard text.bytes[offset].isDigit else { return false }
    return offset == 0 || !text.bytes[offset - 1].isDigit && text.bytes[offset - 1] != 46
  }

  /// A year at the end has four digits, or two where all three numbers have two.
  private static func lastYear(
    _ one: Number,
    _ two: Number,
    _ three: Number,
    _ sign: UInt8,
    _ width: Int
  ) -> Int? {
    guard one.digits <= 2, two.digits <= 2 else { return nil }
    if three.digits == 4 { return three.value }
    let isFull = one.digits == 2 && two.digits == 2 || sign == UInt8(ascii: "/")
    return three.digits == 2 && isFull && width == 1 ? 2000 + three.value : nil
  }

  private static func civil(_ year: Int, _ month: Int, _ day: Int) -> Civil? {
    (1990...2199).contains(year) ? Civil(year: year, month: month, day: day) : nil
  }

  /// The year before the first one of the era whose name stands before an offset.
  private static func era(before offset: Int, _ text: FoldedText, _ words: Vocabulary) -> Int {
    let before = text.bytes[..<offset]
    return words.facts.document.eras.first {
      before.suffix($0.words.count).elementsEqual($0.words)
    }?.year
      ?? 0
  }

  private static func number(_ text: FoldedText, _ start: Int) -> Number? {
    guard start < text.bytes.count else { return nil }
    let digits = text.bytes[start...].prefix(while: \.isDigit)
    guard (1...4).contains(digits.count), let value = Int(String(digits)) else { return nil }
    return Number(value: value, digits: digits.count, end: digits.endIndex)
  }

  /// "-", "/", "." or "年" and "月" between two numbers, with the spaces after it.
  private static func separator(
    _ text: FoldedText,
    _ offset: Int
  ) -> (byte: UInt8, end: Int)? {
    guard offset < text.bytes.count else { return nil }
    let byte = text.bytes[offset]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") { return (byte, offset + 1) }
    if byte == UInt8(ascii: ".") { return (byte, text.skipSpaces(offset + 1)) }
    let start = text.skipSpaces(offset)
    let rest = text.bytes[start...]
    guard rest.starts(with: "年".utf8) || rest.starts(with: "月".utf8) else { return nil }
    return (0x80, text.skipSpaces(start + 3))
  }

  /// Whether a date may end here: before no further number, and before no letter but a "T".
  private static func isEnd(_ text: FoldedText, _ end: Int, _ sign: UInt8) -> Bool {
    guard end < text.bytes.count else { return true }
    let byte = text.bytes[end]
    if byte == sign, end + 1 < text.bytes.count { return !text.bytes[end + 1].isDigit }
    return !byte.isDigit && (!byte.isASCIILetter || byte == UInt8(ascii: "t"))
  }

  // MARK: Days and months in words

  /// "November 19, 2025", "19 de noviembre de 2025", "3rd of March 2025", "2025-Jan-24".
  private static func named(_ text: FoldedText, _ words: Vocabulary) -> Civil? {
    for (month, range) in months(in: text, words) {
      let start = max(0, range.lowerBound - 8)
      // "v2, March 2026" names no day.
      let near = text.bytes[start..<range.lowerBound].lastIndex { ",;|()".utf8.contains($0) }
      let before = numbers(text, (near ?? start)..<range.lowerBound)
      let after = numbers(
        text,
        range.upperBound..<min(text.bytes.count, range.upperBound + 14)
      )
      if let day = before.last, let year = after.first, let found = civil(year, month, day) {
        return found
      }
      if after.count > 1, let found = civil(after[1], month, after[0]) { return found }
      if let year = before.last, let day = after.first, let found = civil(year, month, day) {
        return found
      }
    }
    return nil
  }

  /// "January 2026", "mayo de 2026", "2024年12月", "2026-03", "03/2026", "Q3 2026".
  private static func period(
    _ text: FoldedText,
    _ words: Vocabulary
  ) -> (year: Int, months: ClosedRange<Int>)? {
    let named =
      months(in: text, words).map { ($0.month...$0.month, $0.range) }
      + all(words.facts.document.quarters, in: text).map {
        (($0.value * 3 - 2)...($0.value * 3), $0.range)
      }
    for (months, range) in named {
      let after = numbers(text, range.upperBound..<min(text.bytes.count, range.upperBound + 9))
      let before = numbers(text, max(0, range.lowerBound - 5)..<range.lowerBound)
      for year in [after.first, before.last] {
        if let year, (1990...2199).contains(year) { return (year, months) }
      }
    }
    for offset in text.bytes.indices where startsNumber(text, offset) {
      // "05/2026" in "03/05/2026" is no month.
      if offset > 0, "-/".utf8.contains(text.bytes[offset - 1]) { continue }
      guard let one = number(text, offset), let sign = separator(text, one.end),
        sign.byte != UInt8(ascii: "."), let two = number(text, sign.end),
        isEnd(text, two.end, sign.byte)
      else { continue }
      let isYearFirst = one.digits == 4 && (two.digits == 2 || sign.byte >= 0x80)
      let isYearLast = two.digits == 4 && sign.byte == UInt8(ascii: "/")
      guard isYearFirst || isYearLast else { continue }
      let (year, month) = isYearFirst ? (one.value, two.value) : (two.value, one.value)
      if (1990...2199).contains(year), (1...12).contains(month) { return (year, month...month) }
    }
    return nil
  }

  private static func months(
    in text: FoldedText,
    _ words: Vocabulary
  ) -> [(month: Int, range: Range<Int>)] {
    all(words.facts.document.months, in: text).map { ($0.value, $0.range) }
  }

  private static func all(
    _ table: WordTable<Int>,
    in text: FoldedText
  ) -> [(value: Int, range: Range<Int>)] {
    text.bytes.indices.compactMap { offset in
      guard text.startsWord(offset), let (value, end) = table.longest(in: text, at: offset) else {
        return nil
      }
      return (value, offset..<end)
    }
  }

  private static func numbers(_ text: FoldedText, _ range: Range<Int>) -> [Int] {
    text.bytes[range].split(whereSeparator: { !$0.isDigit }).compactMap {
      $0.count <= 4 ? Int(String($0)) : nil
    }
  }
}

extension Civil {
  /// The last day of a month.
  fileprivate init?(lastOf month: Int, _ year: Int) {
    for day in [31, 30, 29, 28] {
      if let last = Civil(year: year, month: month, day: day) {
        self = last
        return
      }
    }
    return nil
  }
}
