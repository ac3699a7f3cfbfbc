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
    guard let span = Self.production(folded, words) ?? Span.first(in: folded, words),
      span.maximum > 0
    else { return nil }
    (seconds, text) = (span.maximum, value)
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
