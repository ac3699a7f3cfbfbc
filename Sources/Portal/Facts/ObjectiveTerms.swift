/// Finds the names of objectives in a text.
struct ObjectiveTerms {
  /// A name, with what explains it in brackets: "RTO (Recovery Time Objective)".
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
    while let (kind, place) = words.names.first(in: text, offset..<text.bytes.count) {
      let end = place.upperBound
      offset = place.lowerBound
      if let last = found.last, last.kind == kind, isJoint(text, last.range.upperBound..<offset) {
        found[found.count - 1].range = last.range.lowerBound..<closed(text, end)
      } else {
        found.append(Occurrence(kind: kind, range: offset..<explained(text, end, kind)))
      }
      offset = found[found.count - 1].range.upperBound
    }
    return found
  }

  /// The recovery times, recovery points and tolerable downtimes among the names.
  func targets(in text: FoldedText) -> [Occurrence] {
    occurrences(in: text).filter { $0.kind != .availability }
  }

  /// The names that share what follows: "RTO/RPO" and "RTO and RPO" are one group.
  func groups(in text: FoldedText) -> [[Occurrence]] {
    var groups: [[Occurrence]] = []
    for name in targets(in: text) {
      if let last = groups.last?.last,
        groups.last?.contains(where: { $0.kind == name.kind }) == false,
        areJoined(text, last.range.upperBound..<name.range.lowerBound)
      {
        groups[groups.count - 1].append(name)
      } else {
        groups.append([name])
      }
    }
    return groups
  }

  private func isJoint(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (sign, count) = text.sign(at: offset)
      guard Byte.isSpace(sign) || "(/-".utf8.contains(sign) else { return false }
      offset += count
    }
    return true
  }

  /// Whether nothing but "/", "&", a comma or "and" stands between two names.
  private func areJoined(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (sign, count) = text.sign(at: offset)
      if Byte.isSpace(sign) || "/&+,".utf8.contains(sign) {
        offset += count
      } else if let word = words.joints.first(where: { text.has($0, at: offset) }) {
        offset += word.count
      } else {
        return false
      }
    }
    return true
  }

  /// Takes the bracket in that closes a spelled-out form.
  private func closed(_ text: FoldedText, _ end: Int) -> Int {
    guard end < text.bytes.count else { return end }
    let (sign, count) = text.sign(at: end)
    return sign == UInt8(ascii: ")") ? end + count : end
  }

  /// Takes the brackets in that only say what the name means: "RPO (maximum data loss)".
  private func explained(_ text: FoldedText, _ end: Int, _ kind: ObjectiveKind) -> Int {
    let start = text.skipSpaces(end)
    guard let inner = text.bracket(at: start), !inner.isEmpty, words.isNameless(text, inner) else {
      return end
    }
    if let name = words.names.first(in: text, inner) {
      // "RTO (maximum acceptable downtime)" explains, "RTO (MTD)" names another.
      guard kind == .rto, name.value == .mtd, inner.count(where: { text.bytes[$0] == 32 }) > 0
      else { return end }
    }
    return closed(text, inner.upperBound)
  }
}
