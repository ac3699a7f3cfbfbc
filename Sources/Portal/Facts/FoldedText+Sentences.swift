extension FoldedText {
  /// The sentences of the text, by a stop and a space, or by a stop of Chinese and Japanese.
  var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where isStop(index) && index > start {
      ranges.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// Whether a stop stands at an offset, which that of an abbreviation is not.
  private func isStop(_ index: Int) -> Bool {
    if bytes[index] == 0xE3 { return bytes[index...].starts(with: [0xE3, 0x80, 0x82]) }
    guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ";"),
      index + 1 < bytes.count, Byte.isSpace(bytes[index + 1])
    else { return false }
    return index < 2 || bytes[index - 2].isLetterOrDigit || !bytes[index - 1].isASCIILetter
  }

  /// How many words stand between two places.
  func words(between one: Range<Int>, _ other: Range<Int>) -> Int {
    let gap =
      other.lowerBound < one.lowerBound
      ? other.upperBound..<max(other.upperBound, one.lowerBound)
      : min(one.upperBound, other.lowerBound)..<other.lowerBound
    return words(in: gap)
  }

  /// How many words stand in a range.
  func words(in range: Range<Int>) -> Int {
    bytes[range].split(whereSeparator: Byte.isSpace).count { $0.contains(where: \.isLetterOrDigit) }
  }
}
