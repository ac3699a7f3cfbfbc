/// A value that is none yet.
enum BlankValue {
  /// The part of a value that says so: "TBD", "(Name)", "YYYY-MM-DD", "XX minutes".
  static func text(of value: String, _ words: Vocabulary) -> String? {
    let bytes = value.utf8.span
    let text = FoldedText(folding: value)
    let start = text.skipSpaces(0)
    guard start < bytes.count, bytes[start] != UInt8(ascii: "[") else { return nil }
    if let end = word(text, bytes, start, words) { return String(bytes.extracting(start..<end)) }
    let inner = text.bytes[...].trimmed { "() ".utf8.contains($0) }
    let isWrapped = text.bytes[start] == UInt8(ascii: "(") && inner.endIndex < bytes.count
    if isWrapped || inner.contains(Byte.space), words.facts.document.dummies.contains(String(inner))
    {
      return value
    }
    return isFormat(inner) || isCrossed(inner) ? value : nil
  }

  /// A word for nothing at an offset; short ones count in capitals, for "todo" is a word elsewhere.
  private static func word(
    _ text: FoldedText,
    _ bytes: Swift.Span<UInt8>,
    _ start: Int,
    _ words: Vocabulary
  ) -> Int? {
    var limit = bytes.count
    while let (word, end) = words.facts.document.blankWords.longest(
      in: text,
      at: start,
      upTo: limit
    ) {
      limit = end - 1
      if end - start <= 4, word.isLetters, (start..<end).contains(where: { bytes[$0] >= 97 }) {
        continue
      }
      let next = text.skipSpaces(end)
      if word.isPhrase || next == bytes.count || !bytes[next].isLetterOrDigit { return end }
    }
    return nil
  }

  /// "YYYY-MM-DD", "TT.MM.JJJJ", "HH:MM": runs of one letter each, at least two of them.
  private static func isFormat(_ value: ArraySlice<UInt8>) -> Bool {
    guard (5...24).contains(value.count), let first = value.first, letters.contains(first) else {
      return false
    }
    let runs = value.split { "-/.: ".utf8.contains($0) }
    let known = runs.prefix { run in
      (2...4).contains(run.count) && run.allSatisfy { $0 == run.first }
        && letters.contains(run.first ?? 0)
    }
    // A time zone may follow.
    return known.count > 1 && known.count + 1 >= runs.count
  }

  /// Of year, month, day, hour, minute and second, also in German and French.
  private static let letters = ByteSet("ydmhsajt".utf8)

  /// "XX minutes", "XX:XX", "XXXX".
  private static func isCrossed(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.starts(with: "xx".utf8), value.count <= 24 else { return false }
    let rest = value.drop { $0 == UInt8(ascii: "x") || "-/.: ".utf8.contains($0) }
    return rest.isEmpty || rest.startIndex > value.startIndex && value[rest.startIndex - 1] == 32
  }
}
