/// Characters that stand in for a plain one: wide digits, spaces that do not break, odd hyphens.
///
/// Readers look for "RTO: 4 hours"; to them it is the same in the wide forms of Chinese and
/// Japanese, and with the invisible characters that word processors leave.
enum PlainCharacter {
  /// What bytes that start at an index stand for.
  struct Form {
    /// How many bytes they are.
    let count: Int
    /// Nil for a character that is not seen.
    let plain: UInt8?
  }

  /// A text in plain characters.
  static func plain(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var plain: [UInt8] = []
    let bytes = bytes.span
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0xC2, let form = form(in: bytes, at: index) {
        if let byte = form.plain { plain.append(byte) }
        index += form.count
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain[...]
  }

  /// The plain form of a character outside ASCII; nil for one that stands for itself.
  static func form(in bytes: Swift.Span<UInt8>, at index: Int) -> Form? {
    let rest = bytes.count - index
    guard rest >= 2 else { return nil }
    if bytes[index] == 0xC2 { return latin(bytes[index + 1]) }
    guard rest >= 3 else { return nil }
    switch bytes[index] {
    case 0xE2: return punctuation(bytes[index + 1], bytes[index + 2])
    case 0xE3:
      let isSpace = bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
      return isSpace ? Form(count: 3, plain: Byte.space) : nil
    case 0xEF: return wide(bytes[index + 1], bytes[index + 2])
    default: return nil
    }
  }

  /// U+00A0, a space that does not break, and U+00AD, a hyphen that is not seen.
  private static func latin(_ second: UInt8) -> Form? {
    switch second {
    case 0xA0: Form(count: 2, plain: Byte.space)
    case 0xAD: Form(count: 2, plain: nil)
    default: nil
    }
  }

  /// Spaces, hyphens and marks of U+2000 to U+2064, and U+2212, the minus.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> Form? {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): Form(count: 3, plain: Byte.space)
    case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x81, 0xA0...0xA4): Form(count: 3, plain: nil)
    case (0x80, 0x90...0x91), (0x88, 0x92): Form(count: 3, plain: UInt8(ascii: "-"))
    default: nil
    }
  }

  /// U+FEFF, a byte order mark inside, and U+FF01 to U+FF5E, ASCII in the width of a character.
  private static func wide(_ second: UInt8, _ third: UInt8) -> Form? {
    switch (second, third) {
    case (0xBB, 0xBF): Form(count: 3, plain: nil)
    case (0xBC, 0x81...0xBF): Form(count: 3, plain: third - 0x60)
    case (0xBD, 0x80...0x9E): Form(count: 3, plain: third - 0x20)
    default: nil
    }
  }
}
