/// The text between the quotes of a JSON string.
enum JSONString {
  /// The bytes that a string means; half a surrogate pair becomes U+FFFD.
  static func decoded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(UInt8(ascii: "\\")) else { return Array(raw) }
    var output: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.endIndex else {
        output.append(raw[index])
        index += 1
        continue
      }
      if let (scalar, length) = scalar(raw, at: index) {
        output += UTF8.encode(scalar).map(Array.init) ?? []
        index += length
      } else {
        output.append(short(raw[index + 1]))
        index += 2
      }
    }
    return output
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }

  /// The character of "\u00e9" or of a pair "\ud83d\ude00", and the length of its spelling.
  static func scalar(_ raw: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
    guard let high = unit(raw, at: index) else { return nil }
    guard (0xD800..<0xDC00).contains(high), let low = unit(raw, at: index + 6),
      (0xDC00..<0xE000).contains(low)
    else { return (Unicode.Scalar(high) ?? "\u{FFFD}", 6) }
    let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
  }

  private static func unit(_ raw: ArraySlice<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= raw.endIndex, raw[index] == UInt8(ascii: "\\"),
      raw[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in raw[(index + 2)..<(index + 6)] {
      guard let digit = digit(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func short(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    default: byte
    }
  }
}
