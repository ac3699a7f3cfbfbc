/// Spans, times and shares in words for people; all of them are functions of the data alone.
enum Phrase {
  /// "45 s", "15 min", "4 h", "1 d 2 h": the two largest units.
  static func span(_ seconds: Int) -> String {
    if seconds < 0 { return "-" + span(-max(seconds, -.max)) }
    let units = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 min" }
    let whole = seconds / units[first].0
    let head = "\(grouped(whole)) \(units[first].1)"
    // Beyond two weeks the hours say nothing.
    guard first + 1 < units.count, first > 0 || whole < 14 else { return head }
    let rest = seconds % units[first].0 / units[first + 1].0
    return rest == 0 ? head : "\(head) \(rest) \(units[first + 1].1)"
  }

  /// "24 times", "1.5 times": how often `part` goes into `whole`; nil where that says nothing.
  static func times(_ whole: Int, of part: Int) -> String? {
    guard part > 0, whole > part else { return nil }
    let tenths = Int((Double(whole) / Double(part) * 10).rounded())
    if tenths >= 100 || tenths % 10 == 0 { return "\(grouped((tenths + 5) / 10)) times" }
    return "\(tenths / 10).\(tenths % 10) times"
  }

  /// A time as "2026-11-21 06:00 UTC".
  static func time(_ milliseconds: Int) -> String {
    let stamp = stamp(milliseconds)
    return "\(stamp.prefix(10)) \(stamp.dropFirst(11).prefix(5)) UTC"
  }

  /// A time for machines, as "2026-11-21T06:00:00Z".
  static func stamp(_ milliseconds: Int) -> String { Instant.text(clamped(milliseconds)) }

  /// The day of a time in UTC, as "2026-11-21".
  static func date(_ milliseconds: Int) -> String { Instant.day(clamped(milliseconds)) }

  /// "today", "3 days ago", "in 12 days": whole days between two times.
  static func age(_ milliseconds: Int, asOf now: Int) -> String {
    let passed = clamped(now) - clamped(milliseconds)
    let days = passed / 86_400_000
    switch days {
    case 0: return abs(passed) < 3_600_000 ? "now" : hours(passed)
    case 1...: return "\(count(days, "day")) ago"
    default: return "in \(count(-days, "day"))"
    }
  }

  /// "1 drill", "3 drills", "2 entries".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A number as "12,480".
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var out: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (offset, digit) in digits.enumerated() {
      if offset > 0 && (digits.count - offset) % 3 == 0 { out.append(UInt8(ascii: ",")) }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Millionths as "99.95 %".
  static func percent(millionths: Int) -> String {
    var fraction = String(millionths % 10_000 + 10_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(millionths / 10_000)\(fraction.isEmpty ? "" : "." + fraction) %"
  }

  /// "47 B", "8.4 kB", "12 GB": decimal units.
  static func size(_ bytes: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB", "PB"]
    var tenths = min(max(0, bytes), .max / 10) * 10
    var unit = 0
    while tenths >= 10_000 && unit + 1 < units.count {
      tenths /= 1000
      unit += 1
    }
    let fraction = unit == 0 || tenths >= 1000 || tenths % 10 == 0 ? "" : ".\(tenths % 10)"
    return "\(tenths / 10)\(fraction) \(units[unit])"
  }

  /// Words as "a, b and c".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func hours(_ milliseconds: Int) -> String {
    let hours = count(abs(milliseconds) / 3_600_000, "hour")
    return milliseconds > 0 ? "\(hours) ago" : "in \(hours)"
  }

  /// A time between the years 1 and 9999: data may hold any number.
  static func clamped(_ milliseconds: Int) -> Int {
    min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }

  /// A time some seconds after another, at most the end of the year 9999.
  static func later(_ milliseconds: Int, by seconds: Int) -> Int {
    clamped(clamped(milliseconds) + min(max(0, seconds), 253_402_300_800) * 1000)
  }
}
