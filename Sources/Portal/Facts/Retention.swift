/// How long a backup is kept, as a plan says it.
struct Retention: Equatable, Sendable {
  /// Nil when it is kept for ever, or no length can be read.
  let seconds: Int?
  /// The words of the plan.
  let text: String

  /// The retention that a value states; nil when it states none.
  init?(_ value: String, _ words: Vocabulary) {
    let folded = FoldedText(folding: value)
    let marks = words.facts.marks(in: folded)
    guard marks.has([.number, .forever]) else { return nil }
    if marks.has(.forever) {
      (seconds, text) = (nil, value)
      return
    }
    guard let span = Self.production(folded, words) ?? Self.first(in: folded, words),
      span.maximum > 0
    else { return nil }
    (seconds, text) = (span.maximum, value)
  }

  /// The first span that is no time of day: "at 02h00, kept for 30 days".
  static func first(in text: FoldedText, from start: Int = 0, _ words: Vocabulary) -> Span? {
    var offset = start
    while let span = Span.first(in: text, from: offset, words) {
      let digits = text.bytes[span.range].drop { !$0.isDigit }
      let isClock = digits.first == UInt8(ascii: "0") && digits.dropFirst().first?.isDigit == true
      if !isClock { return span }
      offset = span.range.upperBound
    }
    return nil
  }

  /// Of "7 days for staging, 30 days for production" the one for production.
  private static func production(_ text: FoldedText, _ words: Vocabulary) -> Span? {
    let name = ["production", "prod"].map { Array($0.utf8) }
    guard let place = text.first(of: name) else { return nil }
    var best: Span?
    var offset = 0
    while let span = Span.first(in: text, from: offset, words) {
      if span.range.upperBound <= place.lowerBound { best = span }
      if best == nil { best = span }
      offset = max(offset + 1, span.range.upperBound)
    }
    return best
  }
}
