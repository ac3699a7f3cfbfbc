/// Reads objectives from blocks of plain text and of YAML: "RTO: 4 hours", "rpo_minutes: 15".
struct ObjectiveCode {
  let outline: MarkedOutline
  let terms: ObjectiveTerms
  /// The lines that the current one stands below, the nearest last.
  private var parents: [Parent] = []
  private var block = -1
  private var isText = false
  /// The last empty line.
  private var blank = -1

  private struct Parent {
    let indent: Int
    let index: Int
    /// Whether it ends in a colon.
    let isOpening: Bool

    /// A line is above those that are set in more; "Tier 1:" is above lines of the same depth too,
    /// up to an empty line.
    func isAbove(_ other: Int, _ opens: Bool, _ blank: Int) -> Bool {
      indent < other || indent == other && isOpening && !opens && index > blank
    }
  }

  init(outline: MarkedOutline, terms: ObjectiveTerms) {
    self.outline = outline
    self.terms = terms
  }

  private var words: Vocabulary { terms.words }

  /// The targets of a line of code; lines must be given in their order.
  mutating func read(_ index: Int) -> [Objectives.Found] {
    let statement = outline.statements[index]
    if statement.block != block {
      (block, parents) = (statement.block, [])
      isText = Self.languages.contains(outline.outline.codes[block].language)
    }
    guard isText else { return [] }
    let text = outline.texts[index]
    let indent = text.bytes.prefix(while: Byte.isSpace).count
    guard indent < text.bytes.count else {
      blank = index
      return []
    }
    let isOpening = text.bytes.last == Byte.colon
    while let last = parents.last, !last.isAbove(indent, isOpening, blank) { parents.removeLast() }
    defer { parents.append(Parent(indent: indent, index: index, isOpening: isOpening)) }
    guard !outline.isExample(index), !isExample(statement.lead) else { return [] }
    if outline.marks[index].has(.target) { return targets(index) }
    let found = listed(index)
    return found.isEmpty ? alone(index).map { [$0] } ?? [] : found
  }

  /// "**Example:**" right above a block.
  private func isExample(_ lead: Int) -> Bool {
    lead >= 0 && outline.marks[lead].has(.example) && outline.texts[lead].words.count < 3
  }

  private static let languages: Set<String> = ["", "text", "txt", "plaintext", "yaml", "yml"]

  private func targets(_ index: Int) -> [Objectives.Found] {
    let statement = outline.statements[index]
    guard CodeLine(statement.text).comment == nil else { return [] }
    // Quotes around values and keys say nothing.
    let text = FoldedText(
      bytes: outline.texts[index].bytes.map { "\"'`".utf8.contains($0) ? Byte.space : $0 }
    )
    let phrases = TargetPhrases(text: text, place: .item, terms: terms).read()
    guard let first = phrases.first else { return keyed(index, text) }
    guard words.isNameless(text, 0..<first.range.lowerBound) else { return [] }
    let component = component(index)
    return phrases.map {
      Objectives.Found(component, $0.kind, $0.value, line: statement.line, words)
    }
  }

  /// "rto_hours: 4": the key has the unit.
  private func keyed(_ index: Int, _ text: FoldedText) -> [Objectives.Found] {
    let names = terms.occurrences(in: text)
    guard names.count == 1, let name = names.first,
      let colon = text.bytes.firstIndex(of: Byte.colon), name.range.upperBound < colon,
      words.isNameless(text, 0..<name.range.lowerBound),
      let unit = unit(in: text, name.range.upperBound..<colon),
      let value = TargetValue(text, at: colon + 1, isCell: false, unit: unit, words)
    else { return [] }
    let line = outline.statements[index].line
    return [Objectives.Found(component(index), name.kind, value, line: line, words)]
  }

  /// "- Ledger: 4 hours" below "Recovery time objectives:", "ledger: 4h" below "rto_targets:".
  private func listed(_ index: Int) -> [Objectives.Found] {
    guard outline.marks[index].has(.number), let parent = parents.last, parent.isOpening,
      outline.marks[parent.index].has(.target), let kind = kind(of: parent.index),
      let pair = CodeLine(outline.statements[index].text).pair
    else { return [] }
    let text = FoldedText(folding: pair.value)
    guard let value = TargetValue(text, at: 0, isCell: false, words), value.state == .number,
      let name = name(of: pair.key)
    else { return [] }
    let line = outline.statements[index].line
    return [Objectives.Found(name, kind, value, line: line, words)]
  }

  /// "4 hours" as all of a block, below "Recovery time objective".
  private func alone(_ index: Int) -> Objectives.Found? {
    let statement = outline.statements[index]
    guard outline.marks[index].has(.number), statement.section >= 0,
      outline.marks[statement.section].has(.target), isOnly(index),
      let kind = kind(of: statement.section)
    else { return nil }
    let text = outline.texts[index]
    guard let span = Span(at: text.skipSpaces(0), in: text, words),
      text.skipSpaces(span.range.upperBound) == text.bytes.count,
      let value = TargetValue(text, at: text.skipSpaces(0), isCell: true, words)
    else { return nil }
    let name = ComponentName.above(statement, in: outline.outline, lead: -1, words)
    return Objectives.Found(name, kind, value, line: statement.line, words)
  }

  /// Whether no other line stands in the block of a line.
  private func isOnly(_ index: Int) -> Bool {
    let others = [index - 1, index + 1].filter { outline.statements.indices.contains($0) }
    return !others.contains {
      outline.statements[$0].kind == .code
        && outline.statements[$0].block == outline.statements[index].block
    }
  }

  /// The one kind that a line names with nothing beside it.
  private func kind(of index: Int) -> ObjectiveKind? {
    let text = outline.texts[index]
    let names = terms.targets(in: text)
    guard let name = names.first, names.count == 1,
      words.isNameless(text, 0..<name.range.lowerBound),
      words.isNameless(text, name.range.upperBound..<text.bytes.count),
      !text.contains(words.breakdowns), !words.vetoes.stands(in: text)
    else { return nil }
    return name.kind
  }

  private func unit(in text: FoldedText, _ range: Range<Int>) -> Int? {
    for offset in range where text.startsWord(offset) {
      let unit = words.units[Int(text.bytes[offset])].first {
        $0.words.count > 2 && text.has($0.words, at: offset)
      }
      if let unit { return unit.seconds }
    }
    return nil
  }

  // MARK: Names

  /// The nearest line set in less that names something; else the lead or the heading above.
  private func component(_ index: Int) -> String {
    for parent in parents.reversed() {
      if let name = name(parent.index) { return name }
    }
    let statement = outline.statements[index]
    return ComponentName.above(statement, in: outline.outline, lead: statement.lead, words)
  }

  /// The key of "orders:", the value of "- name: orders", else the line as a whole.
  private func name(_ index: Int) -> String? {
    let text = outline.statements[index].text
    let line = CodeLine(text)
    guard let key = line.key, let name = name(of: key) else {
      return self.name(of: line.key == nil ? text : line.value)
    }
    return line.value.isEmpty ? name : self.name(of: text)
  }

  private func name(of text: String) -> String? {
    let folded = FoldedText(folding: text)
    guard folded.bytes.count(where: Byte.isSpace) < 20, terms.targets(in: folded).isEmpty,
      Span.first(in: folded, words) == nil
    else { return nil }
    return ComponentName.name(in: folded, 0..<folded.bytes.count, of: text, words)
  }
}
