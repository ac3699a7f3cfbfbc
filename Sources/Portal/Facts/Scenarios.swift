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
  private let outline: MarkedOutline
  private let lineCount: Int

  /// The scenarios of a document of some lines, in the order in which they stand.
  static func read(_ outline: MarkedOutline, lineCount: Int) -> [Scenario] {
    let reader = Scenarios(outline: outline, lineCount: lineCount)
    var found = reader.headings()
    if found.isEmpty { found = reader.listed() }
    if found.isEmpty { found = reader.stated() }
    var seen: Set<String> = []
    return found.filter { $0.title.first != "[" && $0.title.first != "{" }.filter {
      seen.insert(Objectives.normalized($0.title)).inserted
    }
  }

  // MARK: Headings

  private func headings() -> [Scenario] {
    var found: [Scenario] = []
    for index in outline.statements.indices where outline.statements[index].kind == .heading {
      let statement = outline.statements[index]
      guard !outline.marks[index].has(.example), !outline.isUnder(.example, index) else { continue }
      let text = ComponentName.unnumbered(statement.text)
      let title =
        outline.marks[index].has(.scenario) ? Self.numbered(text, outline.words) : nil
      if let title, !title.isEmpty {
        found.append(scenario(title, index))
      } else if isMember(index) {
        found.append(scenario(MarkedOutline.tidied(text), index))
      }
    }
    return found
  }

  /// What follows "Scenario 1:", "Scenario A —", "Szenario 2 -", "Scenario:".
  static func numbered(_ text: String, _ words: Vocabulary) -> String? {
    let folded = FoldedText(folding: text)
    guard let start = folded.bytes.firstIndex(where: \.isLetter),
      folded.bytes[..<start].allSatisfy({ !$0.isLetterOrDigit }),
      let (marks, end) = words.facts.marks.longest(in: folded, at: start),
      marks.has([.scenario, .scenarios])
    else { return nil }
    var offset = folded.skipSpaces(end)
    if offset < folded.bytes.count, folded.bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    let number = folded.bytes[offset...].prefix { $0.isASCIILetter || $0.isDigit || $0 == 46 }
    guard number.count <= 4 else { return nil }
    let isJoined = offset == end && number.isEmpty
    offset = folded.skipSpaces(number.endIndex)
    guard let joint = joint(folded.bytes[offset...]) else { return nil }
    // "Scenario-based" is one word.
    guard !isJoined || ":：".utf8.contains(folded.bytes[offset]) else { return nil }
    guard joint > 0 || number.allSatisfy(\.isDigit) && !number.isEmpty else { return nil }
    return MarkedOutline.tidied(String(Array(text.utf8)[(offset + joint)...]))
  }

  /// The length of ":", "-", "—" and the like; 0 where a word follows the number.
  private static func joint(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first else { return nil }
    if ":-.)|".utf8.contains(first) { return 1 }
    for sign in ["—", "–", "：", "·"] where rest.starts(with: sign.utf8) { return sign.utf8.count }
    return 0
  }

  /// Whether a heading stands right below one that gathers scenarios, and gathers none itself.
  private func isMember(_ index: Int) -> Bool {
    var section = outline.statements[index].section
    guard section >= 0, !isGroup(index), !outline.marks[index].has([.step, .symptom]) else {
      return false
    }
    let isGrouped = isGroup(section)
    while section >= 0, isGroup(section) { section = outline.statements[section].section }
    return section >= 0 && gathers(section) && (isGrouped || !hasGroups(section))
  }

  /// "Disaster scenarios": a heading for scenarios, not for their tests or examples.
  private func gathers(_ index: Int) -> Bool {
    let marks = outline.marks[index]
    return marks.has(.scenarios) && !marks.has([.drill, .example])
      && !Self.isAside(outline.texts[index])
  }

  /// "Checklist (for all scenarios)" only mentions them.
  private static func isAside(_ text: FoldedText) -> Bool {
    guard let open = text.bytes.firstIndex(of: UInt8(ascii: "(")) else { return false }
    return text.bytes[..<open].contains(where: \.isLetter)
      && text.bytes.last == UInt8(ascii: ")")
  }

  /// Whether the scenarios below a heading stand in groups.
  private func hasGroups(_ section: Int) -> Bool {
    outline.statements.indices.contains { index in
      outline.statements[index].kind == .heading && outline.statements[index].section == section
        && isGroup(index) && outline.marks[index].has(.scenario)
    }
  }

  /// "Critical (P0)", "Scenario categories": gathers scenarios by something else.
  private func isGroup(_ index: Int) -> Bool { outline.marks[index].has(.group) }

  // MARK: Lists, tables and lines

  private func listed() -> [Scenario] {
    guard outline.marks.contains(where: { $0.has(.scenarios) }) else { return [] }
    return outline.statements.indices.compactMap { index in
      let section = outline.statements[index].section
      guard section >= 0, gathers(section) else { return nil }
      let statement = outline.statements[index]
      guard !statement.isTask else { return nil }
      switch statement.kind {
      case .item where statement.level == 1:
        let text = statement.label ?? statement.text
        let title = Self.numbered(text, outline.words) ?? (statement.label == nil ? text : nil)
        return (title ?? statement.label).map { scenario(MarkedOutline.tidied($0), index) }
      case .row:
        let header = outline.headers[statement.block]
        guard let column = header.firstIndex(where: { $0.has(.scenario) }),
          statement.cells.indices.contains(column)
        else { return nil }
        return scenario(statement.cells[column], index)
      default: return nil
      }
    }
  }

  /// "Scenario: the site is lost" at the head of a document speaks for all of it.
  private func stated() -> [Scenario] {
    for (index, statement) in outline.statements.enumerated() {
      if statement.kind == .heading, statement.level > 1 { return [] }
      guard statement.kind == .line, let label = statement.label, !statement.value.isEmpty,
        outline.marks[index].has(.scenario), label.utf8.count < 24,
        outline.words.facts.marks(in: label).has(.scenario)
      else { continue }
      return [scenario(Self.untilStop(statement.value), index)]
    }
    return []
  }

  private static func untilStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func scenario(_ title: String, _ index: Int) -> Scenario {
    let statement = outline.statements[index]
    let last: Int
    switch statement.kind {
    case .heading: last = outline.outline.lastLine(ofSection: index, lineCount: lineCount)
    case .line: last = lineCount
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
