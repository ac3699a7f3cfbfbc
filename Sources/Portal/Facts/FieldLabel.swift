/// The words of a label of document control, such as "Next scheduled review date".
struct FieldLabel {
  let kind: DocumentField.Kind
  /// Where its last word ends in the text.
  let end: Int

  /// The label that a text starts with at an offset, up to the first word that belongs to none.
  init?(in text: FoldedText, from start: Int, _ words: Vocabulary) {
    var kind: DocumentField.Kind?
    var end = start
    var offset = start
    while offset < text.bytes.count {
      let skipped = Self.skipSigns(text, offset)
      guard skipped < text.bytes.count else { break }
      offset = skipped
      if let (found, next) = words.facts.document.fields.longest(in: text, at: offset) {
        // "Date of the last review" speaks of the review.
        if kind == nil || kind == .date { kind = found }
        (offset, end) = (next, next)
      } else if let (_, next) = words.facts.document.fillers.longest(in: text, at: offset) {
        (offset, end) = (next, kind == nil ? end : next)
      } else {
        break
      }
    }
    guard let kind else { return nil }
    (self.kind, self.end) = (kind, end)
  }

  /// The field that a label names; signs and what stands in brackets don't count.
  static func kind(of label: String, _ words: Vocabulary) -> DocumentField.Kind? {
    let text = FoldedText(folding: label)
    return kind(of: text, 0..<text.bytes.count, words)
  }

  /// The field that the words of a range name.
  static func kind(
    of text: FoldedText,
    _ range: Range<Int>,
    _ words: Vocabulary
  ) -> DocumentField.Kind? {
    guard range.count < 80 else { return nil }
    let text = FoldedText(bytes: Array(text.bytes[range]))
    guard let label = FieldLabel(in: text, from: 0, words) else { return nil }
    let rest = skipSigns(text, label.end)
    let isWhole = rest == text.bytes.count || text.bytes[rest] == UInt8(ascii: "(")
    return isWhole ? label.kind : nil
  }

  /// The offset of the next letter, digit or bracket; emoji and other signs are none.
  private static func skipSigns(_ text: FoldedText, _ start: Int) -> Int {
    var offset = start
    while offset < text.bytes.count {
      let byte = text.bytes[offset]
      switch byte {
      case 0xF0...: offset += 4
      case 0xE2: offset += 3
      case 0xEF where text.bytes[offset...].dropFirst().first == 0xB8: offset += 3
      case 0xC2: offset += 2
      case UInt8(ascii: "("): return offset
      default:
        if byte.isLetterOrDigit { return offset }
        offset += 1
      }
    }
    return text.bytes.count
  }
}
