/// Points in time, as milliseconds since 1970 UTC; read strictly or not at all.
///
/// Read are RFC 3339 (1 to 10 digits of a second, `Z`, `+02:00` or `+0200`, `T` or a space) also
/// without the signs between its digits, the output of `date` in C and en_US, the dates of HTTP and
/// mail, and seconds or milliseconds since 1970. Years before 1990 stand for "not set" in every
/// tool that prints them, so they are unknown.
/// Source: RFC 3339 section 5.6, RFC 9110 section 5.6.7.
enum Instant {
  private static let epochSeconds = 631_152_000...4_102_444_800

  /// Why a text is no point in time.
  enum Fault: Equatable {
    /// It would be one if its zone were known.
    case withoutZone
    /// It is the zero of a clock, which stands for "not set".
    case notSet
    case unreadable
  }

  /// The time of a text; one without a zone is read by the zone given, or not at all.
  static func milliseconds(_ text: String, zone: Zone? = nil) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 48 else { return nil }
    if bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) { return decimal(bytes) }
    return reading(bytes).flatMap { milliseconds($0, zone) }
  }

  /// Why `milliseconds` reads no time from a text.
  static func fault(of text: String) -> Fault {
    let bytes = Array(text.utf8)
    guard bytes.count <= 48, !bytes.isEmpty else { return .unreadable }
    if bytes.allSatisfy({ $0 == 48 || $0 == UInt8(ascii: ".") }) { return .notSet }
    guard let reading = reading(bytes) else { return .unreadable }
    if reading.day.year < 1990 { return .notSet }
    return reading.offset == nil ? .withoutZone : .unreadable
  }

  /// The zone that a text names, in seconds east of UTC.
  static func offset(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    return bytes.count <= 48 ? reading(bytes)?.offset : nil
  }

  private static func reading(_ bytes: [UInt8]) -> InstantReader.Reading? {
    guard let first = bytes.first else { return nil }
    var reader = InstantReader(bytes: bytes)
    if first.isDigit { return reader.internet() }
    return bytes.contains(UInt8(ascii: ",")) ? reader.mail() : reader.date()
  }

  /// The time of "1765184534" or "1765184534.3238200000".
  private static func decimal(_ bytes: [UInt8]) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.count <= 13, let number = Int(String(whole)) else {
      return nil
    }
    if parts.count == 1 { return epoch(number) }
    guard parts.count == 2, whole.count <= 10, (1...10).contains(parts[1].count),
      let seconds = epoch(number)
    else { return nil }
    let digits = parts[1].prefix(3).reduce(0) { $0 * 10 + Int($1 - 48) }
    return seconds + digits * [100, 10, 1][min(parts[1].count, 3) - 1]
  }

  /// The time of a number: seconds since 1970, or milliseconds where it is too large for them.
  static func epoch(_ number: Int) -> Int? {
    if epochSeconds.contains(number) { return number * 1000 }
    return number >= epochSeconds.lowerBound * 1000 && number <= epochSeconds.upperBound * 1000
      ? number : nil
  }

  /// The time of a number of seconds with a fraction.
  static func epoch(_ number: Double) -> Int? {
    guard number.isFinite, number >= 0, number < 1e13 else { return nil }
    return number < 1e11
      ? epoch(Int(number)).map { _ in Int((number * 1000).rounded(.down)) } : epoch(Int(number))
  }

  /// As "2026-11-21T06:00:00Z", without the fraction of the second.
  static func text(_ milliseconds: Int) -> String {
    let seconds = floored(milliseconds, 1000)
    let day = floored(seconds, 86_400)
    let time = seconds - day * 86_400
    let clock = [time / 3600, time / 60 % 60, time % 60].map { Civil.padded($0, 2) }
    return Civil(days: day).text + "T" + clock.joined(separator: ":") + "Z"
  }

  /// As "2026-11-21", the day in UTC.
  static func day(_ milliseconds: Int) -> String {
    Civil(days: floored(milliseconds, 86_400_000)).text
  }

  /// The day of "2026-11-21"; nil for all else.
  static func civil(_ text: some StringProtocol) -> Civil? {
    var reader = InstantReader(bytes: Array(text.utf8))
    return text.utf8.count == 10 ? reader.day() : nil
  }

  private static func milliseconds(_ reading: InstantReader.Reading, _ zone: Zone?) -> Int? {
    guard reading.day.year >= 1990 else { return nil }
    let local = reading.day.days * 86_400 + reading.seconds
    let utc = reading.offset.map { local - $0 } ?? zone?.utc(ofLocal: local)
    guard let utc else { return nil }
    // A leap second comes at the end of a day of UTC and nowhere else.
    if reading.isLeapSecond, utc % 86_400 != 0 { return nil }
    return utc * 1000 + reading.milliseconds
  }

  private static func floored(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }
}
