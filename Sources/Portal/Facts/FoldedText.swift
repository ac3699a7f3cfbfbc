/// A text in lower case, with the search for whole words that the readers share.
struct FoldedText: Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.lowercased().utf8) }
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether words stand at an offset, as a whole.
  func has(_ words: [UInt8], at offset: Int) -> Bool {
    let end = offset + words.count
    guard end <= bytes.count, bytes[offset] == words[0] else { return false }
    for index in words.indices where bytes[offset + index] != words[index] { return false }
    return isEdge(offset) && isEdge(end)
  }

  /// Whether an offset does not part a word: letters of ASCII or Latin on both sides, or digits.
  func isEdge(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    let before = bytes[offset - 1]
    let after = bytes[offset]
    if before.isASCIILetter { return !(after.isASCIILetter || after.startsLatin) }
    if after.isASCIILetter { return before < 0x80 || offset == 1 || !bytes[offset - 2].startsLatin }
    return !(before.isDigit && after.isDigit)
  }

  /// The first place of one of some words.
  func first(of list: [[UInt8]], in range: Range<Int>? = nil) -> Range<Int>? {
    let range = range ?? 0..<bytes.count
    for offset in range {
      for words in list where offset + words.count <= range.upperBound && has(words, at: offset) {
        return offset..<(offset + words.count)
      }
    }
    return nil
  }

  /// Whether one of some words stands in the text.
  func contains(_ list: [[UInt8]]) -> Bool { first(of: list) != nil }

  /// The offset of the first byte that is no space.
  func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count {
      if Byte.isSpace(bytes[offset]) {
        offset += 1
      } else if bytes[offset...].starts(with: [0xC2, 0xA0]) {
        offset += 2  // a space that does not break
      } else {
        break
      }
    }
    return offset
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  /// The first byte of an accented letter; those of Chinese and Japanese stand for words.
  fileprivate var startsLatin: Bool { self >= 0xC3 && self <= 0xC9 }
}
