/// Lengths of time and sizes as our own YAML spells them.
enum Quantity {
  /// The seconds of "24h", "365d", "15m", "1h30m", "PT4H" or "0"; nil for all else.
  static func seconds(_ text: String) -> Int? {
    if text == "0" { return 0 }
    var bytes = Array(text.lowercased().utf8)[...]
    guard bytes.first == UInt8(ascii: "p") else {
      return parts(bytes, [("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)])
    }
    bytes = bytes.dropFirst()
    let halves = bytes.split(separator: UInt8(ascii: "t"), omittingEmptySubsequences: false)
    guard halves.count <= 2, let day = halves.first else { return nil }
    let days =
      day.isEmpty ? (halves.count == 2 ? 0 : nil) : parts(day, [("w", 604_800), ("d", 86_400)])
    let time = halves.count == 2 ? parts(halves[1], [("h", 3600), ("m", 60), ("s", 1)]) : 0
    guard let days, let time else { return nil }
    return days + time
  }

  /// The bytes of "500", "1MB" or "2 GiB"; nil for all else.
  static func bytes(_ text: String) -> Int? {
    let bytes = Array(text.lowercased().utf8)
    let digits = bytes.prefix(while: \.isDigit)
    guard (1...12).contains(digits.count), let number = Int(String(digits)) else { return nil }
    let unit = String(bytes[digits.count...].trimmed(of: Byte.isSpace))
    guard let size = sizes[unit] else { return nil }
    let (product, isTooMuch) = number.multipliedReportingOverflow(by: size)
    return isTooMuch ? nil : product
  }

  private static let sizes = [
    "": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000, "tb": 1_000_000_000_000,
    "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
  ]

  /// Numbers with units, the larger unit first and each at most once.
  private static func parts(
    _ text: ArraySlice<UInt8>,
    _ units: [(letter: Unicode.Scalar, seconds: Int)]
  ) -> Int? {
    var rest = text
    var units = units[...]
    var total = 0
    while !rest.isEmpty {
      let digits = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(digits.count)
      guard (1...9).contains(digits.count), let letter = rest.popFirst(),
        let number = Int(String(digits)),
        let unit = units.firstIndex(where: { UInt8(ascii: $0.letter) == letter })
      else { return nil }
      total += number * units[unit].seconds
      units = units[(unit + 1)...]
    }
    return text.isEmpty ? nil : total
  }
}
