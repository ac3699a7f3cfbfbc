extension TargetValue {
  /// So many values one after the other, as "4 h / 15 min"; fewer where one is none.
  static func list(of count: Int, in text: FoldedText, _ words: Vocabulary) -> [TargetValue] {
    var offset = 0
    var values: [TargetValue] = []
    while values.count < count,
      let value = TargetValue(text, at: offset, isCell: false, isOnly: count == 1, words)
    {
      values.append(value)
      offset = text.skipSpaces(value.end)
      if offset < text.bytes.count, "/|,".utf8.contains(text.sign(at: offset).byte) {
        offset += text.sign(at: offset).count
      }
    }
    return values
  }

  /// A value that stands alone, or with the words for what it is.
  init?(alone text: FoldedText, _ words: Vocabulary) {
    guard let value = TargetValue(text, at: 0, isCell: false, words), value.state == .number else {
      return nil
    }
    let next = text.skipSpaces(value.end)
    if next < text.bytes.count {
      let sign = text.sign(at: next).byte
      let isClosed =
        !text.isWord(next) && sign != UInt8(ascii: "-")
        || (words.before + words.tails).contains { text.has($0, at: next) }
      guard isClosed else { return nil }
    }
    self = value
  }
}
