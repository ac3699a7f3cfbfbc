/// The time that everything is judged by, as people write it.
package enum AsOf {
  /// The last second of the year 2100, as for every time that is read.
  package static let lastSecond: Int64 = 4_102_444_800

  /// Milliseconds since 1970 UTC of "2026-11-21T06:00:00Z", another zone, or a day.
  package static func milliseconds(_ text: String) -> Int64? {
    if let day = Instant.civil(text) { return Int64(day.days) * 86_400_000 }
    guard text.utf8.count > 10 else { return nil }
    return Instant.milliseconds(text).map { Int64($0 / 1000 * 1000) }
  }

  /// A time as "2026-11-21T06:00:00Z".
  package static func stamp(_ milliseconds: Int) -> String { Phrase.stamp(milliseconds) }
}
