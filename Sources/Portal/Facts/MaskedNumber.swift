/// Finds telephone numbers whose digits are left out: "+1-XXX-XXX-XXXX", "+56 9 XXXX XXXX".
enum MaskedNumber {
  /// Where they stand in a text.
  static func ranges(in text: FoldedText) -> [Range<Int>] {
    guard ContactValue.isMasked(text) else { return [] }
    var found: [Range<Int>] = []
    var group: Range<Int>?
    func close() {
      if let range = group, isMasked(text, range) { found.append(range) }
      group = nil
    }
    var offset = 0
    while offset < text.bytes.count {
      let token = text.bytes[offset...].prefix { !isEnd($0) }
      let trimmed = token.trimmed { "-.()".utf8.contains($0) && $0 != UInt8(ascii: "(") }
      if token.isEmpty {
        if !Byte.isSpace(text.bytes[offset]) { close() }
        offset += 1
        continue
      }
      if trimmed.allSatisfy(isPart), trimmed.contains(where: \.isLetterOrDigit) {
        group = (group?.lowerBound ?? trimmed.startIndex)..<trimmed.endIndex
      } else {
        close()
        // A number with letters of its own: "INC-XXXX".
        if isMasked(text, trimmed.startIndex..<trimmed.endIndex) {
          found.append(trimmed.startIndex..<trimmed.endIndex)
        }
      }
      offset = token.endIndex
    }
    close()
    return found
  }

  private static func isMasked(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    range.count < 32 && ContactValue.isMasked(FoldedText(bytes: Array(text.bytes[range])))
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "x") || "+-().".utf8.contains(byte)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    Byte.isSpace(byte) || ",;|\"'`[]/".utf8.contains(byte)
  }
}
