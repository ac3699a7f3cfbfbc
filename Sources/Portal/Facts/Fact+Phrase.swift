extension Fact {
  /// What the fact says, for people, who have its line beside it: "RTO 1 h, RPO 15 min (Database)".
  func phrase(beside quote: String) -> String {
    Self.phrase(kind: kind, subject: subject, value: value, quote: quote)
  }

  /// The same, of a fact that was stored.
  static func phrase(kind: String, subject: String, value: String, quote: String) -> String {
    if kind == "scenario" { return "\(kind): \(subject)" }
    if kind == "contact" {
      return "\(kind): \(subject)\(value == "stated" ? "" : " (\(value))")"
    }
    let whom = subject.isEmpty ? "" : " (\(subject))"
    if kind == "objective.overruled" { return "overruled: \(targets("objective", value))\(whom)" }
    if kind == "objective" || kind.hasPrefix("objective.") { return targets(kind, value) + whom }
    // What is long and stands in the line anyway is not said twice.
    let isPlain = value.isEmpty || value.utf8.count > 24 && quote.has(value)
    return label(kind) + (isPlain ? "" : ": \(amount(kind, value))") + whom
  }

  /// The kind as words: "backup.frequency" is "backup frequency", "doc.last_updated" is
  /// "last updated".
  private static func label(_ kind: String) -> String {
    let name = kind.hasPrefix("doc.") ? kind.dropFirst(4) : kind[...]
    return String(name.map { $0 == "." || $0 == "_" ? " " : $0 })
  }

  /// "rto 3600, availability 999000" as "RTO 1 h, availability 99.9 %".
  private static func targets(_ kind: String, _ value: String) -> String {
    let parts =
      kind == "objective"
      ? value.split(separator: ",").map(String.init) : ["\(kind.dropFirst(10)) \(value)"]
    return parts.map { part in
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard let name = words.first, words.count == 2 else { return part }
      let title = name.count == 3 ? name.uppercased() : name
      return "\(title) \(name == "availability" ? share(words[1]) : span(words[1]))"
    }.joined(separator: ", ")
  }

  private static func amount(_ kind: String, _ value: String) -> String {
    switch kind {
    case "estimate", "sla", "timeout", "backup.retention": span(value)
    case "drill.schedule", "backup.frequency", "comm.cadence":
      value == "0" ? "continuous" : Int(value) == nil ? value : "every \(span(value))"
    case "checklist": Int(value).map { Phrase.count($0, "box", "boxes") } ?? value
    default: value
    }
  }

  /// Seconds, or a range of them, as a span; other words as they are.
  private static func span(_ value: String) -> String {
    let ends = value.split(separator: "-").map { Int($0) }
    guard !ends.isEmpty, ends.count <= 2, !ends.contains(nil) else { return value }
    return ends.compactMap { $0.map(Phrase.span) }.joined(separator: " – ")
  }

  private static func share(_ value: String) -> String {
    Int(value).map(Phrase.percent(millionths:)) ?? value
  }
}
