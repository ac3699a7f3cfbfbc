/// A day of the calendar, read from the forms in which plans write one.
struct CalendarDate: Equatable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// The first date in a text; a date whose day and month cannot be told apart is none.
  init?(in text: String, _ words: Vocabulary = .standard) {
    let folded = FoldedText(folding: text)
    guard let date = Self.numeric(folded) ?? Self.named(folded, words),
      (1...12).contains(date.month), (1...31).contains(date.day), date.year >= 1990
    else { return nil }
    self = date
  }

  /// YYYY-MM-DD.
  var iso: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// "2025-12-04", "2025/12/04", "2025年12月4日", "04.12.2025", "31-05-23".
  private static func numeric(_ text: FoldedText) -> CalendarDate? {
    for offset in text.bytes.indices
    where text.bytes[offset].isDigit && (offset == 0 || !text.bytes[offset - 1].isDigit) {
      guard let (first, one) = number(text, offset), let (sign, two) = separator(text, one),
        let (second, three) = number(text, two), let (other, four) = separator(text, three),
        let (third, five) = number(text, four), sign == other || sign >= 0x80,
        five == text.bytes.count || !text.bytes[five].isASCIILetter || text.bytes[five] == 116
      else { continue }
      if first > 31 { return CalendarDate(year: first, month: second, day: third) }
      let year = third < 100 ? third + 2000 : third
      if sign == UInt8(ascii: ".") || first > 12 || first == second {
        return CalendarDate(year: year, month: second, day: first)
      }
      if second > 12 { return CalendarDate(year: year, month: first, day: second) }
    }
    return nil
  }

  /// "November 19, 2025", "19 de noviembre de 2025", "24-Jan-2022".
  private static func named(_ text: FoldedText, _ words: Vocabulary) -> CalendarDate? {
    for offset in text.bytes.indices where text.startsWord(offset) && !text.bytes[offset].isDigit {
      guard let (month, end) = words.facts.months.longest(in: text, at: offset) else { continue }
      let before = numbers(text, max(0, offset - 8)..<offset).last
      let after = numbers(text, end..<min(text.bytes.count, end + 14))
      if let day = before, day <= 31, let year = after.first, year > 1000 {
        return CalendarDate(year: year, month: month, day: day)
      }
      if after.count > 1, after[0] <= 31, after[1] > 1000 {
        return CalendarDate(year: after[1], month: month, day: after[0])
      }
    }
    return nil
  }

  private static func number(_ text: FoldedText, _ start: Int) -> (Int, Int)? {
    guard start < text.bytes.count else { return nil }
    let digits = text.bytes[start...].prefix(while: \.isDigit)
    guard (1...4).contains(digits.count), let number = Int(String(digits)) else { return nil }
    return (number, digits.endIndex)
  }

  private static func separator(_ text: FoldedText, _ offset: Int) -> (UInt8, Int)? {
    guard offset < text.bytes.count else { return nil }
    let byte = text.bytes[offset]
    if "-/.".utf8.contains(byte) { return (byte, offset + 1) }
    // 年 and 月
    let rest = text.bytes[offset...]
    return rest.starts(with: "年".utf8) || rest.starts(with: "月".utf8) ? (byte, offset + 3) : nil
  }

  private static func numbers(_ text: FoldedText, _ range: Range<Int>) -> [Int] {
    text.bytes[range].split(whereSeparator: { !$0.isDigit }).compactMap {
      $0.count <= 4 ? Int(String($0)) : nil
    }
  }
}
