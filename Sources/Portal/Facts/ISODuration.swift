/// Reads spans of ISO 8601: P1D, PT4H, PT1H30M.
enum ISODuration {
  /// The seconds of the span at an offset of a folded text, and where it ends.
  static func read(_ text: FoldedText, at offset: Int) -> (seconds: Int, end: Int)? {
    guard offset + 2 < text.bytes.count, text.bytes[offset] == UInt8(ascii: "p") else { return nil }
    var index = offset + 1
    var inTime = false
    var total = 0
    var number = -1
    while index < text.bytes.count, let step = part(text.bytes[index], &inTime, &number) {
      total += step
      index += 1
    }
    guard number == -1, index > offset + 2, text.isEdge(index) else { return nil }
    return (total, index)
  }

  private static func part(_ byte: UInt8, _ inTime: inout Bool, _ number: inout Int) -> Int? {
    if byte.isDigit, number < 100_000_000 {
      number = max(0, number) * 10 + Int(byte - 48)
      return 0
    }
    if byte == UInt8(ascii: "t"), !inTime, number < 0 {
      inTime = true
      return 0
    }
    let unit: Int? =
      switch (byte, inTime) {
      case (UInt8(ascii: "d"), false): 86_400
      case (UInt8(ascii: "w"), false): 604_800
      case (UInt8(ascii: "h"), true): 3600
      case (UInt8(ascii: "m"), true): 60
      case (UInt8(ascii: "s"), true): 1
      default: nil
      }
    guard let unit, number >= 0 else { return nil }
    defer { number = -1 }
    return number * unit
  }
}
