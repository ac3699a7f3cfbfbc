internal import Bindings

/// Makes UTF-8 of the encodings that editors save Markdown in.
///
/// What is hashed stays as it is. A byte order mark decides; a text that is no UTF-8 and holds not
/// one character of it is taken for Windows-1252.
enum TextEncoding {
  case utf8
  case utf16
  case windows1252
  /// UTF-8 with bytes that are no characters.
  case damaged

  /// What some bytes are written in.
  init(of bytes: [UInt8]) {
    if bytes.span.isUTF8 {
      self = .utf8
    } else if Self.isUTF16(bytes) {
      self = .utf16
    } else {
      self = Self.isWindows1252(bytes) ? .windows1252 : .damaged
    }
  }

  /// The text as UTF-8, without a byte order mark; bytes that are no characters stay.
  func utf8(of bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    return switch self {
    case .utf16: Self.utf16(bytes, low: bytes[0] == 0xFF ? 0 : 1)
    case .windows1252: Self.windows1252(bytes)
    case .utf8, .damaged: bytes
    }
  }

  /// The code units after the mark; `low` is the place of the lower byte in each pair.
  private static func utf16(_ bytes: [UInt8], low: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      units.append(UInt16(bytes[index + 1 - low]) << 8 | UInt16(bytes[index + low]))
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether the text starts with the mark of UTF-16.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Whether bytes beyond ASCII never occur as in UTF-8.
  private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte & 0xC0 == 0x80, previous >= 0xC2, previous < 0xF5 { return false }
      previous = byte
    }
    return true
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(EncodingRepair.character(byte))
    }
    return Array(String(text).utf8)
  }
}
