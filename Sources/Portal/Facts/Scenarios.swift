/// A failure that a plan prepares for.
struct Scenario: Equatable, Sendable {
  /// The title as a reader would say it: without its number and without emphasis.
  let title: String
  /// The text of the heading, or of the line, as it is written.
  let heading: String
  let line: Int
  /// The last line of its section.
  let lastLine: Int
}

/// Reads the scenarios of a plan: from headings, else from a list or table below one for them.
struct Scenarios {
  let outline: MarkedOutline
  let lines: LineIndex

  /// The scenarios of a document with some lines, in the order in which they stand.
  static func read(_ outline: MarkedOutline, _ lines: LineIndex) -> [Scenario] {
    let reader = Scenarios(outline: outline, lines: lines)
    var found = reader.headings()
    if found.isEmpty { found = reader.described() }
    if found.isEmpty { found = reader.listed() }
    if found.isEmpty { found = reader.coded() }
    if found.isEmpty { found = reader.failures() }
    if found.isEmpty { found = reader.stated() }
    var seen: Set<String> = []
    return found.filter { $0.title.first != "[" && $0.title.first != "{" }.filter {
      seen.insert(Objectives.normalized($0.title)).inserted
    }
  }

  // MARK: Headings

  private func headings() -> [Scenario] {
    var found: [Scenario] = []
    var repeated: [Scenario] = []
    var approaches: [Scenario] = []
    let sections = SectionNames(outline)
    for index in outline.statements.indices where outline.statements[index].kind == .heading {
      let statement = outline.statements[index]
      guard !outline.marks[index].has(.example), !outline.isUnder(.example, index) else { continue }
      let text = ComponentName.unnumbered(statement.text)
      if outline.marks[index].has(Self.numbering),
        let title = ScenarioTitle(text, outline.words)
      {
        guard !title.text.isEmpty, statement.level > 1 || title.kind == .numbered else { continue }
        let item = scenario(title.text, index)
        switch title.kind {
        case .numbered: found.append(item)
        case .repeated: repeated.append(item)
        case .approach: approaches.append(item)
        }
      } else if sections.isMember(index) {
        found.append(scenario(ScenarioTitle.unnumbered(text), index))
      } else if statement.level > 1, let title = named(index) {
        repeated.append(scenario(title, index))
      }
    }
    if !found.isEmpty { return found }
    if approaches.contains(where: { ScenarioTitle.isFailure($0.title, outline.words) }) {
      repeated = (repeated + approaches).sorted { $0.line < $1.line }
    }
    return repeated.count > 1 ? repeated : []
  }

  private static let numbering: Marks = [
    .scenario, .occurrence, .playbook, .approach, .restore,
  ]

  /// "Data corruption scenario", but not "Test scenario" and not "Worst-case scenario".
  private func named(_ index: Int) -> String? {
    let text = outline.texts[index]
    let words = outline.words.facts
    guard outline.marks[index].has(.scenario), !outline.marks[index].has([.drill, .scenarios]),
      let last = text.bytes.lastIndex(of: Byte.space),
      let (marks, end) = words.marks.longest(in: text, at: last + 1), end == text.bytes.count,
      marks.has(.scenario), !SectionNames.isAside(text, upTo: last, outline.words)
    else { return nil }
    return ScenarioTitle.unnumbered(
      String(Array(outline.statements[index].text.utf8)[..<last])
    )
  }

  /// "Scenario: the site is lost" at the head of a document speaks for all of it.
  private func stated() -> [Scenario] {
    for (index, statement) in outline.statements.enumerated() {
      if statement.kind == .heading, statement.level > 1 { return [] }
      guard statement.kind == .line, !statement.value.isEmpty, isLabel(index) else { continue }
      return [scenario(Self.untilStop(statement.value), index)]
    }
    return []
  }

  static func untilStop(_ text: String) -> String {
    text.hasSuffix(".") || text.hasSuffix("。") ? String(text.dropLast()) : text
  }

  func scenario(_ title: String, _ index: Int) -> Scenario {
    let statement = outline.statements[index]
    let last: Int
    switch statement.kind {
    case .heading: last = outline.outline.lastLine(ofSection: index, lineCount: lines.count)
    case .line: last = lines.count
    default: last = statement.line
    }
    return Scenario(
      title: EncodingRepair.repaired(title) ?? title,
      heading: statement.text,
      line: statement.line,
      lastLine: last
    )
  }
}
