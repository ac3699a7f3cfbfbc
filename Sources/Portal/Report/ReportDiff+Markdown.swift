extension ReportDiff {
  /// How many lines of a list a comment shows.
  private static let shown = 50

  /// The difference as Markdown for a comment on a change.
  ///
  /// What comes from content stands in code: there no renderer sees a link, a mention or markup.
  package var markdown: String {
    guard !isEmpty else { return "Recovery plans: no difference.\n" }
    var text = "### Recovery plans: \(summary)\n"
    text += Self.section(
      "Objectives",
      moves.map { "**\($0.kind.rawValue)** \(Self.code($0.objective)): \($0.words)" }
    )
    text += Self.section("Findings opened", opened.map(Self.item))
    text += Self.section("Findings closed", closed.map(Self.item))
    text += Self.section("Findings waived", waived.map(Self.item))
    text += Self.section("Waivers lapsed", lapsed.map(Self.item))
    text += Self.section("Evidence gained", gained.map(Self.item))
    text += Self.section("Evidence lost", lost.map(Self.item))
    return text
  }

  /// "1 objective worse, 2 findings opened, 1 closed": what there is, in one line.
  package var summary: String {
    let worse = moves.count { $0.kind == .worse }
    let parts = [
      moves.isEmpty ? nil : "\(Phrase.count(moves.count, "objective")) moved",
      worse > 0 ? "\(Phrase.grouped(worse)) for the worse" : nil,
      opened.isEmpty ? nil : "\(Phrase.count(opened.count, "finding")) opened",
      closed.isEmpty ? nil : "\(Phrase.count(closed.count, "finding")) closed",
      waived.isEmpty ? nil : "\(Phrase.count(waived.count, "finding")) waived",
      lapsed.isEmpty ? nil : "\(Phrase.count(lapsed.count, "waiver")) lapsed",
      gained.isEmpty
        ? nil : "\(Phrase.count(gained.count, "piece of evidence", "pieces of evidence")) gained",
      lost.isEmpty
        ? nil : "\(Phrase.count(lost.count, "piece of evidence", "pieces of evidence")) lost",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private static func section(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    var text = "\n**\(title)**\n\n"
    for item in items.prefix(shown) { text += "- \(item)\n" }
    if items.count > shown { text += "- and \(Phrase.grouped(items.count - shown)) more\n" }
    return text
  }

  private static func item(_ change: Change) -> String {
    let mark = change.isWaived ? ", waived" : ""
    let verdict = change.verdict == "fail" ? "" : ", \(change.verdict)"
    let changed = change.isChange ? ", changed" : ""
    return """
      **\(change.severity.rawValue)**\(verdict)\(mark)\(changed) \(code(change.place)) \
      \(code(change.message)) (\(change.check))
      """
  }

  private static func item(_ evidence: Evidence) -> String {
    "\(code(evidence.place)) \(code(evidence.quote)) for \(code(evidence.subjects))"
  }

  /// A text as code on one line, between more backticks than it holds in a row.
  static func code(_ text: String) -> String {
    var line = ""
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
      let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      let isHidden = scalar.properties.generalCategory == .format
      if !isHidden { line.unicodeScalars.append(isSpace ? " " : scalar) }
    }
    guard line.contains(where: { $0 != " " }) else { return "(no words)" }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence) \(line) \(fence)"
  }
}
