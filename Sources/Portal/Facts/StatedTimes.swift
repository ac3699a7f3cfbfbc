/// A time that a plan itself states: how long a recovery takes, how fast a failure is detected.
struct StatedTime: Equatable, Sendable {
  /// The part of an incident that the time is for.
  enum Phase: String, Sendable {
    case recovery
    case detection
    case response
    case dataLoss = "data loss"
    case communication
  }

  /// Where it is stated.
  enum Source: String, Sendable {
    case estimate
    case sla
  }

  /// The scenario, heading or row that it speaks of.
  let subject: String
  /// Its place among the scenarios of the document; nil outside them.
  let scenario: Int?
  let phase: Phase
  let source: Source
  /// In seconds; equal unless it is a range.
  let minimum: Int
  let maximum: Int
  /// Whether it is written with "<".
  let isStrict: Bool
  let line: Int
}

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
      case .heading: return nil
      case .line, .item:
        return marks.has([.estimate, .total, .restore]) ? reader.line(index) : nil
      }
    }
  }

  private var words: Vocabulary { outline.words }

  // MARK: Lines

  private func line(_ index: Int) -> StatedTime? {
    let statement = outline.statements[index]
    guard !statement.isTask, !outline.isUnder(.example, index) else { return nil }
    if let label = statement.label {
      let marks = words.facts.marks(in: label)
      if marks.has(.estimate), !isStep(index) {
        return time(index, in: statement.value)
      }
      if marks.has(.total), isTotal(label), isSum(index) { return time(index, in: statement.value) }
    }
    return outline.marks[index].has(.restore) ? prose(index) : nil
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
      guard let noun = nouns.first(where: { text.has($0, at: offset) }) else { continue }
      var end = text.skipSpaces(offset + noun.count)
      while let verb = verbs.first(where: { text.has($0, at: end) }) {
        end = text.skipSpaces(end + verb.count)
      }
      if end > offset + noun.count + 1, let span = Span(at: end, in: text, words),
        span.qualifier != .least, span.maximum > 0
      {
        return time(index, span)
      }
    }
    return nil
  }

  private let nouns = [
    "failover", "recovery", "restoration", "switchover", "restore", "recovery time",
  ].map { Array($0.utf8) }
  private let verbs = [
    "takes", "takes place", "completes", "completed", "happens", "occurs", "is", "finishes",
    "typically", "usually", "in", "about", "automatically", "within",
  ].map { Array($0.utf8) }

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
    if let column = header.firstIndex(where: { $0.has(.estimate) }), column > 0,
      row.cells.indices.contains(column)
    {
      // Of tasks only the sum is a recovery.
      guard !(header.first?.has(.phase) ?? false) || isTotal(first) else { return nil }
      return time(index, in: row.cells[column], subject: first)
    }
    guard isServiceLevel(row, header), let phase = phase(first), row.cells.count > 1 else {
      return nil
    }
    return time(index, in: row.cells[1], subject: first, phase: phase, source: .sla)
  }

  private func isServiceLevel(_ row: Outline.Statement, _ header: [Marks]) -> Bool {
    let head = FoldedText(folding: outline.outline.tables[row.block].header.dropFirst().first ?? "")
    guard head.contains(words.targets) || words.facts.marks(in: head).has(.sla) else {
      return false
    }
    return header.first?.has(.sla) == true
      || row.section >= 0 && outline.marks[row.section].has(.sla)
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

  /// The nearest name that is more than "Estimated time".
  private func subject(_ index: Int) -> String {
    outline.names(above: index).first {
      !$0.isEmpty && !words.facts.marks(in: $0).has(.estimate)
    } ?? ""
  }
}
