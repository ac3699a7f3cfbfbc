internal import Bindings

extension FoldedText {
  /// A text in lower case of the same length: A to Z and the capitals of Latin-1.
  init(folding text: String) {
    var bytes = Array(text.utf8)
    bytes.lowercase()
    self.init(bytes: bytes)
  }

  /// Whether a word may start at an offset: no letter of ASCII goes before one, no digit a digit.
  func startsWord(_ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte >= 0x80 { return byte >= 0xC0 }
    guard byte.isLetterOrDigit else { return false }
    return offset == 0 || !bytes[offset - 1].isASCIILetter || byte.isDigit
  }

  /// The words of the text, in their order: runs of letters and digits.
  var words: [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var offset = 0
    while offset < bytes.count {
      if isWord(offset) {
        start = start ?? offset
      } else if let first = start {
        words.append(bytes[first..<offset])
        start = nil
      }
      offset += 1
      // A character is one as a whole.
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    if let start { words.append(bytes[start...]) }
    return words
  }

  /// Whether one of some words stands at the start, after signs that are no letters.
  func starts(with words: [[UInt8]]) -> Bool {
    guard let start = bytes.firstIndex(where: \.isLetterOrDigit) else { return false }
    return words.contains { has($0, at: start) }
  }
}
