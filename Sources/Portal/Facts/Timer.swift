/// A calendar of a systemd timer; systemd.time(7).
struct Timer: Equatable, Sendable {
  /// The longest time between two runs, in seconds.
  let interval: Int

  /// "*-*-* 02:30:00", "Sun *-*-* 04:00", "*:0/15"; the weekday is known to the caller.
  init?(_ bytes: [UInt8], hasWeekday: Bool) {
    let parts = bytes.split(whereSeparator: Byte.isSpace).filter {
      $0.contains(UInt8(ascii: "*")) || $0.first?.isDigit == true
    }
    let date = parts.first { $0.starts(with: "*-".utf8) }
    let time = parts.last { $0.contains(Byte.colon) }
    guard date != nil || time?.first == UInt8(ascii: "*") else { return nil }
    let fields = (date ?? []).split(separator: UInt8(ascii: "-"))
    if fields.count == 3, let gap = Self.gap(fields[1], 12) {
      interval = gap * 2_592_000
    } else if fields.count == 3, Self.gap(fields[2], 31) != nil {
      interval = 2_592_000
    } else {
      interval = hasWeekday ? 604_800 : Self.interval(time ?? [])
    }
  }

  /// Of "0/6:00:00", "*:0/15", "02:30".
  private static func interval(_ time: ArraySlice<UInt8>) -> Int {
    let parts = time.split(separator: Byte.colon)
    guard let hour = parts.first else { return 86_400 }
    if let gap = gap(hour, 24) { return gap * 3600 }
    return parts.count > 1 ? (gap(parts[1], 60) ?? 60) * 60 : 3600
  }

  /// As for a crontab; nil when every value counts.
  private static func gap(_ field: ArraySlice<UInt8>, _ size: Int) -> Int? {
    guard let gap = Cron.gap(field, size), gap > 0 else { return nil }
    return gap
  }
}
