/// Scenarios of a document whose headings name failures without the word "scenario".
extension Scenarios {
  // MARK: Sections that describe one

  /// "## broken-index", where "Scenario: the index does not open" stands right below: at least
  /// two, so that the one of a drill is none.
  func described() -> [Scenario] {
    let found = outline.statements.indices.compactMap { index -> Scenario? in
      let statement = outline.statements[index]
      let section = statement.section
      guard statement.kind == .line, index - section < 3, section >= 0, !statement.value.isEmpty,
        outline.statements[section].level > 1, isLabel(index), isOfThePlan(section)
      else { return nil }
      return scenario(
        ScenarioTitle.unnumbered(outline.statements[section].text),
        section
      )
    }
    return found.count > 1 ? found : []
  }

  /// Whether a statement is labelled as a scenario.
  func isLabel(_ index: Int) -> Bool {
    guard outline.marks[index].has(.scenario), let label = outline.statements[index].label,
      label.utf8.count < 24
    else { return false }
    return outline.words.facts.marks(in: label).has(.scenario)
  }

  // MARK: Headings that name a failure

  /// "Loss of the depot" and "Depot flooded" beside each other, each with what to do; where at
  /// least three are most of what stands there, a few words are enough.
  func failures() -> [Scenario] {
    var siblings: [Int: [Int]] = [:]
    for index in outline.statements.indices where outline.statements[index].kind == .heading {
      guard outline.statements[index].level > 1 else { continue }
      siblings[outline.statements[index].section, default: []].append(index)
    }
    let found = siblings.values.flatMap { all -> [Int] in
      let named = all.filter { isFailure($0) && isOfThePlan($0) }
      if named.count > 2, named.count * 2 >= all.count { return named }
      let told = named.filter(hasInstructions)
      return told.count > 1 ? told : []
    }
    return found.sorted().map { scenario(failureTitle($0), $0) }
  }

  /// A heading without its number, and without "Procedure:" before what it is for.
  private func failureTitle(_ index: Int) -> String {
    let title = ScenarioTitle.unnumbered(outline.statements[index].text)
    guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return title }
    let label = FoldedText(folding: String(title[..<colon]))
    guard label.bytes.count < 24, outline.words.facts.steps.verdict(label) == .procedure else {
      return title
    }
    return ScenarioTitle.unnumbered(String(title[title.index(after: colon)...]))
  }

  /// What is written of elsewhere: tests, alerts, targets, what was.
  private static let others: Marks = [
    .drill, .example, .target, .verification, .backup, .detection, .watch, .talk, .risk, .sla,
    .absence, .purpose, .record, .retention, .estimate, .symptom, .impact,
  ]

  private func isOfThePlan(_ index: Int) -> Bool {
    !outline.marks[index].has([.drill, .example, .record])
      && !outline.isUnder([.drill, .example, .record, .risk, .watch], index)
  }

  /// Whether a heading names a failure, or one of two that a stroke parts: "Theft / stock lost".
  private func isFailure(_ index: Int) -> Bool {
    guard !outline.marks[index].has(Self.others) else { return false }
    let text = Self.withoutBracket(FoldedText(folding: failureTitle(index)))
    return text.bytes.split(separator: UInt8(ascii: "/")).contains {
      namesFailure(FoldedText(bytes: Array($0.trimmed(of: Byte.isSpace))))
    }
  }

  /// Whether a text begins or ends with words for a failure, and says of what.
  private func namesFailure(_ text: FoldedText) -> Bool {
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return false }
    let words = outline.words.facts
    if let (_, end) = words.failing.longest(in: text, at: start) { return end < text.bytes.count }
    let last = text.bytes.indices.first { offset in
      text.startsWord(offset)
        && words.failures.longest(in: text, at: offset)?.end == text.bytes.count
    }
    guard let last, last > start else { return false }
    let before = text.bytes[start..<last].split(whereSeparator: Byte.isSpace).last ?? []
    return !before.isEmpty && !words.occasions.contains { before.elementsEqual($0) }
      && !outline.words.clauses.articles.contains { before.elementsEqual($0) }
  }

  private static func withoutBracket(_ text: FoldedText) -> FoldedText {
    guard text.bytes.last == UInt8(ascii: ")"),
      let open = text.bytes.lastIndex(of: UInt8(ascii: "("))
    else { return text }
    return text.prefix(text.bytes[..<open].lastIndex { !Byte.isSpace($0) }.map { $0 + 1 } ?? 0)
  }

  /// Whether steps, commands or what it does to the rest stand in the section of a heading.
  private func hasInstructions(_ heading: Int) -> Bool {
    let level = outline.statements[heading].level
    for statement in outline.statements[(heading + 1)...] {
      if statement.kind == .heading, statement.level <= level { return false }
      if statement.kind == .code || statement.isOrdered || isEffect(statement) { return true }
    }
    return false
  }

  /// Whether a statement says what a failure does: "Impact: the tills go on without it".
  private func isEffect(_ statement: Outline.Statement) -> Bool {
    guard let label = statement.label, label.utf8.count < 24 else { return false }
    return outline.words.facts.marks(in: label).has([.impact, .symptom, .detection])
  }
}
