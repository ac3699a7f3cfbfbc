/// A statement that looks like an objective and was not taken for one.
struct Rejection: Equatable, Sendable {
  /// From 1, in the file.
  let line: Int
  /// Why, in words that go on from "not taken: ".
  let reason: String
}

/// Says of each line that names a target and holds an amount why it is no objective.
///
/// The readers of objectives are strict; what they pass over must not seem overlooked.
struct Rejections {
  private let outline: MarkedOutline
  private let terms: ObjectiveTerms
  /// The lines that state a target or a time.
  private let taken: Set<Int>

  private var words: Vocabulary { outline.words }

  /// The rejected statements of a document, one a line, in the order in which they stand.
  static func read(
    _ outline: MarkedOutline,
    _ objectives: [Objective],
    _ times: [StatedTime]
  ) -> [Rejection] {
    let taken = objectives.flatMap { $0.targets.map(\.line) } + times.map(\.line)
    let reader = Rejections(
      outline: outline,
      terms: ObjectiveTerms(outline.words),
      taken: Set(taken)
    )
    return outline.statements.indices.compactMap { index in
      reader.reason(index).map { Rejection(line: outline.statements[index].line, reason: $0) }
    }
  }

  private func reason(_ index: Int) -> String? {
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    guard marks.has(.number), statement.kind != .code, !taken.contains(statement.line) else {
      return nil
    }
    let column = statement.kind == .row ? column(statement) : nil
    guard column != nil || marks.has(.target), holdsAmount(statement, column) else { return nil }
    if outline.isExample(index) || outline.isExampleOfTarget(index) {
      return "it stands among examples or templates"
    }
    if outline.isUnder(.record, index) { return "its section tells of what was, or of plans" }
    if let column, let veto = veto(in: outline.outline.tables[statement.block].header[column]) {
      return "\"\(veto)\" in its column tells of what was, not of what is asked for"
    }
    if let veto = veto(in: statement.text) {
      return "\"\(veto)\" tells of what was or might be, not of what is asked for"
    }
    if statement.isTask { return "a box to tick sets no target" }
    if isPart(statement) { return "it stands among parts, steps or options of a target" }
    if column != nil { return "its table lists options or steps" }
    return "it mentions a target and sets none"
  }

  /// The column of a row's table that names a target.
  private func column(_ row: Outline.Statement) -> Int? {
    let headers = outline.headers[row.block]
    return headers.indices.first { headers[$0].has(.target) && row.cells.indices.contains($0) }
  }

  private func holdsAmount(_ statement: Outline.Statement, _ column: Int?) -> Bool {
    let text = column.map { statement.cells[$0] } ?? statement.text
    return Span.first(in: FoldedText(folding: text), words) != nil
  }

  private func veto(in text: String) -> String? {
    let folded = FoldedText(folding: text)
    return words.vetoes.first(in: folded, folded.bytes.indices).map {
      String(folded.bytes[$0.range])
    }
  }

  private func isPart(_ statement: Outline.Statement) -> Bool {
    let above = [outline.outline.lead(of: statement), outline.outline.heading(of: statement)]
    return above.contains { heading in
      guard let text = heading.map({ FoldedText($0.text) }) else { return false }
      return text.contains(words.breakdowns) || text.contains(words.choices)
    }
  }
}
