/// A target that a text states: the name of an objective with its value.
struct TargetPhrase {
  let kind: ObjectiveKind
  let value: TargetValue
  /// From the start of the name to the end of the value, whichever comes first.
  let range: Range<Int>
  /// Words between the name and the value that may say of what: "RTO for the shop: 4 h".
  let subject: Range<Int>?
  /// Up to where words behind the value belong to it.
  let limit: Int
}

/// Reads the targets that a line, a heading or a cell states.
struct TargetPhrases {
  /// Where a text stands.
  enum Place {
    case heading
    case item
    case line
    case cell
  }

  let text: FoldedText
  let place: Place
  let terms: ObjectiveTerms

  private var words: Vocabulary { terms.words }

  /// The targets of a text, from left to right.
  func read() -> [TargetPhrase] {
    let groups = terms.groups(in: text)
    var found: [TargetPhrase] = []
    var from = 0
    for (position, group) in groups.enumerated() {
      guard let start = group.first?.range.lowerBound, let end = group.last?.range.upperBound,
        start >= from
      else { continue }
      let limit =
        position + 1 < groups.count
        ? groups[position + 1][0].range.lowerBound : text.bytes.count
      if let span = span(before: start, from: from) {
        // "within the 4 hour RTO": what follows such a name is no target either.
        guard group.count == 1, leads(span, found), closes(end) else {
          if found.isEmpty { return [] }
          from = end
          continue
        }
        if !isAgain(group[0], found), let phrase = leading(span, group[0], limit) {
          found.append(phrase)
        }
        from = end
      } else if let phrases = following(group, from..<start, end..<limit, isFirst: from == 0) {
        found += phrases
        from = phrases.last?.range.upperBound ?? end
      } else {
        from = max(end, found.isEmpty ? asideEnd(around: start) ?? end : end)
      }
    }
    return found
  }

  // MARK: The value stands before the name

  /// The span that ends where a name starts: "4 hours" of "4 hours RTO".
  private func span(before name: Int, from start: Int) -> Range<Int>? {
    var offset = start
    while let span = Span.first(in: text, from: offset, words), span.range.lowerBound < name {
      var end = text.skipSpaces(span.range.upperBound)
      if end < name, text.bytes[end] == UInt8(ascii: "-") { end += 1 }
      if end == name { return span.range }
      offset = max(span.range.upperBound, offset + 1)
    }
    return nil
  }

  /// Whether a span may state a target that is named behind it: after a label, or after another.
  private func leads(_ span: Range<Int>, _ found: [TargetPhrase]) -> Bool {
    if !found.isEmpty { return true }
    guard let sign = text.lastSign(before: span.lowerBound) else { return place != .heading }
    let before = text.prefix(span.lowerBound)
    guard ":-(|,;/".utf8.contains(sign) || sign >= 0x80 || isGiven(before) else { return false }
    return Span.first(in: before, words) == nil
  }

  /// "The log gives about" before "15 min RPO"; not what was, and nothing that hangs on an "if".
  private func isGiven(_ before: FoldedText) -> Bool {
    place != .heading && before.start(of: words.clauses.giving, before: before.bytes.count) != nil
      && !words.vetoes.stands(in: before) && !words.facts.marks(in: before).has(.condition)
  }

  /// Whether another sentence of the line states a target of the kind already.
  private func isAgain(_ name: ObjectiveTerms.Occurrence, _ found: [TargetPhrase]) -> Bool {
    guard let last = found.last(where: { $0.kind == name.kind }) else { return false }
    return text.sentences.contains {
      (last.range.upperBound..<name.range.lowerBound).contains($0.upperBound)
    }
  }

  private func closes(_ end: Int) -> Bool {
    let next = text.skipSpaces(end)
    guard next < text.bytes.count else { return true }
    let sign = text.sign(at: next).byte
    return ",;/)|.&+".utf8.contains(sign) || sign >= 0x80
      || (words.joints + words.before).contains { text.has($0, at: next) }
  }

  private func leading(
    _ span: Range<Int>,
    _ name: ObjectiveTerms.Occurrence,
    _ limit: Int
  ) -> TargetPhrase? {
    let before = text.prefix(name.range.lowerBound)
    guard let value = TargetValue(before, at: span.lowerBound, isCell: false, words) else {
      return nil
    }
    return TargetPhrase(
      kind: name.kind,
      value: value,
      range: span.lowerBound..<name.range.upperBound,
      subject: nil,
      limit: limit
    )
  }

  // MARK: The value stands behind the name

  private func following(
    _ group: [ObjectiveTerms.Occurrence],
    _ before: Range<Int>,
    _ after: Range<Int>,
    isFirst: Bool
  ) -> [TargetPhrase]? {
    let behind = text.prefix(after.upperBound)
    guard let start = ValueStart(behind, after, words) else { return nil }
    let name = group[0].range.lowerBound
    guard !isVetoed(before, name..<start.offset), !isCompared(before, start, isFirst),
      !isConditional(name)
    else { return nil }
    let listed = group.count == 1 ? listed(group[0], behind, start.offset) : []
    guard listed.isEmpty else { return listed }
    var offset = start.offset
    var values: [TargetValue] = []
    for _ in group {
      guard
        let value = TargetValue(behind, at: offset, isCell: false, isOnly: group.count == 1, words)
      else { break }
      values.append(value)
      offset = separated(behind, value.end)
    }
    if values.isEmpty, group.count == 1, start.isMarked, start.subject == nil,
      let value = TargetValue(behindWordsOf: behind, from: offset, words)
    {
      values.append(value)
    }
    guard let last = values.last, !behind.isMeasured(last.end, words) else { return nil }
    let found = group.enumerated().map { index, name in
      TargetPhrase(
        kind: name.kind,
        value: index < values.count ? values[index] : values[0],
        range: group[0].range.lowerBound..<last.end,
        subject: start.subject,
        limit: after.upperBound
      )
    }
    return group.count == 1 ? found + others(behind, found[0]) : found
  }

  /// "4 hours (tills); a day (reports)" behind "RTO:".
  private func listed(
    _ name: ObjectiveTerms.Occurrence,
    _ text: FoldedText,
    _ start: Int
  ) -> [TargetPhrase] {
    TargetList(text, at: start, words).items.map { item in
      TargetPhrase(
        kind: name.kind,
        value: item.value,
        range: name.range.lowerBound..<item.value.end,
        subject: item.name,
        limit: item.value.end
      )
    }
  }

  /// "8 hours for reports, a day for the rest" behind "RTO: 1 hour for tills,".
  private func others(_ text: FoldedText, _ first: TargetPhrase) -> [TargetPhrase] {
    var found: [TargetPhrase] = []
    while let next = another(text, found.last ?? first) { found.append(next) }
    return found
  }

  private func another(_ text: FoldedText, _ last: TargetPhrase) -> TargetPhrase? {
    guard
      let named = words.before.first(where: { text.has($0, at: text.skipSpaces(last.value.end)) })
    else { return nil }
    let start = text.skipSpaces(last.value.end) + named.count
    guard
      let span = Span.first(in: text, from: start, words),
      let sign = text.lastSign(before: span.range.lowerBound), ",;/".utf8.contains(sign),
      let value = TargetValue(text, at: span.range.lowerBound, isCell: false, words),
      words.before.contains(where: { text.has($0, at: text.skipSpaces(value.end)) })
    else { return nil }
    return TargetPhrase(
      kind: last.kind,
      value: value,
      range: span.range.lowerBound..<value.end,
      subject: nil,
      limit: last.limit
    )
  }

  /// Past "/", "|" or "and" between the values of one group.
  private func separated(_ text: FoldedText, _ end: Int) -> Int {
    var offset = text.skipSpaces(end)
    while offset < text.bytes.count {
      let (sign, count) = text.sign(at: offset)
      if "/,|&)".utf8.contains(sign) {
        offset = text.skipSpaces(offset + count)
      } else if let inner = text.bracket(at: offset) {
        offset = text.skipSpaces(inner.upperBound + text.sign(at: inner.upperBound).count)
      } else if let word = words.joints.first(where: { text.has($0, at: offset) }) {
        offset = text.skipSpaces(offset + word.count)
      } else {
        break
      }
    }
    return offset
  }

  /// Whether words in the clause of a name, or between it and its value, say what was.
  private func isVetoed(_ before: Range<Int>, _ name: Range<Int>) -> Bool {
    let clause = text.bytes[before].lastIndex { ",;|".utf8.contains($0) }.map { $0 + 1 }
    var from = clause ?? before.lowerBound
    while let (_, range) = words.vetoes.first(in: text, from..<name.upperBound) {
      // "real-time" is not what really was.
      guard range.upperBound < text.bytes.count, text.bytes[range.upperBound] == 45 else {
        return true
      }
      from = range.upperBound
    }
    return false
  }

  /// Whether the first name is only compared with: "done in 3 h, RTO < 4 h", "vital (RTO < 1 h):".
  private func isCompared(_ before: Range<Int>, _ start: ValueStart, _ isFirst: Bool) -> Bool {
    guard isFirst, place != .heading, !start.isMarked else { return false }
    // "Targets (of 1 May): RTO < 4 h" has a label before it.
    if text.lastSign(before: before.upperBound) == Byte.colon { return false }
    let lead = text.prefix(before.upperBound)
    return Span.first(in: lead, words) != nil || asideEnd(around: before.upperBound) != nil
  }

  /// "If you copy every 24 hours, your RPO is 24 hours": the amount before is what it hangs on;
  /// "For example, an RTO of 2 hours means" is nobody's.
  private func isConditional(_ name: Int) -> Bool {
    guard place != .heading, place != .cell,
      let sentence = text.sentences.first(where: { $0.contains(name) }),
      let start = text.bytes[sentence].firstIndex(where: \.isLetterOrDigit), start < name
    else { return false }
    if words.facts.instances.contains(where: { text.has($0, at: start) }) { return true }
    guard words.facts.marks.longest(in: text, at: start)?.value.has(.condition) == true else {
      return false
    }
    return Span.first(in: text, start..<name, words) != nil
  }

  /// The end of the bracket of a sentence in which a name stands: "vital (RTO < 1 h, RPO < 5 min)".
  private func asideEnd(around name: Int) -> Int? {
    guard place == .line,
      let open = text.bytes[..<name].lastIndex(where: { $0 == 0x28 || $0 == 0x29 }),
      text.bytes[open] == UInt8(ascii: "(")
    else { return nil }
    return text.bytes[name...].firstIndex(of: UInt8(ascii: ")"))
  }
}

extension FoldedText {
  /// Whether the words behind a value say that it was measured, or is to change.
  func isMeasured(_ end: Int, _ words: Vocabulary) -> Bool {
    var offset = skipSpaces(end)
    while offset < bytes.count, "(,".utf8.contains(sign(at: offset).byte) {
      offset = skipSpaces(offset + sign(at: offset).count)
    }
    return offset < bytes.count && words.measured.contains { has($0, at: offset) }
  }
}
