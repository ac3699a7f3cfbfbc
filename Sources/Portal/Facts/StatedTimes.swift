/// Reads the times that a plan states: estimates, totals and rows of service levels.
struct StatedTimes {
  private let outline: MarkedOutline
  private let scenarios: [Scenario]
  private let places: ScenarioPlaces

  /// The stated times of a document; steps and phases count only by their total.
  static func read(_ outline: MarkedOutline, scenarios: [Scenario]) -> [StatedTime] {
    let reader = StatedTimes(
      outline: outline,
      scenarios: scenarios,
      places: ScenarioPlaces(scenarios)
    )
    return outline.statements.indices.compactMap { index in
      let marks = outline.marks[index]
      guard marks.has(.number), !outline.isTemplate(index) else { return nil }
      switch outline.statements[index].kind {
      case .row: return reader.row(index)
      case .code: return marks.has(.estimate) ? reader.comment(index) : nil
      case .heading: return marks.has(.estimate) ? reader.heading(index) : nil
      case .line, .item:
        return marks.has([.estimate, .duration, .total, .restore]) || reader.isBelowEstimate(index)
          ? reader.line(index) : nil
      }
    }
  }

  private var words: Vocabulary { outline.words }

  /// Whether the lead or the heading above a statement begins with words such as "Estimated time".
  private func isBelowEstimate(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    let above = statement.lead >= 0 ? statement.lead : statement.section
    guard above >= 0, outline.marks[above].has(.estimate) else { return false }
    let text = outline.texts[above]
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return false }
    return words.facts.marks.longest(in: text, at: start)?.value.has(.estimate) == true
  }

  // MARK: Lines

  /// "Scenario 2: fire (estimated recovery: 4 hours)"; other headings with a time are steps.
  private func heading(_ index: Int) -> StatedTime? {
    let statement = outline.statements[index]
    guard let scenario = places[statement.line], scenarios[scenario].line == statement.line else {
      return nil
    }
    return estimate(index)
  }

  /// The span behind the first words such as "estimated time".
  private func estimate(_ index: Int) -> StatedTime? {
    let text = outline.texts[index]
    for offset in text.bytes.indices where text.startsWord(offset) {
      guard let word = words.facts.marks.longest(in: text, at: offset), word.value.has(.estimate)
      else { continue }
      return Span.first(in: text, from: word.end, words).flatMap {
        $0.qualifier == .least ? nil : time(index, $0)
      }
    }
    return nil
  }

  private func line(_ index: Int) -> StatedTime? {
    let statement = outline.statements[index]
    guard !statement.isTask, !outline.isUnder([.example, .record], index) else { return nil }
    if let label = statement.label, !statement.value.isEmpty {
      let marks = words.facts.marks(in: label)
      // "Mean time to recover" is a figure that was measured.
      let isFigure = words.vetoes.stands(in: FoldedText(folding: label))
      let isLabel =
        !isFigure && (marks.has(.estimate) || marks.has(.duration) && isOfRecovery(index, marks))
      if isLabel, !isStep(index) { return time(index, in: statement.value) }
      if marks.has(.total), !marks.has(.target), isTotal(label),
        marks.has([.duration, .restore]) || isSum(index)
      {
        return time(index, in: statement.value)
      }
      if isListed(index, marks) { return time(index, in: statement.value, subject: label) }
    } else if index > 0, index == statement.section + 1, isBelowEstimate(index) {
      return time(index, in: statement.text)
    }
    return inside(index) ?? sentence(index)
      ?? (outline.marks[index].has(.restore) ? prose(index) : nil)
  }

  /// "Flood (estimated time: 2 hours)", where the line is that of a scenario.
  private func inside(_ index: Int) -> StatedTime? {
    let statement = outline.statements[index]
    guard outline.marks[index].has(.estimate), let scenario = places[statement.line],
      scenarios[scenario].line == statement.line
    else { return nil }
    return estimate(index)
  }

  /// "It starts again; estimated time: 5 min": a sentence that begins with the words.
  private func sentence(_ index: Int) -> StatedTime? {
    guard outline.marks[index].has(.estimate), !outline.marks[index].has([.drill, .sla, .target]),
      !isStep(index)
    else { return nil }
    let text = outline.texts[index]
    for sentence in text.sentences {
      guard let start = text.bytes[sentence].firstIndex(where: \.isLetter),
        let word = words.facts.marks.longest(in: text, at: start), word.value.has(.estimate),
        let value = ValueStart(text, word.end..<sentence.upperBound, words),
        let span = Span(at: value.offset, in: text, words), span.qualifier != .least
      else { continue }
      return time(index, span)
    }
    return nil
  }

  /// Whether "Recovery time" is that of a scenario or a procedure, and no figure among others.
  private func isOfRecovery(_ index: Int, _ marks: Marks) -> Bool {
    guard !marks.has([.target, .sla, .drill]) else { return false }
    if places[outline.statements[index].line] != nil { return true }
    let section = outline.statements[index].section
    guard section >= 0, !outline.marks[section].has([.target, .sla, .drill]) else { return false }
    return !outline.outline.isTitle(section) && outline.isUnder([.scenario, .restore], index)
  }

  /// Whether an item stands below "Estimated recovery time", in a list that is not summed up.
  private func isListed(_ index: Int, _ marks: Marks) -> Bool {
    let statement = outline.statements[index]
    guard statement.kind == .item, isBelowEstimate(index),
      !marks.has([.phase, .detection, .verification, .total])
    else { return false }
    let above = statement.lead >= 0 ? statement.lead : statement.section
    let others = outline.statements[(above + 1)...].prefix { $0.kind == .item || $0.kind == .code }
    return !others.contains { other in
      other.label.map { words.facts.marks(in: $0).has([.total, .phase]) } ?? false
    }
  }

  /// A line under "Step 3: …" or "Phase 1: …" states a part.
  private func isStep(_ index: Int) -> Bool {
    guard let heading = outline.outline.heading(of: outline.statements[index]) else { return false }
    let text = FoldedText(folding: ComponentName.unnumbered(heading.text))
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return false }
    return words.facts.marks.longest(in: text, at: start)?.value.has(.phase) == true
  }

  private func isTotal(_ label: String) -> Bool {
    let text = FoldedText(folding: label)
    guard let start = text.bytes.firstIndex(where: \.isLetterOrDigit) else { return false }
    return words.facts.marks.longest(in: text, at: start)?.value.has(.total) == true
  }

  /// A total sums up a recovery below a scenario, or below words about its time; below the heading
  /// of an objective it sums up the objective.
  private func isSum(_ index: Int) -> Bool {
    if places[outline.statements[index].line] != nil { return true }
    let statement = outline.statements[index]
    if let heading = outline.outline.heading(of: statement),
      outline.marks[statement.section].has(.target), ComponentName.name(heading.text, words) == nil
    {
      return false
    }
    let above = statement.lead >= 0 ? outline.marks[statement.lead] : []
    return above.has([.estimate, .restore])
      || outline.outline.headings(of: statement).contains {
        $0.level > 1 && words.facts.marks(in: $0.text).has([.estimate, .restore])
      }
  }

  /// "automatic failover within 60 seconds", "recovery takes 2-3 hours".
  private func prose(_ index: Int) -> StatedTime? {
    let text = outline.texts[index]
    guard !outline.marks[index].has([.drill, .condition, .target]) else { return nil }
    for offset in text.bytes.indices where text.startsWord(offset) {
      guard let act = words.facts.acts.longest(in: text, at: offset) else { continue }
      var end = text.skipSpaces(act.end)
      while end < text.bytes.count, let verb = words.facts.verbs.longest(in: text, at: end) {
        end = text.skipSpaces(verb.end)
      }
      if end > act.end + 1, let span = Span(at: end, in: text, words),
        span.qualifier != .least, span.maximum > 0
      {
        return time(index, span)
      }
    }
    return nil
  }

  private func comment(_ index: Int) -> StatedTime? {
    let line = CodeLine(outline.statements[index].text)
    guard line.comment != nil, let key = line.key, words.facts.marks(in: key).has(.estimate) else {
      return nil
    }
    return time(index, in: line.value)
  }

  // MARK: Rows

  private func row(_ index: Int) -> StatedTime? {
    let row = outline.statements[index]
    let header = outline.headers[row.block]
    guard let first = row.cells.first else { return nil }
    if let column = estimates(index, header), row.cells.indices.contains(column) {
      // Of tasks only the sum is a recovery.
      let isOfTasks =
        header.first?.has(.phase) == true && !header.contains { $0.has([.scenario, .incident]) }
      guard !isOfTasks || isTotal(first) else { return nil }
      return time(index, in: row.cells[column], subject: first)
    }
    guard isServiceLevel(row, header), let phase = phase(first), row.cells.count > 1 else {
      return nil
    }
    return time(index, in: row.cells[1], subject: first, phase: phase, source: .sla)
  }

  /// The column of a table that states how long a recovery takes.
  private func estimates(_ index: Int, _ header: [Marks]) -> Int? {
    guard !outline.isUnder(.record, index) else { return nil }
    // "RTO (time to restore)" is a target.
    if let column = header.dropFirst().firstIndex(where: { $0.has(.estimate) && !$0.has(.target) })
    {
      return column
    }
    let row = outline.statements[index]
    if header.count == 2, row.section >= 0, outline.marks[row.section].has(.estimate) { return 1 }
    guard header.first?.has([.sla, .target]) == false, !header.contains(where: { $0.has(.drill) }),
      let column = header.dropFirst().firstIndex(where: {
        $0.has(.duration) && !$0.has([.target, .sla])
      })
    else { return nil }
    let isRecord = outline.outline.tables[row.block].header.contains {
      words.outcomes.contains(FoldedText(folding: $0).bytes)
    }
    return isRecord ? nil : column
  }

  private func isServiceLevel(_ row: Outline.Statement, _ header: [Marks]) -> Bool {
    let section = row.section >= 0 ? outline.marks[row.section] : []
    guard section.has(.sla) || header.first?.has(.sla) == true else { return false }
    let head = FoldedText(folding: outline.outline.tables[row.block].header.dropFirst().first ?? "")
    return head.contains(words.targets) || words.facts.marks(in: head).has(.sla)
  }

  private func phase(_ name: String) -> StatedTime.Phase? {
    let marks = words.facts.marks(in: name)
    guard !marks.has(.target) else { return nil }
    if marks.has(.detection) { return .detection }
    if marks.has(.loss) { return .dataLoss }
    if marks.has(.talk) { return .communication }
    if marks.has(.response) { return .response }
    return marks.has(.restore) ? .recovery : nil
  }

  // MARK: Values

  private func time(
    _ index: Int,
    in value: String,
    subject: String? = nil,
    phase: StatedTime.Phase = .recovery,
    source: StatedTime.Source = .estimate
  ) -> StatedTime? {
    let text = FoldedText(folding: value)
    guard let start = text.bytes.firstIndex(where: { !Byte.isSpace($0) && $0 != 42 }),
      let span = Span(at: start, in: text, words), span.qualifier != .least
    else { return nil }
    return time(index, span, subject: subject, phase: phase, source: source)
  }

  private func time(
    _ index: Int,
    _ span: Span,
    subject: String? = nil,
    phase: StatedTime.Phase = .recovery,
    source: StatedTime.Source = .estimate
  ) -> StatedTime {
    let line = outline.statements[index].line
    let scenario = places[line]
    let name = subject ?? scenario.map { scenarios[$0].title }
    return StatedTime(
      subject: name ?? self.subject(index),
      scenario: scenario,
      phase: phase,
      source: source,
      minimum: span.minimum,
      maximum: span.maximum,
      isStrict: span.qualifier == .strict,
      line: line
    )
  }

  /// The nearest name that is more than "Estimated time", and where there is one more than
  /// "Procedure".
  private func subject(_ index: Int) -> String {
    var first: String?
    let telling = outline.name(above: index) { name in
      guard !name.isEmpty, !words.facts.marks(in: name).has(.estimate) else { return false }
      first = first ?? name
      return outline.isTelling(name)
    }
    return telling ?? first ?? ""
  }
}
