/// Scenarios of a document in which no heading names one: lists, tables and bold lines.
extension Scenarios {
  /// The scenarios of lists and tables, else those of lines that number them.
  func listed() -> [Scenario] {
    let found = gathered()
    return followed(found.isEmpty ? numbered() : found)
  }

  // MARK: Below a heading for scenarios

  private func gathered() -> [Scenario] {
    let isSpoken = outline.marks.contains { $0.has(.scenarios) }
    guard isSpoken || outline.headers.contains(where: { $0.contains { $0.has(.scenario) } }) else {
      return []
    }
    let sections = SectionNames(outline)
    let bold = boldLines(sections)
    let tables = tables(sections)
    return outline.statements.indices.compactMap { index in
      let statement = outline.statements[index]
      switch statement.kind {
      case .line: return bold.contains(index) ? item(index) : nil
      case .item where statement.level == 1 && !statement.isTask:
        // What stands below a bold line tells of it.
        guard !bold.contains(statement.lead), isListed(index, sections) else { return nil }
        return item(index)
      case .row: return tables.contains(statement.block) ? row(index, sections) : nil
      default: return nil
      }
    }
  }

  private func isListed(_ index: Int, _ sections: SectionNames) -> Bool {
    let lead = outline.statements[index].lead
    if lead >= 0, outline.marks[lead].has(.scenarios), outline.marks[lead].has(.scenario),
      outline.texts[lead].bytes.count < 80
    {
      return !outline.marks[lead].has([.drill, .example])
    }
    return sections.isGathered(index)
  }

  /// Lines in bold that are titles: at least two, so that a remark is none.
  private func boldLines(_ sections: SectionNames) -> Set<Int> {
    let leads = Set(outline.statements.map(\.lead))
    let found = outline.statements.indices.filter { index in
      let statement = outline.statements[index]
      guard statement.kind == .line, sections.isGathered(index), !statement.isWrapped,
        !outline.marks[index].has(.scenarios)
      else { return false }
      // A line that leads over without a colon is bold as a whole.
      let isTitle =
        leads.contains(index) && statement.label == nil && !statement.text.hasSuffix(":")
      return (statement.isBold || isTitle) && title(index) != nil
    }
    return found.count > 1 ? Set(found) : []
  }

  private func item(_ index: Int) -> Scenario? {
    title(index).map { scenario($0, index) }
  }

  /// The label of an item, else its text; nil for a part such as "Detection: an alert".
  private func title(_ index: Int) -> String? {
    let statement = outline.statements[index]
    let text = statement.label ?? statement.text
    if let title = ScenarioTitle(text, outline.words), title.kind == .numbered {
      return title.text.isEmpty ? nil : Self.untilStop(title.text)
    }
    if statement.label != nil, isNumber(text) { return Self.untilStop(statement.value) }
    let name = FoldedText(folding: text)
    guard !SectionNames.isAside(name, outline.words),
      outline.words.facts.document.fields.longest(in: name, at: 0)?.end != name.bytes.count
    else { return nil }
    return Self.untilStop(ScenarioTitle.unnumbered(text))
  }

  /// Whether a label is a scenario's number alone, as in "Scenario 1: the site is lost".
  private func isNumber(_ label: String) -> Bool {
    ScenarioTitle(label + ": -", outline.words).map { $0.kind == .numbered && $0.hasNumber }
      ?? false
  }

  // MARK: Tables

  /// The tables that list scenarios: those below a heading that speaks of them, else all.
  private func tables(_ sections: SectionNames) -> Set<Int> {
    var all: Set<Int> = []
    var below: Set<Int> = []
    for (index, row) in outline.statements.enumerated()
    where row.kind == .row && !all.contains(row.block) {
      let isGathered =
        isListed(index, sections)
        || sections.isTable(row) && outline.isUnder(.scenarios, index)
      let hasColumn = outline.headers[row.block].contains { $0.has(.scenario) }
      guard isGathered || hasColumn && !isRecord(row) else { continue }
      all.insert(row.block)
      if isGathered || row.section >= 0 && outline.marks[row.section].has(.scenario) {
        below.insert(row.block)
      }
    }
    return below.isEmpty ? all : below
  }

  private func row(_ index: Int, _ sections: SectionNames) -> Scenario? {
    let row = outline.statements[index]
    let first = outline.headers[row.block].firstIndex { $0.has(.scenario) }
    guard let column = first ?? Self.firstName(row),
      row.cells.indices.contains(column), !row.cells[column].isEmpty
    else { return nil }
    let cell = row.cells[column]
    let title = ScenarioTitle(cell, outline.words)?.text ?? ScenarioTitle.unnumbered(cell)
    return title.contains(where: \.isLetter) ? scenario(title, index) : nil
  }

  /// A table of drills or of what happened tells of scenarios that stand elsewhere.
  private func isRecord(_ row: Outline.Statement) -> Bool {
    let words = outline.words
    if outline.topicOfSection(row.section) == .drill { return true }
    return outline.outline.tables[row.block].header.contains { head in
      let text = FoldedText(folding: head)
      let field = words.facts.document.fields.longest(in: text, at: text.skipSpaces(0))
      let isDate = field.map { $0.value == .date && $0.end == text.bytes.count } ?? false
      return isDate || words.vetoes.stands(in: text)
        || words.facts.marks(in: text).has([.drill, .example])
    }
  }

  /// The first column that holds more than a number or a code.
  private static func firstName(_ row: Outline.Statement) -> Int? {
    row.cells.firstIndex { $0.utf8.count { $0.isLetter } > 2 }
  }

  // MARK: Lines that number them

  /// "Scenario A — the disk is full" as an item or in bold, at least twice.
  private func numbered() -> [Scenario] {
    let found = outline.statements.indices.compactMap { index -> Scenario? in
      let statement = outline.statements[index]
      guard outline.marks[index].has(.scenario), !outline.isExample(index), !statement.isTask,
        statement.kind == .item || statement.kind == .line && statement.isBold,
        !isAmongDrills(index)
      else { return nil }
      let text = statement.label ?? statement.text
      if let title = ScenarioTitle(text, outline.words), title.hasNumber, !title.text.isEmpty,
        title.kind > .approach
      {
        return scenario(Self.untilStop(title.text), index)
      }
      guard isNumber(text), !statement.value.isEmpty else { return nil }
      return scenario(Self.untilStop(statement.value), index)
    }
    return found.count > 1 ? found : []
  }

  /// Whether a statement stands in a chapter about drills; the title of a document is none.
  private func isAmongDrills(_ index: Int) -> Bool {
    guard outline.topicAbove(index) == .drill else { return false }
    var heading = outline.statements[index].section
    while heading >= 0, MarkedOutline.topic(outline.marks[heading], isHeading: true) == nil {
      heading = outline.statements[heading].section
    }
    return !outline.outline.isTitle(heading)
  }
}
