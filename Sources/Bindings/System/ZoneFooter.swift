/// The rule at the end of a time zone file, for all the years after its last change.
///
/// A POSIX TZ string such as `CET-1CEST,M3.5.0,M10.5.0/3`.
/// Source: RFC 8536 section 3.3, POSIX.1-2017 section 8.3.
struct ZoneFooter: Equatable, Sendable {
  private let standard: Int
  private var summer: Summer?

  private struct Summer: Equatable {
    let offset: Int
    let start: Day
    let end: Day
  }

  /// "M3.5.0/2": the fifth (last) Sunday of March, at two.
  private struct Day: Equatable {
    let month: Int
    let week: Int
    let weekday: Int
    let seconds: Int

    /// When it comes in a year, in seconds since 1970 by a clock of the zone.
    func local(in year: Int) -> Int {
      let first = ZoneFooter.days(year, month)
      let next = month == 12 ? ZoneFooter.days(year + 1, 1) : ZoneFooter.days(year, month + 1)
      // 1970-01-01 was a Thursday.
      let weekdayOfFirst = ((first + 4) % 7 + 7) % 7
      var day = first + (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
      while day >= next { day -= 7 }
      return day * 86_400 + seconds
    }
  }

  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = Reader(rest: bytes.dropFirst().prefix { $0 != 10 })
    guard bytes.first == 10, reader.skipName(), let west = reader.time() else { return nil }
    standard = -west
    guard !reader.rest.isEmpty else { return }
    guard reader.skipName() else { return nil }
    let summerWest = reader.rest.first == UInt8(ascii: ",") ? west - 3600 : reader.time()
    guard let summerWest, let start = reader.day(), let end = reader.day() else { return nil }
    summer = Summer(offset: -summerWest, start: start, end: end)
  }

  /// The offset at a time, both in seconds.
  func offset(at utc: Int) -> Int {
    guard let summer else { return standard }
    let year = ZoneFooter.year(ofDay: (utc + standard) >= 0 ? (utc + standard) / 86_400 : 0)
    let start = summer.start.local(in: year) - standard
    let end = summer.end.local(in: year) - summer.offset
    let isSummer = start < end ? utc >= start && utc < end : utc >= start || utc < end
    return isSummer ? summer.offset : standard
  }

  /// Days since 1970 of the first of a month.
  /// Source: https://howardhinnant.github.io/date_algorithms.html, days_from_civil
  private static func days(_ year: Int, _ month: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func year(ofDay day: Int) -> Int {
    var year = 1970 + day / 366
    while days(year + 1, 1) <= day { year += 1 }
    return year
  }

  /// Reads the string from left to right.
  private struct Reader {
    var rest: ArraySlice<UInt8>

    /// "CET", "<+0330>".
    mutating func skipName() -> Bool {
      if rest.first == UInt8(ascii: "<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let name = rest.prefix { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
      rest = rest.dropFirst(name.count)
      return name.count >= 3
    }

    mutating func number() -> Int? {
      let digits = rest.prefix { $0 >= 48 && $0 <= 57 }.prefix(4)
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }

    /// "-5:30" in seconds.
    mutating func time() -> Int? {
      let isNegative = take(UInt8(ascii: "-"))
      if !isNegative { _ = take(UInt8(ascii: "+")) }
      guard var seconds = number().map({ $0 * 3600 }) else { return nil }
      for unit in [60, 1] where take(UInt8(ascii: ":")) { seconds += (number() ?? 0) * unit }
      return isNegative ? -seconds : seconds
    }

    /// Such as ",M10.5.0/3".
    mutating func day() -> Day? {
      guard take(UInt8(ascii: ",")), take(UInt8(ascii: "M")), let month = number(),
        take(UInt8(ascii: ".")), let week = number(), take(UInt8(ascii: ".")),
        let weekday = number(), (1...12).contains(month), (1...5).contains(week), weekday < 7
      else { return nil }
      let seconds = take(UInt8(ascii: "/")) ? time() : 7200
      return seconds.map { Day(month: month, week: week, weekday: weekday, seconds: $0) }
    }
  }
}
