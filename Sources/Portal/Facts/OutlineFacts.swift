/// Reads the smaller facts from headings, lines, items and rows: impact, detection, risks, roles.
struct OutlineFacts {
  private let outline: MarkedOutline
  private let document: Document
  private let scenarios: [Scenario]
  private let places: ScenarioPlaces
  private let history: DrillHistory

  private var words: Vocabulary { outline.words }

  /// The smaller facts outside code, in the order in which they stand.
  static func read(
    _ outline: MarkedOutline,
    _ document: Document,
    _ scenarios: [Scenario]
  ) -> [Fact] {
    let reader = OutlineFacts(
      outline: outline,
      document: document,
      scenarios: scenarios,
      places: ScenarioPlaces(scenarios),
      history: DrillHistory(outline)
    )
    var facts = reader.title()
    for index in outline.statements.indices { reader.read(index, into: &facts) }
    return facts
  }

  private func read(_ index: Int, into facts: inout [Fact]) {
    func add(_ fact: Fact?) { if let fact { facts.append(fact) } }
    switch outline.statements[index].kind {
    case .heading: add(region(index))
    case .row: add(row(index))
    case .line, .item:
      if outline.statements[index].isTask { return add(checklist(index)) }
      let own = own(index)
      add(scenario(index, own))
      add(backup(index, own))
      add(listed(index))
      add(link(index))
      add(definition(index, own))
      add(dependency(index, own))
    case .code: break
    }
  }

  /// What a label may say of its value.
  private static let telling: Marks = [
    .impact, .step, .storage, .offsite, .versions, .program, .backup, .cadence, .target,
    .dependency,
  ]

  /// The kinds of words in the label of a statement, which are some of those in its text.
  private func own(_ index: Int) -> Marks {
    guard outline.marks[index].has(Self.telling), let label = outline.statements[index].label
    else { return [] }
    return words.facts.marks(in: label)
  }

  // MARK: The document and its regions

  private func title() -> [Fact] {
    guard let first = outline.statements.first, first.kind == .heading else { return [] }
    var facts = [Fact(kind: "doc.title", line: first.line, subject: "", value: document.title)]
    if isSubtitle() { facts.append(make("doc.project", 1, outline.statements[1].text)) }
    return facts
  }

  /// Whether a lower heading right below the title, with document control under it, is a subtitle.
  ///
  /// A heading with a number, or such as "Overview", opens a chapter.
  private func isSubtitle() -> Bool {
    guard outline.statements.count > 2, outline.statements[1].kind == .heading,
      outline.statements[1].text.first?.isNumber == false
    else { return false }
    let (text, below) = (outline.texts[1], outline.statements[2])
    return below.kind == .line && below.isBold
      && below.label.map { FieldLabel.kind(of: $0, words) != nil } == true
      && !words.isNameless(text, 0..<text.bytes.count) && !outline.marks[1].has(.control)
  }

  private func dependency(_ index: Int, _ own: Marks) -> Fact? {
    let value = outline.statements[index].value
    guard own.has(.dependency), index < 20, !value.isEmpty else { return nil }
    return make("doc.dependency", index, value)
  }

  /// "DR region: eu-west-1".
  private func region(_ index: Int) -> Fact? {
    guard outline.marks[index].has([.primary, .secondary]) else { return nil }
    let bytes = Array(outline.statements[index].text.utf8)
    guard let colon = bytes.firstIndex(of: Byte.colon) else { return nil }
    let value = String(bytes[(colon + 1)...].trimmed(of: Byte.isSpace))
    let own = words.facts.marks(in: String(bytes[..<colon]))
    guard !value.isEmpty, own.has([.primary, .secondary]) else { return nil }
    return make(own.has(.primary) ? "region.primary" : "region.dr", index, value)
  }

  // MARK: Scenarios

  private func scenario(_ index: Int, _ own: Marks) -> Fact? {
    guard let place = places[outline.statements[index].line] else { return nil }
    let scenario = scenarios[place]
    let statement = outline.statements[index]
    guard scenario.line < statement.line else { return nil }
    if own.has(.impact), !statement.value.isEmpty {
      return make("impact", index, statement.value, scenario.title)
    }
    if own.has(.step), document.lines[statement.line].first(of: "](") != nil {
      return make("procedure.link", index, statement.value, scenario.title)
    }
    let lead = statement.lead >= 0 ? outline.marks[statement.lead] : []
    let section =
      statement.section >= 0 && outline.statements[statement.section].line > scenario.line
      ? outline.marks[statement.section] : []
    guard statement.kind == .item,
      lead.has(.symptom) || statement.lead < 0 && section.has(.symptom)
    else { return nil }
    return make("detection", index, statement.text, scenario.title)
  }

  // MARK: Backups and sites

  private func backup(_ index: Int, _ own: Marks) -> Fact? {
    guard outline.statements[index].kind == .item else { return nil }
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    if statement.section >= 0 {
      let section = outline.marks[statement.section]
      if section.has(.secondary), marks.has(.standby) {
        return make("standby.mode", index, statement.value)
      }
      if section.has(.primary), statement.isBold {
        return make("component", index, statement.value, statement.label ?? "")
      }
    }
    guard marks.has([.claim, .backup, .tool, .storage, .offsite, .program, .versions, .condition]),
      outline.topic(index) == .backup, !statement.value.isEmpty
    else { return nil }
    if own.has(.storage), statement.label?.contains("_") == false {
      return make("backup.storage", index, statement.value)
    }
    if own.has(.offsite) { return make("backup.offsite", index, statement.value) }
    if own.has(.versions) { return make("backup.versioning", index, statement.value) }
    if own.has(.program) { return make("backup.tool", index, statement.value) }
    if marks.has(.claim) { return make("backup.claim", index, statement.text) }
    if marks.has(.backup), isConditional(index) {
      return make("backup.conditional", index, statement.text)
    }
    let isJob = own.has(.backup) && marks.has(.tool) && own.has(.cadence)
    return isJob ? make("backup.job", index, statement.value, statement.label ?? "") : nil
  }

  /// "Automated backups (if the managed database is used)".
  private func isConditional(_ index: Int) -> Bool {
    let text = outline.texts[index]
    guard outline.topicAbove(index) == .backup,
      let open = text.bytes.firstIndex(of: UInt8(ascii: "(")), open + 1 < text.bytes.count
    else { return false }
    return words.facts.marks.longest(in: text, at: open + 1)?.value.has(.condition) == true
  }

  // MARK: Lists

  private func listed(_ index: Int) -> Fact? {
    let text = outline.texts[index]
    let marks = outline.marks[index]
    if Self.isSeverity(text) { return make("severity", index, outline.statements[index].text) }
    if marks.has(.cadence), marks.has(.updates), let cadence = Cadence.first(in: text, words) {
      return make("comm.cadence", index, cadence.seconds.map { "\($0)" } ?? "")
    }
    if isEscalation(index), Self.arrows(text) > 1 {
      return make("escalation", index, outline.statements[index].text)
    }
    return isRisk(index) ? make("risk", index, outline.statements[index].text) : nil
  }

  /// Whether an item of a numbered list of risks has something said below it.
  private func isRisk(_ index: Int) -> Bool {
    let section = outline.statements[index].section
    return outline.statements[index].isOrdered && outline.statements[index].level == 1
      && section >= 0 && outline.marks[section].has(.risk)
      && index + 1 < outline.statements.count && outline.statements[index + 1].level == 2
  }

  /// "SEV-1 (critical)", "P0: …".
  private static func isSeverity(_ text: FoldedText) -> Bool {
    let rest = text.bytes.drop { !$0.isLetterOrDigit }
    guard rest.starts(with: "sev".utf8) else { return false }
    let number = rest.dropFirst(3).drop { $0 == UInt8(ascii: "-") || $0 == Byte.space }
    return number.first?.isDigit == true
  }

  private static func arrows(_ text: FoldedText) -> Int {
    let bytes = text.bytes.span
    var count = 0
    for offset in 0..<bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ">") {
        let before = offset > 0 ? bytes[offset - 1] : 0
        if before == UInt8(ascii: "-") || before == UInt8(ascii: "=") { count += 1 }
      } else if byte == 0xE2 {
        let rest = text.bytes[offset...]
        if ["→", "➜", "⇒", "➔"].contains(where: { rest.starts(with: $0.utf8) }) { count += 1 }
      }
    }
    return count
  }

  private func isEscalation(_ index: Int) -> Bool {
    let parent = outline.parents[index]
    return parent >= 0 && outline.marks[parent].has(.contact) || outline.isUnder(.contact, index)
  }

  /// The first box of a list of tasks.
  private func checklist(_ index: Int) -> Fact? {
    guard index == 0 || !outline.statements[index - 1].isTask else { return nil }
    var count = 0
    while index + count < outline.statements.count, outline.statements[index + count].isTask {
      count += 1
    }
    return make("checklist", index, "\(count)", outline.name(above: index) { _ in true } ?? "")
  }

  private func link(_ index: Int) -> Fact? {
    guard outline.statements[index].kind == .item else { return nil }
    let line = document.lines[outline.statements[index].line]
    guard let start = line.first(of: "](")?.upperBound,
      let end = line[start...].firstIndex(of: UInt8(ascii: ")")),
      line[start] != UInt8(ascii: "#")
    else { return nil }
    return make("link", index, String(line[start..<end]))
  }

  /// "RTO: the longest acceptable downtime" defines a word and sets no target.
  private func definition(_ index: Int, _ own: Marks) -> Fact? {
    guard own.has(.target), !outline.marks[index].has(.number),
      let label = outline.statements[index].label
    else { return nil }
    let value = outline.statements[index].value
    guard value.has(Byte.space), value.utf8.first?.isLetter == true, !isValue(value) else {
      return nil
    }
    return make("definition", index, value, label)
  }

  /// "Up to the last backup", "n/a".
  private func isValue(_ text: String) -> Bool {
    let text = FoldedText(folding: text)
    let bounds = words.qualifiers.lazy.filter { $0.words.contains(Byte.space) }
    return bounds.contains { text.has($0.words, at: 0) }
      || words.na.contains { text.has($0, at: 0) }
  }

  // MARK: Rows

  private func row(_ index: Int) -> Fact? {
    let row = outline.statements[index]
    let names = outline.outline.tables[row.block].header
    let header = outline.headers[row.block]
    guard let first = row.cells.first, row.cells.count > 1, !first.isEmpty else { return nil }
    if let told = history.fact(index) { return told }
    if header.contains(where: { $0.has(.likelihood) }),
      header.contains(where: { $0.has([.impact, .risk]) })
    {
      return make("risk.matrix", index, row.text, first)
    }
    guard names.count == 2, header[1].has(.duties),
      words.facts.contacts.columns.longest(in: FoldedText(folding: names[0]), at: 0)?.value == .role
    else { return nil }
    return make("role", index, row.cells[1], first)
  }

  private func make(_ kind: String, _ index: Int, _ value: String, _ subject: String = "") -> Fact {
    Fact(kind: kind, line: outline.statements[index].line, subject: subject, value: value)
  }
}
