/// Reads the times that stand on a command line: RFC 3339 in UTC, or a day.
enum Timestamp {
  /// The last second of the year 9999.
  static let lastSecond: Int64 = 253_402_300_799

  /// Milliseconds since 1970 for `2026-11-21T06:00:00Z` or `2026-11-21`; nil for anything else.
  static func milliseconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    let isTime = bytes.count == 20
    guard isTime || bytes.count == 10 else { return nil }
    let shape = Array((isTime ? "0000-00-00T00:00:00Z" : "0000-00-00").utf8)
    for (byte, expected) in zip(bytes, shape) {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard expected == UInt8(ascii: "0") ? isDigit : byte == expected else { return nil }
    }
    func number(_ range: Range<Int>) -> Int64 {
      bytes[range].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
    guard let day = day(year: number(0..<4), month: number(5..<7), number(8..<10)) else {
      return nil
    }
    guard isTime else { return day * 86_400_000 }
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return (day * 86_400 + hour * 3600 + minute * 60 + second) * 1000
  }

  /// Days since 1970 of a date in the Gregorian calendar; nil when the month has no such day.
  ///
  /// Source: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
  private static func day(year: Int64, month: Int64, _ day: Int64) -> Int64? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1970, (1...12).contains(month), (1...lengths[Int(month) - 1]).contains(day)
    else { return nil }
    // The year begins in March, so that the leap day is its last.
    let shifted = month > 2 ? year : year - 1
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
  }
}
