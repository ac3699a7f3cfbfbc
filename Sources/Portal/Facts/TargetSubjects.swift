/// Finds of what the targets of a line are: "Database RTO: 4 h", "RTO: 4 h for the shop".
struct TargetSubjects {
  let text: FoldedText
  /// The same text as it is written.
  let original: String
  let words: Vocabulary

  /// A name for each phrase; nil where the line has none for it.
  func names(of phrases: [TargetPhrase]) -> [String?] {
    let first = phrases.first.flatMap { before(0, $0) }
    var names: [String?] = []
    for (index, phrase) in phrases.enumerated() {
      names.append(
        between(phrase) ?? behind(phrase.range.upperBound, phrase.limit, isNamed: first != nil)
          ?? (index == 0 ? nil : before(phrases[index - 1].range.upperBound, phrase))
      )
    }
    let common = first ?? shared(phrases, names)
    return names.map { $0 ?? common }
  }

  /// "an RTO of 8 hours and an RPO of 24 hours for all systems": the one name is for both.
  private func shared(_ phrases: [TargetPhrase], _ names: [String?]) -> String? {
    let found = names.compactMap(\.self)
    let kinds = Set(phrases.map(\.kind))
    return found.count == 1 && kinds.count == phrases.count ? found[0] : nil
  }

  private func between(_ phrase: TargetPhrase) -> String? {
    guard let subject = phrase.subject, words(in: subject) < 7 else { return nil }
    return ComponentName.name(in: text, subject, of: original, words)
  }

  /// The words after "for": "< 4 hours for critical systems".
  ///
  /// Where a name stands before the value, "for full recovery" says only what is done.
  func behind(_ offset: Int, _ end: Int, isNamed: Bool = false) -> String? {
    var start = text.skipSpaces(offset)
    if let inner = text.bracket(at: start), inner.upperBound < end {
      start = text.skipSpaces(inner.upperBound + text.sign(at: inner.upperBound).count)
    }
    guard start < end, let word = words.before.first(where: { text.has($0, at: start) }) else {
      return nil
    }
    start += word.count
    var stop = start
    while stop < end, !isStop(stop) { stop += text.sign(at: stop).count }
    // "4 hours to restore the database from the last dump" says what is done, not for what.
    let isAct = words.facts.marks.longest(in: text, at: text.skipSpaces(start))?.value.has(.restore)
    guard words(in: start..<stop) < (isAct == true ? 4 : 8) else { return nil }
    if isNamed {
      let name = FoldedText(bytes: Array(text.bytes[start..<stop]))
      if words.facts.marks(in: name).has(.restore) { return nil }
    }
    return ComponentName.name(in: text, start..<stop, of: original, words)
  }

  private func isStop(_ offset: Int) -> Bool {
    let sign = text.sign(at: offset).byte
    return ".,;:|(".utf8.contains(sign)
      || text.bytes[offset...].starts(with: [0xE2, 0x80])
      || text.bytes[offset...].starts(with: [0xE3, 0x80])
      || words.joints.contains { $0[0].isASCIILetter && text.has($0, at: offset) }
  }

  /// What ends a sentence or a cell, and what stands between two names.
  private static let ends = ByteSet(".;!?|".utf8)
  private static let joints = ByteSet(",/&+".utf8)

  /// The words before the first name of a line, or between a value and the next name.
  private func before(_ start: Int, _ phrase: TargetPhrase) -> String? {
    // The targets of one group stand in one place.
    guard start <= phrase.range.lowerBound else { return nil }
    var from = start
    var index = start
    while index < phrase.range.lowerBound {
      let (sign, count) = text.sign(at: index)
      let next = index + count
      let isEnd = Self.ends.contains(sign) && (sign != 46 || isSpace(next))
      let isJoint = start > 0 && Self.joints.contains(sign)
      let isWideEnd = sign == 0xE3 && text.bytes[index...].starts(with: [0xE3, 0x80, 0x82])
      if isEnd || isJoint || isWideEnd { from = next }
      index = next
    }
    let range = circumstance(from..<phrase.range.lowerBound) ?? from..<phrase.range.lowerBound
    guard !range.isEmpty, Span.first(in: text, range, words) == nil,
      !isTalk(range, phrase)
    else { return nil }
    let (end, isSaid) = end(of: range)
    let most =
      switch text.lastSign(before: phrase.range.lowerBound) {
      case UInt8(ascii: ","): 4
      case .some(let sign) where sign.isLetterOrDigit: 5
      default: 9
      }
    guard words(in: isSaid ? range.lowerBound..<end : range) < most else { return nil }
    let unnumbered = text.bytes[range].prefix { $0.isDigit || ". )".utf8.contains($0) }.count
    let name = isSaid ? self.start(of: range) : from + (start == 0 ? unnumbered : 0)
    return ComponentName.name(in: text, min(name, end)..<end, of: original, words)
  }

  /// Where a name ends before "the" or "has an", and whether a sentence says so of it.
  private func end(of range: Range<Int>) -> (end: Int, isSaid: Bool) {
    var end = range.upperBound
    while let next = text.start(of: words.clauses.articles, before: end, from: range.lowerBound) {
      end = next
    }
    let verbs = end < range.upperBound ? words.clauses.having : words.clauses.giving
    let verb = text.start(of: verbs, before: end, from: range.lowerBound)
    return verb.map { ($0, true) } ?? (end, false)
  }

  /// Past the article at the start of a range.
  private func start(of range: Range<Int>) -> Int {
    let start = text.skipSpaces(range.lowerBound)
    let word = words.clauses.articles.first { $0.count > 1 && text.has($0, at: start) }
    return start + (word?.count ?? 0)
  }

  /// "Accepted risk: the RPO of a day is a limit": a sentence that only talks of the target.
  private func isTalk(_ range: Range<Int>, _ phrase: TargetPhrase) -> Bool {
    guard let colon = text.bytes[range].lastIndex(of: Byte.colon) else { return false }
    let next = text.skipSpaces(colon + 1)
    guard next < range.upperBound, words.classes.first(in: text, range) == nil,
      words.clauses.articles.contains(where: {
        text.has($0, at: next) && text.skipSpaces(next + $0.count) >= range.upperBound
      })
    else { return false }
    let behind = text.skipSpaces(phrase.value.end)
    return behind < text.bytes.count && text.bytes[behind].isLetter
      && !(words.before + words.tails + words.joints).contains { text.has($0, at: behind) }
  }

  /// "For the shop we commit to an": up to where other words follow.
  private func circumstance(_ range: Range<Int>) -> Range<Int>? {
    let start = text.skipSpaces(range.lowerBound)
    guard start < range.upperBound,
      let word = words.before.first(where: { text.has($0, at: start) })
    else { return nil }
    let first = text.skipSpaces(start + word.count)
    var end = first
    while end < range.upperBound {
      let isNext = end > first && text.isWord(end) && text.isEdge(end)
      if isNext, words.nameless.longest(in: text, at: end) != nil { break }
      if ",;".utf8.contains(text.sign(at: end).byte) { break }
      end += text.sign(at: end).count
    }
    return start..<end
  }

  private func isSpace(_ offset: Int) -> Bool {
    offset >= text.bytes.count || Byte.isSpace(text.bytes[offset])
  }

  /// How many words a range has.
  private func words(in range: Range<Int>) -> Int {
    text.bytes[range].split(whereSeparator: Byte.isSpace).count
  }
}

extension FoldedText {
  /// Where the last word before an offset starts, if it is one of some, and something stands before
  /// it; a letter alone ("Tier A") is a name, except behind a colon.
  func start(of some: [[UInt8]], before offset: Int, from first: Int = 0) -> Int? {
    let bytes = bytes[first..<offset].trimmed(of: Byte.isSpace)
    return some.lazy.compactMap { word -> Int? in
      let start = bytes.endIndex - word.count
      guard start > bytes.startIndex, bytes[start...].elementsEqual(word), isEdge(start) else {
        return nil
      }
      let before = bytes[..<start].last { !Byte.isSpace($0) }
      return word.count > 1 || before == Byte.colon ? start : nil
    }.first
  }
}
