internal import Bindings

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

  /// Whether an offset does not part a word: Latin letters on both sides, or digits.
  func isEdge(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    let before = bytes[offset - 1]
    let after = bytes[offset]
    if before.isASCIILetter || after.isASCIILetter {
      let isLetterBefore =
        before.isASCIILetter
        || before >= 0x80 && before < 0xC0 && offset > 1 && bytes[offset - 2].startsLatin
      return !(isLetterBefore && (after.isASCIILetter || after.startsLatin))
    }
    return !(before.isDigit && after.isDigit)
  }

  /// The first place of one of some words.
  func first(of list: [[UInt8]], in range: Range<Int>? = nil) -> Range<Int>? {
    let range = range ?? 0..<bytes.count
    let starts = ByteSet(list.lazy.map { $0[0] })
    for offset in range where starts.contains(bytes[offset]) && isEdge(offset) {
      for words in list where offset + words.count <= range.upperBound && has(words, at: offset) {
        return offset..<(offset + words.count)
      }
    }
    return nil
  }

  /// Whether a character that starts at an offset is part of a word.
  func isWord(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case 0..<0x80: bytes[offset].isLetterOrDigit
    // Signs, arrows and dashes; punctuation of Japanese; wide signs; pictures.
    case 0x80...0xC2, 0xE2, 0xF0...: false
    case 0xE3: offset + 1 < bytes.count && bytes[offset + 1] > 0x80
    case 0xEF: sign(at: offset).byte.isLetterOrDigit && sign(at: offset).count == 3
    default: true
    }
  }

  /// Whether a digit stands at an offset.
  func startsNumber(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset].isDigit }

  /// Whether a digit stands in the text.
  var hasDigit: Bool {
    let bytes = bytes.span
    var digits: UInt64 = 0
    for place in stride(from: 0, to: bytes.count, by: 8) {
      digits |= ByteWord(bytes, at: place).digits
    }
    return digits != 0
  }

  /// Whether one of some words stands in the text.
  func contains(_ list: [[UInt8]]) -> Bool { first(of: list) != nil }

  /// The sign at an offset and its length; the wide signs of Chinese and Japanese are as in ASCII.
  func sign(at offset: Int) -> (byte: UInt8, count: Int) {
    let byte = bytes[offset]
    guard byte == 0xEF, offset + 2 < bytes.count else { return (byte, 1) }
    // U+FF01 to U+FF5E stand for "!" to "~".
    let second = bytes[offset + 1]
    let third = bytes[offset + 2]
    if second == 0xBC, third >= 0x81 { return (third - 0x60, 3) }
    if second == 0xBD, third <= 0x9E { return (third - 0x20, 3) }
    return (byte, 1)
  }

  /// What stands inside the bracket that opens at an offset.
  func bracket(at offset: Int) -> Range<Int>? {
    guard offset < bytes.count, sign(at: offset).byte == UInt8(ascii: "(") else { return nil }
    let start = offset + sign(at: offset).count
    var end = start
    while end < bytes.count {
      let (sign, count) = sign(at: end)
      if sign == UInt8(ascii: ")") { return start..<end }
      end += count
    }
    return nil
  }

  /// The last sign before an offset that is no space; a long dash is "-", a wide comma is ",".
  func lastSign(before offset: Int) -> UInt8? {
    guard let last = bytes[..<offset].lastIndex(where: { !Byte.isSpace($0) }) else { return nil }
    guard last >= 2, bytes[last] >= 0x80 else { return bytes[last] }
    switch bytes[last - 2] {
    case 0xEF: return sign(at: last - 2).byte
    case 0xE2 where bytes[last - 1] == 0x80: return UInt8(ascii: "-")
    case 0xE3 where bytes[last - 1] == 0x80: return UInt8(ascii: ",")
    default: return bytes[last]
    }
  }

  /// The text up to an offset.
  func prefix(_ end: Int) -> FoldedText { FoldedText(bytes: Array(bytes[..<end])) }

  /// The offset of the first byte that is no space.
  func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    let text = bytes.span
    while offset < text.count {
      switch text[offset] {
      case 32, 9, 10, 13: offset += 1
      // A space that does not break, and a wide one.
      case 0xC2 where offset + 1 < text.count && text[offset + 1] == 0xA0: offset += 2
      case 0xE3
      where offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] == 0x80:
        offset += 3
      default: return offset
      }
    }
    return offset
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  /// Whether it starts a letter of two bytes, such as "ä"; signs and wide letters start otherwise.
  fileprivate var startsLatin: Bool { self >= 0xC3 && self <= 0xCF }
}
