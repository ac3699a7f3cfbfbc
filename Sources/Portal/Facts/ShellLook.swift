/// What the bytes of a word tell.
struct ShellLook: Equatable, Sendable {
  /// The number of the word among the names that the rules know, of "--flag=value" that of the
  /// flag; 0 for none.
  var number = 0
  /// How many bytes stand before the first "="; -1 where there is none.
  private(set) var equals = -1
  var seen = SeenBytes()

  init() {}

  /// Looks at the bytes of a range.
  init(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>, _ rules: CommandRules) {
    guard !range.isEmpty else { return }
    var hash = NameTable.Hash()
    var flag = hash
    for index in range {
      let byte = bytes[index]
      seen.insert(byte)
      if byte == UInt8(ascii: "="), equals < 0 {
        equals = index - range.lowerBound
        flag = hash
      }
      hash.add(byte)
    }
    let isFlag = equals >= 0 && bytes[range.lowerBound] == UInt8(ascii: "-")
    let name = isFlag ? range.prefix(equals) : range
    number = rules.number(of: bytes, name, isFlag ? flag : hash)
  }
}

/// The bytes of ASCII that a text has, a bit for each; all others count as one.
struct SeenBytes: Equatable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 &<< UInt64(byte)
    if byte < 64 { low |= bit } else { high |= byte < 0x80 ? bit : 1 << 63 }
  }

  /// White space and " $ & ' ( ) ; < = > as bits, and \ ` { | 64 bytes above them.
  private static let lowSigns: UInt64 = 0x7800_03D5_0000_2600
  private static let highSigns: UInt64 = 0x1800_0001_1000_0000

  /// Inserts a byte that means only itself to the shell; false for all others.
  @inline(__always)
  mutating func insert(plain byte: UInt8) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(byte)
    if byte < 64 {
      guard bit & Self.lowSigns == 0 else { return false }
      low |= bit
    } else if byte < 0x80 {
      guard bit & Self.highSigns == 0 else { return false }
      high |= bit
    } else {
      high |= 1 << 63
    }
    return true
  }

  /// A to Z, at 1 to 26; a to z are 32 bits above them.
  private static let capitals: UInt64 = 0x7FF_FFFE

  var hasCapital: Bool { high & Self.capitals != 0 }

  /// Whether all are letters of ASCII.
  var isLetters: Bool { low == 0 && high & ~(Self.capitals | Self.capitals << 32) == 0 }
}
