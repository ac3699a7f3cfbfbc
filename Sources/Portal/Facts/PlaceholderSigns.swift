internal import Bindings

/// What a text has that a placeholder could start with: one look at each of its bytes.
struct PlaceholderSigns: OptionSet {
  let rawValue: UInt8

  static let bracket = PlaceholderSigns(rawValue: 1)
  static let brace = PlaceholderSigns(rawValue: 2)
  static let angle = PlaceholderSigns(rawValue: 4)
  static let round = PlaceholderSigns(rawValue: 8)
  /// A sign twice that may be a line to write on.
  static let run = PlaceholderSigns(rawValue: 16)
  /// "xx".
  static let mask = PlaceholderSigns(rawValue: 32)
  /// A letter of a date twice.
  static let format = PlaceholderSigns(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The signs of a text in lower case.
  init(_ bytes: Swift.Span<UInt8>) {
    var (brackets, braces, angles, rounds): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var twice: PlaceholderSigns = []
    for place in stride(from: 0, to: bytes.count, by: 8) {
      let word = ByteWord(bytes, at: place)
      brackets |= word.places(of: UInt8(ascii: "["))
      braces |= word.places(of: UInt8(ascii: "{"))
      angles |= word.places(of: UInt8(ascii: "<"))
      rounds |= word.places(of: UInt8(ascii: "("))
      var pairs = word.places(sharedWith: ByteWord(bytes, at: place + 1))
      while pairs != 0 {
        let found = place + pairs.trailingZeroBitCount / 8
        pairs &= pairs - 1
        guard found < bytes.count else { break }
        twice.formUnion(Self.twice(bytes[found]))
      }
    }
    self = twice
    if brackets != 0 { insert(.bracket) }
    if braces != 0 { insert(.brace) }
    if angles != 0 { insert(.angle) }
    if rounds != 0 { insert(.round) }
  }

  /// What a byte tells by standing twice.
  private static func twice(_ byte: UInt8) -> PlaceholderSigns {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."): .run
    case UInt8(ascii: "x"): .mask
    case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "m"), UInt8(ascii: "h"),
      UInt8(ascii: "j"), UInt8(ascii: "t"), UInt8(ascii: "a"):
      .format
    default: []
    }
  }
}
