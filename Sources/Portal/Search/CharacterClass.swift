/// What a character is to the search, and what it is folded to; `search.js` has the same rules.
enum CharacterClass {
  /// Parts words and never belongs to one.
  static let delimiter: UInt8 = 0
  /// Stands inside of names: `pg_restore`, `--jobs=4`, `x.y.internal`.
  static let joint: UInt8 = 1
  static let letter: UInt8 = 2
  static let digit: UInt8 = 3
  /// A capital letter of ASCII: it may start a part of a word.
  static let capital: UInt8 = 4
  /// The first byte of a character of a script that writes no spaces between words.
  static let ideograph: UInt8 = 5
  /// The bytes after the first one of an ideograph.
  static let continuation: UInt8 = 6
  /// Is left out, as if it were not written: accents of their own, soft hyphens.
  static let ignored: UInt8 = 7

  /// The class of each character of ASCII.
  static let ascii: [UInt8] = (0..<128).map { byte in
    let scalar = Unicode.Scalar(UInt8(byte))
    switch scalar {
    case "a"..."z": return letter
    case "A"..."Z": return capital
    case "0"..."9": return digit
    default: return joints.unicodeScalars.contains(scalar) ? joint : delimiter
    }
  }

  /// The class of a character outside ASCII, and the bytes that it is folded to.
  static func wide(_ value: UInt32) -> (kind: UInt8, bytes: [UInt8]) {
    if value >= 0xC0, value < 0x180 {
      let word = latin[Int(value) - 0xC0]
      return (word[0] == UInt8(ascii: "-") ? delimiter : letter, word)
    }
    if value > 0xFF00, value < 0xFF5F {  // ASCII in the width of an ideograph
      let byte = UInt8(value - 0xFEE0)
      let kind = ascii[Int(byte)]
      return (kind, [kind == capital ? byte | 32 : byte])
    }
    let (kind, value) = folded(value)
    guard kind != ignored else { return (kind, []) }
    guard kind != delimiter, let scalar = Unicode.Scalar(value) else {
      return (delimiter, [Byte.space])
    }
    return (kind, UTF8.encode(scalar).map(Array.init) ?? [])
  }

  private static func folded(_ value: UInt32) -> (kind: UInt8, value: UInt32) {
    switch value {
    case 0xAD, 0x300..<0x370, 0x200B..<0x200E, 0xFE00..<0xFE10, 0xFEFF: (ignored, value)
    case 0xAA, 0xB5, 0xBA: (letter, value)
    case 0x80..<0xC0: (delimiter, value)
    case 0x391..<0x3AC where value != 0x3A2, 0x410..<0x430: (letter, value + 32)
    case 0x400..<0x410: (letter, value + 80)
    case 0x1E00..<0x1F00: (letter, value | 1)
    case 0x2000..<0x2C00, 0x2E00..<0x3005, 0x3008..<0x3021, 0x3030, 0x30FB: (delimiter, value)
    case 0xE000..<0xF900, 0xFE10..<0xFE70, 0xFF5F..<0xFF66, 0xFFE0..<0x10000: (delimiter, value)
    case 0x1F000..<0x1FB00, 0xE0000...: (delimiter, value)
    case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800: (ideograph, value)
    case 0x3005..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFF66..<0xFFA0: (ideograph, value)
    case 0x20000..<0x40000: (ideograph, value)
    default: (letter, value)
    }
  }

  /// U+00C0 to U+017F without their accents; "-" for the two signs that are no letters.
  private static let latin: [[UInt8]] = latinWords.split(separator: " ").map { Array($0.utf8) }

  private static let joints = "!#$%&*+-./:=?@\\^_~"

  private static let latinWords = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e \
    e e i i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e \
    e e e e e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l \
    l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u \
    u u u u u u u u w w y y y z z z z z z s
    """
}
