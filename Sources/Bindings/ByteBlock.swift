/// What stands in 64 bytes of a text: a bit for each, the lowest for the first.
@usableFromInline
package struct ByteBlock {
  /// Letters of ASCII.
  @usableFromInline package var letters: UInt64 = 0
  @usableFromInline package var digits: UInt64 = 0
  /// Bytes beyond ASCII.
  @usableFromInline package var wide: UInt64 = 0
  /// Bytes that start a character beyond ASCII.
  @usableFromInline package var wideStarts: UInt64 = 0
  @usableFromInline package var colons: UInt64 = 0

  /// The bytes from an offset on.
  @inlinable @inline(__always)
  package init(_ text: Span<UInt8>, at offset: Int) {
    var place = offset
    var shift: UInt64 = 0
    while shift < 64, place < text.count {
      let word = ByteWord(text, at: place)
      letters |= ByteWord.gathered(word.letters) &<< shift
      digits |= ByteWord.gathered(word.digits) &<< shift
      wide |= ByteWord.gathered(word.wide) &<< shift
      wideStarts |= ByteWord.gathered(word.wideStarts) &<< shift
      colons |= ByteWord.gathered(word.places(of: 0x3A)) &<< shift
      place &+= 8
      shift &+= 8
    }
  }
}
