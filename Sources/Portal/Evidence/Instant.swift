/// Points in time, as milliseconds since 1970 UTC; read strictly or not at all.
///
/// Read are RFC 3339 (1 to 10 digits of a second, `Z`, `+02:00` or `+0200`, `T` or a space), the
/// output of `date` in C and en_US, and seconds or milliseconds since 1970. Years before 1990
/// stand for "not set" in every tool that prints them, so they are unknown.
/// Source: RFC 3339 section 5.6.
enum Instant {
  private static let epochSeconds = 631_152_000...4_102_444_800

  /// The time of a text; one without a zone is read by the zone given, or not at all.
  static func milliseconds(_ text: String, zone: Zone? = nil) -> Int? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 48 else { return nil }
    if bytes.allSatisfy(\.isDigit) { return bytes.count <= 13 ? Int(text).flatMap(epoch) : nil }
    var reader = InstantReader(bytes: bytes)
    guard let reading = first.isDigit ? reader.internet() : reader.date() else { return nil }
    return milliseconds(reading, zone)
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
