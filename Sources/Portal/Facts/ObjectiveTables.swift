/// Reads objectives from the rows of tables.
struct ObjectiveTables {
  let outline: MarkedOutline
  let terms: ObjectiveTerms
  private var known: [Int: ObjectiveColumns] = [:]
  /// Tables of choices, prices and results.
  private var asides: Set<Int> = []

  init(outline: MarkedOutline, terms: ObjectiveTerms) {
    self.outline = outline
    self.terms = terms
  }

  private var words: Vocabulary { terms.words }

  /// The targets of one row.
  mutating func read(_ index: Int) -> [Objectives.Found] {
    let row = outline.statements[index]
    guard isNamed(row, index) else { return [] }
    let columns = known[row.block] ?? columns(of: row, index)
    guard !asides.contains(row.block) else { return [] }
    if !columns.targets.isEmpty { return across(row, columns) }
    guard outline.marks[index].has(.target) else { return attribute(row) }
    let found = transposed(row, columns)
    return found.isEmpty ? inCells(row, columns) : found
  }

  /// "| Target | 4 hours |" of a table of two columns below "NFR-8: recovery time objective".
  private func attribute(_ row: Outline.Statement) -> [Objectives.Found] {
    guard row.cells.count == 2, outline.outline.tables[row.block].header.count == 2,
      words.targets.contains(FoldedText(folding: row.cells[0]).bytes)
    else { return [] }
    let kinds = kinds(above: row)
    guard kinds.count == 1, let target = target(kinds[0], row.cells[1], nil, row.line) else {
      return []
    }
    let component = ComponentName.above(row, in: outline.outline, words)
    return [Objectives.Found(component, target, words)]
  }

  /// Whether a target is named in a row, in the head of its table or above it.
  private func isNamed(_ row: Outline.Statement, _ index: Int) -> Bool {
    [index, row.lead, row.section].contains { $0 >= 0 && outline.marks[$0].has(.target) }
      || outline.headers[row.block].contains { $0.has(.target) }
  }

  private mutating func columns(of row: Outline.Statement, _ index: Int) -> ObjectiveColumns {
    let table = outline.outline.tables[row.block]
    var columns = ObjectiveColumns(table, terms, kinds: kinds(above: row))
    let rows = outline.statements[index...].prefix { $0.block == row.block && $0.kind == .row }
      .map(\.cells)
    columns.settle(rows)
    known[row.block] = columns
    let isPriced = rows.contains {
      words.costs.contains(FoldedText(folding: $0.first ?? "").bytes)
    }
    let above = [row.lead, row.section].filter { $0 >= 0 }
    let isChoice = above.contains { outline.texts[$0].contains(words.choices) }
    let isBelowBreakdown = above.contains { outline.texts[$0].contains(words.breakdowns) }
    if isPriced || isChoice || columns.isAside(table, belowBreakdown: isBelowBreakdown) {
      asides.insert(row.block)
    }
    return columns
  }

  /// The kinds that the lead or the heading above a table speaks of.
  private func kinds(above row: Outline.Statement) -> [ObjectiveKind] {
    for above in [row.lead, row.section] where above >= 0 && outline.marks[above].has(.target) {
      let text = outline.texts[above]
      guard !text.contains(words.breakdowns), !words.vetoes.stands(in: text) else { return [] }
      return Array(Set(terms.targets(in: text).map(\.kind)))
    }
    return []
  }

  // MARK: Rows

  /// A row of a table whose columns are the targets.
  private func across(_ row: Outline.Statement, _ columns: ObjectiveColumns) -> [Objectives.Found] {
    func cell(_ column: Int?) -> String? {
      column.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    }
    let component = cell(columns.component).map { columns.name(of: $0) }
    let priority = cell(columns.priority)
    guard columns.component == nil || component?.isEmpty == false else { return [] }
    var found: [Objectives.Found] = []
    for target in columns.targets {
      guard let text = cell(target.index) else { continue }
      for value in values(text, target, row.line(ofCell: target.index)) {
        found.append(
          Objectives.Found(
            component: component ?? "",
            dimension: component == nil ? .plan : columns.dimension,
            target: value,
            priority: priority?.isEmpty == false ? priority : nil
          )
        )
      }
    }
    return found
  }

  /// The targets of a cell: "RTO: 4 h RPO: 1 h" under "RTO / RPO" says which is which.
  private func values(_ cell: String, _ column: ObjectiveColumns.Column, _ line: Int) -> [Target] {
    if column.kinds.count > 1 {
      let text = FoldedText(folding: cell)
      let named = TargetPhrases(text: text, place: .cell, terms: terms).read()
      if !named.isEmpty { return named.map { Target(kind: $0.kind, $0.value, line: line) } }
    }
    return zip(column.kinds, parts(cell, column.kinds.count)).compactMap { kind, part in
      target(kind, part, column.unit, line)
    }
  }

  /// A row of a table in which a cell is the name of a target: "| RTO | 4 hours |".
  private func transposed(
    _ row: Outline.Statement,
    _ columns: ObjectiveColumns
  ) -> [Objectives.Found] {
    guard let (place, group) = name(in: row) else { return [] }
    let header = outline.outline.tables[row.block].header
    let unit = columns.unit.flatMap {
      row.cells.indices.contains($0) ? columns.unit(of: row.cells[$0]) : nil
    }
    let own = component(of: row, place, group)
    let cells = columns.values.filter { $0 > place && row.cells.indices.contains($0) }
    let stated = cells.filter {
      let text = FoldedText(folding: row.cells[$0])
      return TargetValue(text, at: 0, isCell: false, unit: unit, words) != nil
    }
    let isNamed =
      stated.count > 1 && !stated.contains { isPlain(FoldedText(folding: header[$0])) }
    var found: [Objectives.Found] = []
    for column in isNamed ? stated : Array((stated.isEmpty ? cells : stated).prefix(1)) {
      let dimension =
        isNamed
        ? ComponentName.dimension(FoldedText(folding: header[column]), words)
        : own.isEmpty ? Objective.Dimension.plan : .component
      for (kind, part) in zip(group.map(\.kind), parts(row.cells[column], group.count)) {
        guard let target = target(kind, part, unit, row.line(ofCell: column)) else { continue }
        let component = isNamed ? header[column] : own
        found.append(
          Objectives.Found(component: component, dimension: dimension, target: target)
        )
      }
    }
    return found
  }

  /// The head of a column of values that names no component: "Target", "Value", "2027".
  private func isPlain(_ header: FoldedText) -> Bool {
    header.contains(words.targets) || words.isNameless(header, 0..<header.bytes.count)
  }

  /// The cell that names a target: the first, or one behind a number, a category and a description.
  private func name(in row: Outline.Statement) -> (Int, [ObjectiveTerms.Occurrence])? {
    for place in row.cells.indices.dropLast().prefix(4) {
      let text = FoldedText(folding: row.cells[place])
      let groups = terms.groups(in: text)
      guard let group = groups.first else { continue }
      let rest = group[group.count - 1].range.upperBound..<text.bytes.count
      let isName =
        place == 0
        || words.isNameless(text, 0..<group[0].range.lowerBound) && words.isNameless(text, rest)
      guard groups.count == 1, isName, !words.vetoes.stands(in: text),
        Span.first(in: text, words) == nil
      else { return nil }
      return (place, group)
    }
    return nil
  }

  /// What a row whose cell names a target speaks of.
  private func component(
    of row: Outline.Statement,
    _ place: Int,
    _ group: [ObjectiveTerms.Occurrence]
  ) -> String {
    let cell = row.cells[place]
    let text = FoldedText(folding: cell)
    let after = group[group.count - 1].range.upperBound..<text.bytes.count
    for range in [after, 0..<group[0].range.lowerBound] {
      if let name = ComponentName.name(in: text, range, of: cell, words) { return name }
    }
    if place > 0 {
      let first = FoldedText(folding: row.cells[0])
      let name = ComponentName.name(in: first, 0..<first.bytes.count, of: row.cells[0], words)
      if let name { return name }
    }
    return ComponentName.above(row, in: outline.outline, words)
  }

  /// A row in whose cells targets are spelled out: "| Tier 1 | RTO 1 h, RPO 5 min |".
  private func inCells(_ row: Outline.Statement, _ columns: ObjectiveColumns) -> [Objectives.Found]
  {
    var found: [Objectives.Found] = []
    for (column, cell) in row.cells.enumerated()
    where column == 0 || columns.values.contains(column) {
      let text = FoldedText(folding: cell)
      let phrases = TargetPhrases(text: text, place: .cell, terms: terms).read()
      guard let first = phrases.first, words.isNameless(text, 0..<first.range.lowerBound) else {
        continue
      }
      let names = TargetSubjects(text: text, original: cell, words: words).names(of: phrases)
      for (phrase, name) in zip(phrases, names) {
        let component = name ?? (column > 0 ? self.component(of: row, column) : "")
        let line = row.line(ofCell: column)
        found.append(Objectives.Found(component, phrase.kind, phrase.value, line: line, words))
      }
    }
    return found
  }

  private func component(of row: Outline.Statement, _ column: Int) -> String {
    let first = FoldedText(folding: row.cells[0])
    if terms.targets(in: first).isEmpty,
      let name = ComponentName.name(in: first, 0..<first.bytes.count, of: row.cells[0], words)
    {
      return name
    }
    return ComponentName.above(row, in: outline.outline, words)
  }

  // MARK: Cells

  private func target(_ kind: ObjectiveKind, _ cell: String, _ unit: Int?, _ line: Int) -> Target? {
    let text = FoldedText(folding: cell)
    guard let value = TargetValue(text, at: 0, isCell: true, unit: unit, words),
      value.state != .number || !text.isMeasured(value.end, words)
    else { return nil }
    guard kind == .availability else { return Target(kind: kind, value, line: line) }
    let millionths = TargetValue.availability(text)
    return Target(
      kind: kind,
      state: millionths == nil ? .qualitative : .number,
      value: millionths,
      isStrict: false,
      mechanism: nil,
      line: line
    )
  }

  /// The parts of a cell of several targets: "4h / 15m"; one value is for all of them.
  private func parts(_ cell: String, _ count: Int) -> [String] {
    guard count > 1 else { return [cell] }
    for separator in ["/", "|", "／", ";", ","] {
      let parts = cell.split(separator: separator, maxSplits: count - 1).map(String.init)
      if parts.count == count { return parts }
    }
    return Array(repeating: cell, count: count)
  }
}

extension Target {
  init(kind: ObjectiveKind, _ value: TargetValue, line: Int) {
    self.init(
      kind: kind,
      state: value.state,
      value: value.value,
      isStrict: value.isStrict,
      mechanism: value.mechanism,
      line: line
    )
  }
}
