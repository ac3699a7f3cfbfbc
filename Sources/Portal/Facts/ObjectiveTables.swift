/// Reads objectives from the rows of tables.
struct ObjectiveTables {
  /// Which columns of a table state which targets, and which one names the component.
  private struct Columns {
    var targets: [(column: Int, kinds: [ObjectiveKind], unit: Int?)] = []
    var component: Int?
    var priority: Int?
    var dimension = Objective.Dimension.component
    /// Columns of values in a table whose rows are "RTO" and "RPO".
    var values: [Int] = []
  }

  let outline: Outline
  let terms: ObjectiveTerms
  private var known: [Int: Columns] = [:]

  init(outline: Outline, terms: ObjectiveTerms) {
    self.outline = outline
    self.terms = terms
  }

  private var words: Vocabulary { terms.words }

  /// The targets of one row.
  ///
  /// `namesTarget` tells whether the row itself holds the name of a target.
  mutating func read(_ index: Int, namesTarget: Bool) -> [Objectives.Found] {
    let row = outline.statements[index]
    if known[row.block] == nil { known[row.block] = columns(of: outline.tables[row.block]) }
    guard let columns = known[row.block] else { return [] }
    if !columns.targets.isEmpty { return across(row, columns) }
    return namesTarget ? transposed(row, columns) : []
  }

  private func columns(of table: Outline.Table) -> Columns {
    var columns = Columns()
    let header = table.header.map { FoldedText($0) }
    for (column, cell) in header.enumerated() {
      let kinds = terms.occurrences(in: cell).map(\.kind)
      if !kinds.isEmpty, !isVetoed(cell) {
        columns.targets.append((column, kinds, unit(in: cell)))
      } else if columns.component == nil, !isOrdinal(cell) {
        columns.component = column
      }
      if cell.contains([Array("priority".utf8), Array("priorität".utf8)]) {
        columns.priority = column
      }
      if column > 0, !isVetoed(cell) { columns.values.append(column) }
    }
    prefer(&columns, header)
    let states = columns.targets.contains { $0.kinds.contains { $0 != .availability } }
    let isOptions = columns.targets.first?.column == 0 && table.rows > 1
    if !states || isOptions { columns.targets = [] }
    if isOptions { columns.values = [] }
    if let component = columns.component { columns.dimension = dimension(header[component]) }
    return columns
  }

  /// Of "Target RTO" and "Maximum RTO" the first that is called a target counts.
  private func prefer(_ columns: inout Columns, _ header: [FoldedText]) {
    var seen: [ObjectiveKind: Int] = [:]
    var kept: [(column: Int, kinds: [ObjectiveKind], unit: Int?)] = []
    for target in columns.targets {
      guard let kind = target.kinds.first, let earlier = seen[kind] else {
        if let kind = target.kinds.first { seen[kind] = kept.count }
        kept.append(target)
        continue
      }
      let isTarget = header[target.column].contains(words.targets)
      if isTarget, !header[kept[earlier].column].contains(words.targets) { kept[earlier] = target }
    }
    columns.targets = kept
  }

  /// A row of a table whose columns are the targets.
  private func across(_ row: Outline.Statement, _ columns: Columns) -> [Objectives.Found] {
    let component = columns.component.flatMap {
      row.cells.indices.contains($0) ? row.cells[$0] : nil
    }
    let priority = columns.priority.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    guard columns.component == nil || component?.isEmpty == false else { return [] }
    var found: [Objectives.Found] = []
    for (column, kinds, unit) in columns.targets where row.cells.indices.contains(column) {
      let parts =
        kinds.count > 1 ? split(row.cells[column], into: kinds.count) : [row.cells[column]]
      for (kind, part) in zip(kinds, parts) {
        guard let target = target(kind, part, unit, row.line) else { continue }
        found.append(
          Objectives.Found(
            component: component ?? "",
            dimension: component == nil ? .plan : columns.dimension,
            target: target,
            priority: priority?.isEmpty == false ? priority : nil
          )
        )
      }
    }
    return found
  }

  /// A row of a table whose first cell is the name of a target: "| RTO | 4 hours |".
  private func transposed(_ row: Outline.Statement, _ columns: Columns) -> [Objectives.Found] {
    guard let first = row.cells.first, row.cells.count > 1, !columns.values.isEmpty else {
      return []
    }
    let name = FoldedText(first)
    let kinds = terms.targets(in: name)
    guard kinds.count == 1, let term = kinds.first, !isVetoed(name) else { return [] }
    let header = outline.tables[row.block].header
    let own = ComponentName.besides(term.range, in: first, words)
    var found: [Objectives.Found] = []
    for column in columns.values where row.cells.indices.contains(column) {
      let text = FoldedText(row.cells[column])
      guard let value = TargetValue(text, at: 0, isCell: column == 1, words) else { continue }
      let isNamed = columns.values.count > 1 && isEnvironment(header[column])
      if !isNamed, !found.isEmpty { break }
      found.append(
        Objectives.Found(
          component: isNamed ? header[column] : own ?? ComponentName.above(row, in: outline, words),
          dimension: isNamed ? .environment : own == nil ? .plan : .component,
          target: Target(kind: term.kind, value, line: row.line)
        )
      )
      if !isNamed { break }
    }
    return found
  }

  private func target(_ kind: ObjectiveKind, _ cell: String, _ unit: Int?, _ line: Int) -> Target? {
    let text = FoldedText(cell)
    guard let value = TargetValue(text, at: 0, isCell: true, unit: unit, words) else { return nil }
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

  private func split(_ cell: String, into count: Int) -> [String] {
    let parts = cell.split(separator: "/", maxSplits: count - 1).map(String.init)
    return parts.count == count ? parts : [cell]
  }

  private func isVetoed(_ cell: FoldedText) -> Bool { cell.contains(words.vetoes) }

  private func isOrdinal(_ cell: FoldedText) -> Bool {
    ["", "#", "no", "no.", "nr", "nr.", "id", "n°", "№"].contains(String(cell.bytes[...]))
  }

  private func isEnvironment(_ header: String) -> Bool {
    FoldedText(header).contains(words.environments)
  }

  private func dimension(_ header: FoldedText) -> Objective.Dimension {
    ComponentName.dimension(header, words)
  }

  /// The unit in "RTO (min)" and "RTO in minutes".
  private func unit(in header: FoldedText) -> Int? {
    guard
      let bracket = header.bytes.firstIndex(where: {
        $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[")
      })
    else { return nil }
    for (word, seconds) in words.units.joined() where header.has(word, at: bracket + 1) {
      return seconds
    }
    return nil
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
