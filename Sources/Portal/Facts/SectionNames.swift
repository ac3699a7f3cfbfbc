/// What the headings of a document do for its scenarios: gather them, group them, or name one.
struct SectionNames {
  private let outline: MarkedOutline
  /// The headings that stand right below each heading, by its index.
  private var children: [Int: [Int]] = [:]
  /// The headings with a table of failures right below them.
  private var tabled: Set<Int> = []

  init(_ outline: MarkedOutline) {
    self.outline = outline
    guard outline.marks.contains(where: { $0.has(.scenarios) }) else { return }
    for (index, statement) in outline.statements.enumerated() where statement.section >= 0 {
      switch statement.kind {
      case .heading: children[statement.section, default: []].append(index)
      case .row where isTable(statement): tabled.insert(statement.section)
      default: break
      }
    }
  }

  /// Whether a row stands in a table whose first column is for failures.
  func isTable(_ row: Outline.Statement) -> Bool {
    outline.headers[row.block].first?.has([.scenario, .incident]) == true
  }

  /// Whether a heading stands right below one that gathers scenarios, and gathers none itself.
  func isMember(_ index: Int) -> Bool {
    var section = outline.statements[index].section
    guard section >= 0, !children.isEmpty, !tabled.contains(index),
      !Self.isAside(outline.texts[index], outline.words)
    else { return false }
    let isGrouped = isGroup(section)
    while section >= 0, isGroup(section) { section = outline.statements[section].section }
    return section >= 0 && gathers(section) && (isGrouped || !hasGroups(section))
  }

  /// "Disaster scenarios": a heading for scenarios, not for their tests or examples.
  func gathers(_ index: Int) -> Bool {
    let marks = outline.marks[index]
    return marks.has(.scenarios) && !marks.has([.drill, .example])
      && !isMention(outline.texts[index])
  }

  /// Whether a statement stands in a section that gathers scenarios, in groups or not.
  func isGathered(_ index: Int) -> Bool {
    var section = outline.statements[index].section
    while section >= 0, isGroup(section), !gathers(section) {
      section = outline.statements[section].section
    }
    return section >= 0 && gathers(section)
  }

  /// "Checklist (for all scenarios)" only mentions them.
  private func isMention(_ text: FoldedText) -> Bool {
    guard let open = text.bytes.firstIndex(of: UInt8(ascii: "(")),
      text.bytes.last == UInt8(ascii: ")")
    else { return false }
    // "Targeted runbooks (scenarios)" says what they are.
    let word = outline.words.facts.marks.longest(in: text, at: open + 1)
    return text.bytes[..<open].contains(where: \.isLetter)
      && !(word.map { $0.value.has(.scenarios) && $0.end == text.bytes.count - 1 } ?? false)
  }

  /// Whether the scenarios below a heading stand in groups.
  private func hasGroups(_ section: Int) -> Bool {
    (children[section] ?? []).contains { index in
      isGroup(index) && outline.marks[index].has(.scenario) && children[index] != nil
    }
  }

  /// "Critical (P0)", "Scenario categories": gathers scenarios by something else.
  private func isGroup(_ index: Int) -> Bool {
    outline.marks[index].has(.group)
      && Self.isMade(of: [.group, .scenario, .scenarios], outline.texts[index], outline.words)
  }

  // MARK: Names that say nothing of a failure

  /// Parts of a scenario and of a chapter about them.
  private static let asides: Marks = [
    .step, .symptom, .impact, .prerequisite, .purpose, .contact, .control, .detection, .response,
    .restore, .estimate, .total, .target, .verification, .talk, .risk, .group, .scenario,
    .scenarios, .drill, .example, .sla, .duties, .likelihood, .phase, .backup, .occurrence,
    .incident,
  ]

  /// "Recovery steps", "Risk assessment", "Scenario overview".
  static func isAside(_ text: FoldedText, upTo end: Int? = nil, _ words: Vocabulary) -> Bool {
    isMade(of: asides, text, upTo: end, words)
  }

  /// Whether all words of some weight are of some kinds.
  private static func isMade(
    of some: Marks,
    _ text: FoldedText,
    upTo end: Int? = nil,
    _ words: Vocabulary
  ) -> Bool {
    let end = end ?? text.bytes.count
    var offset = 0
    while offset < end {
      // A picture before a heading is no word.
      guard text.startsWord(offset), text.isWord(offset) else {
        offset += 1
        continue
      }
      if let (marks, next) = words.facts.marks.longest(in: text, at: offset), marks.has(some) {
        offset = next
        continue
      }
      let word = text.bytes[offset...].prefix(while: \.isLetterOrDigit)
      guard word.count < 4, word.allSatisfy({ $0 < 0x80 }) || word.first?.isDigit == true else {
        return false
      }
      offset = word.endIndex
    }
    return true
  }
}
