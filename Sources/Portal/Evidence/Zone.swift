internal import Bindings

/// A place's clock: what a time without a zone is read by.
enum Zone: Equatable, Sendable {
  /// Seconds east of UTC.
  case fixed(Int)
  case rules(ZoneRules)

  /// From "Europe/Berlin", "UTC", "+02:00" or "+0200"; nil for what is no zone.
  init?(_ name: String) {
    if let offset = Zone.offset(Array(name.utf8)[...]) {
      self = .fixed(offset)
    } else if let rules = TimeZones.named(name) {
      self = .rules(rules)
    } else {
      return nil
    }
  }

  /// Seconds since 1970 UTC at which a clock of the zone shows this; nil for an hour left out.
  func utc(ofLocal seconds: Int) -> Int? {
    switch self {
    case .fixed(let offset): seconds - offset
    case .rules(let rules): rules.utc(ofLocal: seconds)
    }
  }

  /// The seconds of "Z", "UTC", "GMT", "+02:00", "+0200" or "+02"; nil for all else.
  ///
  /// Words such as CST and IST stand for several zones, so they are none.
  static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
      return ["z", "utc", "gmt"].contains(String(text).lowercased()) ? 0 : nil
    }
    let digits = Array(text.dropFirst().filter(\.isDigit))
    let colon = text.dropFirst(3).first == UInt8(ascii: ":")
    guard [2, 4].contains(digits.count),
      text.count == 1 + digits.count + (colon ? 1 : 0), !(colon && digits.count == 2)
    else { return nil }
    let hours = Int(digits[0] - 48) * 10 + Int(digits[1] - 48)
    let minutes = digits.count == 4 ? Int(digits[2] - 48) * 10 + Int(digits[3] - 48) : 0
    guard hours < 24, minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return first == UInt8(ascii: "-") ? -seconds : seconds
  }
}
