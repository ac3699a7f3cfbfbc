/// Finds the names of objectives in a text.
struct ObjectiveTerms {
  /// A name, with its spelled-out form in brackets: "RTO (Recovery Time Objective)".
  struct Occurrence {
    let kind: ObjectiveKind
    var range: Range<Int>
  }

  let words: Vocabulary

  init(_ words: Vocabulary) { self.words = words }

  /// Every name in a text, from left to right.
  func occurrences(in text: FoldedText) -> [Occurrence] {
    var found: [Occurrence] = []
    var offset = 0
    while offset < text.bytes.count {
      guard text.startsWord(offset), let (kind, end) = words.names.longest(in: text, at: offset)
      else {
        offset += 1
        continue
      }
      if let last = found.last, last.kind == kind,
        isJoint(text.bytes[last.range.upperBound..<offset])
      {
        found[found.count - 1].range = last.range.lowerBound..<closed(text, end)
      } else {
        found.append(Occurrence(kind: kind, range: offset..<end))
      }
      offset = end
    }
    return found
  }

  /// The recovery times, recovery points and tolerable downtimes among the names.
  func targets(in text: FoldedText) -> [Occurrence] {
    occurrences(in: text).filter { $0.kind != .availability }
  }

  private func isJoint(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { Byte.isSpace($0) || "(/-".utf8.contains($0) }
  }

  /// Takes the bracket in that closes a spelled-out form.
  private func closed(_ text: FoldedText, _ end: Int) -> Int {
    end < text.bytes.count && text.bytes[end] == UInt8(ascii: ")") ? end + 1 : end
  }
}
