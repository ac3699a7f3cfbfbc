/// Reads a written time from left to right.
struct InstantReader {
  /// A time as it is written.
  struct Reading {
    var day: Civil
    /// Of the day.
    var seconds = 0
    var milliseconds = 0
    /// Seconds east of UTC; nil when the text names no zone.
    var offset: Int?
    var isLeapSecond = false
  }

  let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// "2026-11-21T06:00:00.123Z", "2026-11-21 06:00 +0100", "2026-11-21 06:00 UTC",
  /// "20261121T060000Z".
  mutating func internet() -> Reading? {
    let isCompact = bytes.count > 8 && "Tt".utf8.contains(bytes[8])
    guard let day = isCompact ? compactDay() : day(), let separator = next,
      " Tt".utf8.contains(separator)
    else { return nil }
    offset += 1
    var reading = Reading(day: day)
    guard let hour = number(2, below: 24), isCompact || take(":"),
      let minute = number(2, below: 60)
    else { return nil }
    reading.seconds = hour * 3600 + minute * 60
    if isCompact ? next?.isDigit == true : take(":") {
      guard let second = number(2, below: 61) else { return nil }
      reading.seconds += second
      reading.isLeapSecond = second == 60
      guard fraction(&reading) else { return nil }
    }
    return zone(&reading) ? reading : nil
  }

  /// "Z", " +0100", " UTC", or as Go prints it " +0100 CET"; nothing is a zone left out.
  private mutating func zone(_ reading: inout Reading) -> Bool {
    let isParted = next == Byte.space
    if isParted { offset += 1 }
    guard offset < bytes.count else { return !isParted }
    let words = bytes[offset...].split(separator: Byte.space, omittingEmptySubsequences: false)
    reading.offset = Zone.offset(words[0])
    let isName = { (word: ArraySlice<UInt8>) in
      (2...5).contains(word.count) && word.allSatisfy(\.isASCIILetter)
    }
    switch words.count {
    // An abbreviation such as CST names several zones: the zone given decides.
    case 1: return reading.offset != nil || isParted && isName(words[0])
    case 2: return reading.offset != nil && (isName(words[1]) || Zone.offset(words[1]) != nil)
    default: return false
    }
  }

  /// "Thu, 04 Dec 2025 14:05:09 GMT", as HTTP and mail write it.
  mutating func mail() -> Reading? {
    let words = bytes.split(separator: Byte.space).map { String($0) }
    guard words.count == 6, words[0].utf8.count == 4, words[0].hasSuffix(","),
      let weekday = Self.weekdays.firstIndex(of: String(words[0].dropLast())),
      let month = Self.months.firstIndex(of: words[2]), words[1].utf8.count <= 2,
      let dayOfMonth = Int(words[1]), words[3].utf8.count == 4, let year = Int(words[3]),
      let day = Civil(year: year, month: month + 1, day: dayOfMonth), day.weekday == weekday,
      let seconds = clock(words[4], half: nil)
    else { return nil }
    var reading = Reading(day: day, seconds: seconds)
    reading.offset = Zone.offset(Array(words[5].utf8)[...])
    return reading.offset == nil ? nil : reading
  }

  /// "Thu Dec  4 14:05:09 UTC 2025", "Thu Dec  4 02:05:09 PM +06 2025".
  mutating func date() -> Reading? {
    let words = bytes.split(separator: Byte.space).map { String($0) }
    guard words.count >= 5, words.count <= 7, let weekday = Self.weekdays.firstIndex(of: words[0]),
      let month = Self.months.firstIndex(of: words[1]), words[2].utf8.count <= 2,
      let dayOfMonth = Int(words[2]), let year = words.last.flatMap({ Int($0) }), year >= 1000,
      let day = Civil(year: year, month: month + 1, day: dayOfMonth), day.weekday == weekday
    else { return nil }
    var reading = Reading(day: day)
    var rest = words[4..<(words.count - 1)]
    guard let seconds = clock(words[3], half: rest.first) else { return nil }
    reading.seconds = seconds
    if let half = rest.first, half == "AM" || half == "PM" { rest.removeFirst() }
    guard let name = rest.first else { return reading }
    reading.offset = Zone.offset(Array(name.utf8)[...])
    // An abbreviation such as CST names several zones: the zone given decides.
    let isAbbreviation = name.utf8.allSatisfy(\.isASCIILetter)
    return rest.count == 1 && (reading.offset != nil || isAbbreviation) ? reading : nil
  }

  /// "2026-11-21", only if there is such a day.
  mutating func day() -> Civil? {
    guard let year = number(4, below: 10_000), take("-"), let month = number(2, below: 13),
      take("-"), let day = number(2, below: 32)
    else { return nil }
    return Civil(year: year, month: month, day: day)
  }

  /// "20261121", only if there is such a day.
  private mutating func compactDay() -> Civil? {
    guard let year = number(4, below: 10_000), let month = number(2, below: 13),
      let day = number(2, below: 32)
    else { return nil }
    return Civil(year: year, month: month, day: day)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func number(_ width: Int, below limit: Int) -> Int? {
    guard offset + width <= bytes.count else { return nil }
    let digits = bytes[offset..<(offset + width)]
    guard digits.allSatisfy(\.isDigit) else { return nil }
    offset += width
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return value < limit ? value : nil
  }

  /// ".5" to ".1234567890", also after a comma; what is finer than a millisecond is cut.
  private mutating func fraction(_ reading: inout Reading) -> Bool {
    guard take(".") || take(",") else { return true }
    let digits = bytes[offset...].prefix(while: \.isDigit)
    guard (1...10).contains(digits.count) else { return false }
    offset += digits.count
    for (index, scale) in [100, 10, 1].enumerated() where index < digits.count {
      reading.milliseconds += Int(digits[digits.startIndex + index] - 48) * scale
    }
    return true
  }

  /// "14:05:09", or "02:05:09" before "PM".
  private func clock(_ text: String, half: String?) -> Int? {
    var reader = InstantReader(bytes: Array(text.utf8))
    guard var hour = reader.number(2, below: 24), reader.take(":"),
      let minute = reader.number(2, below: 60), reader.take(":"),
      let second = reader.number(2, below: 60), reader.next == nil
    else { return nil }
    if half == "AM" || half == "PM" {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "PM" ? 12 : 0)
    }
    return hour * 3600 + minute * 60 + second
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
