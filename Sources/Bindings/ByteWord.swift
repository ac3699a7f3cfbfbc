/// Eight bytes of a text that are looked at as one number, the first of them lowest.
///
/// Each question is answered with the highest bit of every byte that fulfils it.
@usableFromInline
package struct ByteWord {
  @usableFromInline let bits: UInt64

  @inlinable @inline(__always)
  package init(_ bits: UInt64) { self.bits = bits }

  /// The eight bytes at an offset of a text; 0 behind its end.
  @inlinable @inline(__always)
  package init(_ text: Span<UInt8>, at offset: Int) { bits = text.word(at: offset) }

  @usableFromInline static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// The bytes that are one of ASCII, and at least a value.
  @inlinable @inline(__always)
  static func least(_ value: UInt64, _ sevens: UInt64) -> UInt64 {
    sevens &+ Self.ones &* (0x80 - value)
  }

  /// Letters of ASCII.
  @inlinable @inline(__always)
  package var letters: UInt64 {
    let sevens = (bits | Self.ones &* 0x20) & ~Self.highs
    return Self.least(97, sevens) & ~Self.least(123, sevens) & ~bits & Self.highs
  }

  /// Those of them that are small.
  @inlinable @inline(__always)
  package var smallLetters: UInt64 { letters & bits << 2 }

  /// Digits.
  @inlinable @inline(__always)
  package var digits: UInt64 {
    let sevens = bits & ~Self.highs
    return Self.least(48, sevens) & ~Self.least(58, sevens) & ~bits & Self.highs
  }

  /// Those below the space, none of which is seen.
  @inlinable @inline(__always)
  package var controls: UInt64 {
    ~Self.least(32, bits & ~Self.highs) & ~bits & Self.highs
  }

  /// Bytes beyond ASCII.
  @inlinable @inline(__always)
  package var wide: UInt64 { bits & Self.highs }

  /// Bytes that start a character beyond ASCII.
  @inlinable @inline(__always)
  package var wideStarts: UInt64 { bits & bits << 1 & Self.highs }

  /// The bytes that are one byte.
  @inlinable @inline(__always)
  package func places(of byte: UInt8) -> UInt64 {
    let other = bits ^ Self.ones &* UInt64(byte)
    return ~((other & ~Self.highs) &+ ~Self.highs | other) & Self.highs
  }

  /// The bytes that equal those of another word in their places.
  @inlinable @inline(__always)
  package func places(sharedWith other: ByteWord) -> UInt64 {
    ByteWord(bits ^ other.bits).places(of: 0)
  }

  /// A bit for each of eight bytes whose highest bit is set, the lowest for the first.
  @inlinable @inline(__always)
  package static func gathered(_ highs: UInt64) -> UInt64 {
    ((highs &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// The word with its capitals of ASCII as small letters.
  @inlinable @inline(__always)
  package var lowercased: UInt64 {
    let sevens = bits & ~Self.highs
    let capitals = Self.least(65, sevens) & ~Self.least(91, sevens) & ~bits & Self.highs
    return bits | capitals >> 2
  }
}

extension Span<UInt8> {
  /// The eight bytes at an offset as a number, the first one lowest; 0 behind the end.
  @inlinable @inline(__always)
  package func word(at offset: Int) -> UInt64 {
    guard offset >= 0, count &- offset >= 8 else { return lastWord(at: offset) }
    return unsafe withUnsafeBytes {
      UInt64(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  @usableFromInline
  func lastWord(at offset: Int) -> UInt64 {
    let rest = count - offset
    guard rest > 0 else { return 0 }
    if count >= 8 { return word(at: count - 8) >> UInt64(8 * (8 - rest)) }
    var word: UInt64 = 0
    for place in (offset..<count).reversed() { word = word << 8 | UInt64(self[place]) }
    return word
  }
}

extension [UInt8] {
  /// Writes the capitals of ASCII and Latin-1 as small letters, which take as many bytes.
  package mutating func lowercase() {
    let all = unsafe withUnsafeMutableBytes { unsafe Self.lowercase($0) }
    if ByteWord(all).wide != 0 { lowercaseLatin() }
  }

  /// Does so with those of ASCII, and gives all bytes together as one word.
  private static func lowercase(_ bytes: UnsafeMutableRawBufferPointer) -> UInt64 {
    var all: UInt64 = 0
    var place = 0
    while place < bytes.count {
      guard bytes.count >= 8 else {
        let byte = UInt64(unsafe bytes[place])
        all |= byte << UInt64(8 * place)
        unsafe bytes[place] = UInt8(truncatingIfNeeded: ByteWord(byte).lowercased)
        place &+= 1
        continue
      }
      // The last bytes with some of those before them, which stay as they are.
      let start = Swift.min(place, bytes.count &- 8)
      let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      all |= word
      unsafe bytes.storeBytes(of: ByteWord(word).lowercased, toByteOffset: start, as: UInt64.self)
      place &+= 8
    }
    return all
  }

  private mutating func lowercaseLatin() {
    var bytes = mutableSpan
    var before: UInt8 = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if before == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { bytes[index] = byte + 0x20 }
      before = byte
    }
  }
}
