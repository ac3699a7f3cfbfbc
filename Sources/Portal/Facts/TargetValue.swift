/// What stands where a target's value is expected.
struct TargetValue {
  let state: Target.State
  let value: Int?
  let isStrict: Bool
  let mechanism: String?
  /// Where the value ends in the folded text.
  let end: Int

  /// The value that starts at an offset of a text; nil when none does.
  ///
  /// In the cell of a table every other text is a value in words ("best effort"); on a line it is
  /// none, for a definition is no objective. A value that is not the only one takes no alternatives
  /// in: "4 h / 15 min" are two.
  init?(
    _ text: FoldedText,
    at start: Int,
    isCell: Bool,
    unit: Int? = nil,
    isOnly: Bool = true,
    _ words: Vocabulary
  ) {
    let start = text.skipSpaces(start)
    guard start < text.bytes.count else { return nil }
    if let state = Self.open(text, start, words) {
      (self.state, value, isStrict, mechanism) = (state, nil, false, nil)
      end = start + 1
    } else if let span = isOnly
      ? Span.largest(in: text, at: start, words, unit: unit)
      : Span(at: start, in: text, words, unit: unit)
    {
      let isLowerBound = span.qualifier == .least
      state = isLowerBound ? .lowerBound : .number
      value = isLowerBound ? nil : span.maximum
      isStrict = span.qualifier == .strict
      mechanism = Self.bracket(text, after: span.range.upperBound)
      end = span.range.upperBound
    } else if let end = Self.notApplicable(text, start, words) {
      (state, value, isStrict) = (.na, nil, false)
      mechanism = Self.bracket(text, after: end)
      self.end = end
    } else if isCell, Self.isNothing(text, start) {
      (state, value, isStrict, mechanism) = (.number, 0, false, nil)
      end = text.bytes.count
    } else if isCell, let value = Self(behindWordsOf: text, from: start, words) {
      self = value
    } else {
      guard isCell else { return nil }
      (state, value, isStrict, mechanism) = (.qualitative, nil, false, nil)
      end = text.bytes.count
    }
  }

  /// The number that some words lead up to: "the last dump (< 5 minutes)", "back within 4 hours".
  init?(behindWordsOf text: FoldedText, from start: Int, _ words: Vocabulary) {
    guard let span = Span.first(in: text, from: start, words) else { return nil }
    let lead = start..<span.range.lowerBound
    let isInner = text.lastSign(before: span.range.lowerBound) == UInt8(ascii: "(")
    let isSaid = Self.endsWithVerb(text, lead, words)
    let end = text.skipSpaces(span.range.upperBound)
    guard isInner || isSaid || span.qualifier == .strict || span.qualifier == .upto,
      text.words(in: lead) < 16, !Self.isParted(text, lead),
      isSaid || end == text.bytes.count || ").;".utf8.contains(text.sign(at: end).byte)
        || text.bytes[end...].starts(with: [0xE3, 0x80])
        || (words.before + words.tails).contains(where: { text.has($0, at: end) })
    else { return nil }
    (state, value, isStrict) = (.number, span.maximum, span.qualifier == .strict)
    (mechanism, self.end) = (nil, span.range.upperBound)
  }

  /// "How much may be lost? At most 1 hour" asks first.
  private static func isParted(_ text: FoldedText, _ lead: Range<Int>) -> Bool {
    lead.contains { text.sign(at: $0).byte == UInt8(ascii: "?") }
      || text.sentences.contains { lead.contains($0.upperBound) }
  }

  /// "The loss of data that we accept is": no example, and no condition.
  private static func endsWithVerb(
    _ text: FoldedText,
    _ lead: Range<Int>,
    _ words: Vocabulary
  ) -> Bool {
    let clause = FoldedText(bytes: Array(text.bytes[lead]))
    guard !words.vetoes.stands(in: clause), !words.facts.marks(in: clause).has(.condition) else {
      return false
    }
    return words.verbs.contains { verb in
      let start = lead.upperBound - verb.count - 1
      return start >= lead.lowerBound && text.has(verb, at: start)
    }
  }

  /// "0 confirmed orders": none of something that is not counted in time.
  private static func isNothing(_ text: FoldedText, _ start: Int) -> Bool {
    let rest = text.bytes[start...]
    return rest.starts(with: "0 ".utf8) && !rest.dropFirst().contains(where: \.isDigit)
  }

  /// An availability: "99.95%" is 999,500 millionths.
  static func availability(_ text: FoldedText) -> Int? {
    guard let percent = text.bytes.firstIndex(of: UInt8(ascii: "%")) else { return nil }
    var start = percent
    while start > 0, text.bytes[start - 1].isDigit || ".,".utf8.contains(text.bytes[start - 1]) {
      start -= 1
    }
    let digits = String(text.bytes[start..<percent]).split(whereSeparator: {
      $0 == "." || $0 == ","
    })
    guard let whole = digits.first.flatMap({ Int($0) }), whole <= 100 else { return nil }
    let fraction = digits.count > 1 ? String(digits[1].prefix(4)) : ""
    return whole * 10_000 + (Int(fraction.padded(to: 4)) ?? 0)
  }

  private static func open(_ text: FoldedText, _ start: Int, _ words: Vocabulary) -> Target.State? {
    let rest = text.bytes[start...]
    if rest.starts(with: "$(".utf8) || rest.starts(with: "${".utf8) || rest.starts(with: "{{".utf8)
    {
      return .variable
    }
    if rest.first == UInt8(ascii: "[") { return .placeholder }
    if rest.first == UInt8(ascii: "<"), rest.dropFirst().first?.isLetter == true,
      rest.contains(UInt8(ascii: ">"))
    {
      return .placeholder
    }
    return words.placeholders.contains { text.has($0, at: start) } ? .placeholder : nil
  }

  private static func notApplicable(_ text: FoldedText, _ start: Int, _ words: Vocabulary) -> Int? {
    for word in words.na where text.has(word, at: start) {
      let end = start + word.count
      // A dash is a value only when it stands alone.
      if word[0].isASCIILetter || text.skipSpaces(end) == text.bytes.count { return end }
    }
    return nil
  }

  private static func bracket(_ text: FoldedText, after offset: Int) -> String? {
    text.bracket(at: text.skipSpaces(offset)).map { String(text.bytes[$0]) }
  }
}

extension String {
  /// The text with zeros at its end up to a length.
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: "0", count: max(0, count - self.count))
  }
}
