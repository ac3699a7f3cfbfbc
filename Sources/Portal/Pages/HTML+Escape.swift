extension [UInt8] {
  /// Appends text so that a browser shows exactly these characters, and never acts on them.
  ///
  /// Characters that would hide or reorder what follows (control characters, bidirectional
  /// overrides) are written as their number, as in "[U+202E]".
  mutating func appendEscaped(_ text: String) {
    guard text.utf8.contains(where: \.mayNeedEscaping) else {
      append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append(contentsOf: "&amp;".utf8)
      case "<": append(contentsOf: "&lt;".utf8)
      case ">": append(contentsOf: "&gt;".utf8)
      case "\"": append(contentsOf: "&quot;".utf8)
      case "'": append(contentsOf: "&#39;".utf8)
      case let scalar where scalar.deceives: append(contentsOf: scalar.name.utf8)
      default: append(contentsOf: UTF8.encode(scalar)?.map(\.self) ?? [])
      }
    }
  }
}

extension UInt8 {
  /// Whether a character that starts with this byte could be one that is escaped.
  fileprivate var mayNeedEscaping: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Control characters, and the bidirectional controls of Unicode Standard Annex 9.
  fileprivate var deceives: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// "[U+202E]", with at least four hexadecimal digits.
  fileprivate var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits + "]"
  }
}
