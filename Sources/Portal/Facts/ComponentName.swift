/// Finds the words that name what a fact is about.
enum ComponentName {
  /// The nearest heading or lead above a statement that names something; else empty.
  static func above(
    _ statement: Outline.Statement,
    in outline: Outline,
    _ words: Vocabulary
  ) -> String {
    if let heading = outline.heading(of: statement), !outline.isTitle(statement.section),
      let name = name(heading.text, words)
    {
      return name
    }
    if let lead = outline.lead(of: statement), let name = name(lead.text, words) { return name }
    return ""
  }

  /// A heading as the name of a component; nil for one that speaks of objectives in general.
  static func name(_ heading: String, _ words: Vocabulary) -> String? {
    let name = unnumbered(heading)
    let folded = FoldedText(name)
    let terms = ObjectiveTerms(words).targets(in: folded)
    if let term = terms.first {
      guard let bracket = folded.bytes.firstIndex(of: UInt8(ascii: "(")),
        bracket < term.range.lowerBound
      else {
        return nil
      }
      return trimmed(Array(name.utf8)[..<bracket])
    }
    return name.isEmpty || folded.contains(words.general) ? nil : name
  }

  /// What a label says besides the name of the target: "production app" of "RTO (production app)".
  static func besides(_ term: Range<Int>, in label: String, _ words: Vocabulary) -> String? {
    let bytes = Array(label.utf8)
    guard bytes.count == FoldedText(label).bytes.count else { return nil }
    let rest = bytes[..<term.lowerBound] + [Byte.space] + bytes[term.upperBound...]
    let kept = String(ArraySlice(rest)).split(whereSeparator: { " ()[]:*".contains($0) }).filter {
      word in
      let folded = Array(word.lowercased().utf8)
      return !words.targets.contains(folded) && !words.connectors.contains(folded)
        && !words.before.contains(folded)
    }
    return kept.isEmpty ? nil : kept.joined(separator: " ")
  }

  /// The dimension that the head of a column, a heading or a label speaks of.
  static func dimension(_ text: FoldedText, _ words: Vocabulary) -> Objective.Dimension {
    for (word, dimension) in words.dimensions where text.contains([word]) {
      return Objective.Dimension(rawValue: dimension) ?? .component
    }
    return .component
  }

  /// A heading without its number: "5.2.1 Database" is "Database".
  static func unnumbered(_ heading: String) -> String {
    var bytes = Array(heading.utf8)[...]
    while let first = bytes.first, first.isDigit || ". )".utf8.contains(first) {
      bytes.removeFirst()
    }
    return bytes.isEmpty ? heading : trimmed(bytes)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(bytes.trimmed { Byte.isJoint($0) || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ",") })
  }
}
