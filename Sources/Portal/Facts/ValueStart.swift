/// Where the value of a target starts behind its name.
struct ValueStart {
  let offset: Int
  /// Words between the name and the value that may say of what the target is.
  let subject: Range<Int>?
  /// Whether a colon or an equals sign leads over to the value.
  let isMarked: Bool

  /// Past a colon, or past words such as "is" and "of"; nil when no value can follow.
  init?(_ text: FoldedText, _ range: Range<Int>, _ words: Vocabulary) {
    if let mark = Self.mark(text, range, words) {
      offset = mark.upperBound
      subject = Self.subject(text, range.lowerBound..<mark.lowerBound, words)
      isMarked = true
      return
    }
    var subject: Range<Int>?
    var offset = text.skipSpaces(range.lowerBound)
    while offset < range.upperBound {
      if let end = Self.skip(text, offset, words) {
        offset = end
      } else if let inner = text.bracket(at: offset) {
        if TargetValue(text, at: inner.lowerBound, isCell: false, words) != nil {
          (self.offset, self.subject, isMarked) = (inner.lowerBound, subject, true)
          return
        }
        guard Span.first(in: text, inner, words) == nil else { return nil }
        subject = inner
        offset = text.skipSpaces(inner.upperBound + text.sign(at: inner.upperBound).count)
      } else if let word = words.before.first(where: { text.has($0, at: offset) }) {
        let start = text.skipSpaces(offset + word.count)
        guard let end = Self.verb(text, start..<range.upperBound, words) else { return nil }
        subject = offset..<end
        offset = end
      } else if TargetValue(text, at: offset, isCell: false, words) == nil,
        let end = Self.verb(text, offset..<range.upperBound, words)
      {
        // "RTO of the | ordering system | is 4 hours"
        subject = offset..<end
        offset = end
      } else {
        (self.offset, self.subject, isMarked) = (offset, subject, false)
        return
      }
    }
    return nil
  }

  /// The words before a colon: one or two, or what stands in brackets, behind a dash or "for".
  private static func subject(
    _ text: FoldedText,
    _ range: Range<Int>,
    _ words: Vocabulary
  ) -> Range<Int>? {
    let start = text.skipSpaces(range.lowerBound)
    guard start < range.upperBound else { return nil }
    let isSure = !text.isWord(start) || words.before.contains { text.has($0, at: start) }
    let spaces = text.bytes[start..<range.upperBound].count(where: Byte.isSpace)
    return isSure || spaces < 2 ? range : nil
  }

  /// The colon or equals sign of a label, before any span.
  private static func mark(
    _ text: FoldedText,
    _ range: Range<Int>,
    _ words: Vocabulary
  ) -> Range<Int>? {
    var offset = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 60)
    while offset < end {
      let (sign, count) = text.sign(at: offset)
      if sign == Byte.colon || sign == UInt8(ascii: "=") {
        let isFree = Span.first(in: text, range.lowerBound..<offset, words) == nil
        return isFree ? offset..<(offset + count) : nil
      }
      if sign == UInt8(ascii: ",") || sign == UInt8(ascii: ";") { return nil }
      offset += count
    }
    return nil
  }

  /// Past a sign or a word that leads over to a value.
  private static func skip(_ text: FoldedText, _ offset: Int, _ words: Vocabulary) -> Int? {
    let (sign, count) = text.sign(at: offset)
    // A dash may be the value itself.
    if ")*=|-".utf8.contains(sign) { return text.skipSpaces(offset + count) }
    for dash in ["–", "—"] where text.bytes[offset...].starts(with: dash.utf8) {
      return text.skipSpaces(offset + dash.utf8.count)
    }
    guard let word = words.connectors.first(where: { text.has($0, at: offset) }) else { return nil }
    return text.skipSpaces(offset + word.count)
  }

  /// Where a verb leads over from the words for a component to a value: "for the shop | is 4 h".
  private static func verb(_ text: FoldedText, _ range: Range<Int>, _ words: Vocabulary) -> Int? {
    for offset in range.prefix(60) {
      if ".,;(".utf8.contains(text.sign(at: offset).byte) { return nil }
      guard text.startsWord(offset),
        let verb = words.verbs.first(where: { text.has($0, at: offset) })
      else { continue }
      var end = text.skipSpaces(offset + verb.count)
      while end < range.upperBound, let next = skip(text, end, words) { end = next }
      if end < range.upperBound, TargetValue(text, at: end, isCell: false, words) != nil {
        return offset
      }
    }
    return nil
  }
}
