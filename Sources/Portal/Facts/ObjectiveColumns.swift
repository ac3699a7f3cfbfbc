/// Which columns of a table state which targets, and which one names the component.
struct ObjectiveColumns {
  /// A column of values of one target, or of two: "RTO/RPO".
  struct Column {
    let index: Int
    let kinds: [ObjectiveKind]
    /// The unit of numbers that have none, in seconds: "RTO (min)".
    let unit: Int?
  }

  private(set) var targets: [Column] = []
  private(set) var component: Int?
  private(set) var priority: Int?
  private(set) var dimension = Objective.Dimension.component
  /// Columns of values in a table whose rows are "RTO" and "RPO".
  private(set) var values: [Int] = []
  /// The column that holds the unit of its row.
  private(set) var unit: Int?

  private let heads: [String]
  private let header: [FoldedText]
  private let words: Vocabulary

  /// `kinds` are those that the heading or the lead above the table speaks of.
  init(_ table: Outline.Table, _ terms: ObjectiveTerms, kinds: [ObjectiveKind]) {
    heads = table.header
    header = heads.map { FoldedText(folding: $0) }
    words = terms.words
    for (index, cell) in header.enumerated() {
      let names = terms.occurrences(in: cell).map(\.kind)
      if !names.isEmpty, !isVetoed(cell) {
        targets.append(Column(index: index, kinds: names, unit: unit(in: cell, terms)))
      }
      if cell.contains(words.ranks) { priority = index }
      if words.unitHeads.contains(cell.bytes) {
        unit = index
      } else if index > 0, !isVetoed(cell) {
        values.append(index)
      }
    }
    prefer()
    if !targets.contains(where: { $0.kinds.contains { $0 != .availability } }) { targets = [] }
    component = componentColumn()
    if targets.isEmpty, kinds.count == 1 { inherit(kinds[0]) }
    if let component { dimension = ComponentName.dimension(header[component], words) }
  }

  /// Whether the rows are choices with their price, parts of a whole, or records of what was.
  func isAside(_ table: Outline.Table, belowBreakdown isBelowBreakdown: Bool) -> Bool {
    if isOfParts(isBelowBreakdown) { return true }
    if table.rows > 1 {
      if targets.first?.index == 0 { return true }
      if let component, header[component].contains(words.options) { return true }
      if !isTelling, header.contains(where: { words.costs.contains($0.bytes) }) { return true }
    }
    guard header.contains(where: { words.outcomes.contains($0.bytes) }) else { return false }
    return !targets.contains { header[$0.index].contains(words.targets) }
  }

  /// Whether the rows are steps or drills: below "Step", below "Test", or a column of recovery
  /// times alone below "RTO breakdown".
  private func isOfParts(_ isBelowBreakdown: Bool) -> Bool {
    guard let component, !targets.isEmpty else { return false }
    let marks = words.facts.marks(in: header[component])
    let isTarget = targets.contains { header[$0.index].contains(words.targets) }
    if marks.has(.drill), !isTarget { return true }
    let isAlone = targets.allSatisfy { $0.kinds == targets[0].kinds }
    return !isTelling && (marks.has(.phase) || isBelowBreakdown && isAlone)
  }

  /// Whether the head of the components says what they are: "Service", "Tier".
  private var isTelling: Bool { component.map(isTelling) ?? false }

  private func isTelling(_ column: Int) -> Bool {
    words.dimensions.stands(in: header[column])
  }

  private func isVetoed(_ cell: FoldedText) -> Bool { words.vetoes.stands(in: cell) }

  /// Of "Target RTO" and "Maximum RTO" the first that is called a target counts.
  private mutating func prefer() {
    var seen: [ObjectiveKind: Int] = [:]
    var kept: [Column] = []
    for target in targets {
      guard let kind = target.kinds.first, let earlier = seen[kind] else {
        if let kind = target.kinds.first { seen[kind] = kept.count }
        kept.append(target)
        continue
      }
      let isTarget = header[target.index].contains(words.targets)
      if isTarget, !header[kept[earlier].index].contains(words.targets) { kept[earlier] = target }
    }
    targets = kept
  }

  /// The first column that is neither a number, nor a rank before a column of systems.
  private func componentColumn() -> Int? {
    let free = header.indices.filter { index in !targets.contains { $0.index == index } }
    let before = free.filter { index in targets.allSatisfy { index < $0.index } }
    let named = free.filter { !words.indexes.contains(header[$0].bytes) }
    guard let first = named.first else { return free.first }
    guard header[first].contains(words.ranks) else { return first }
    return before.first { $0 > first && isTelling($0) } ?? first
  }

  /// Takes the column behind groups that stand in several rows: "| Tier 1 | Ledger | 4 h |".
  mutating func settle(_ rows: [[String]]) {
    guard let column = component, column + 1 < header.count,
      targets.allSatisfy({ column + 1 < $0.index })
    else { return }
    func cells(_ column: Int) -> [String] {
      rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
    }
    let next = cells(column + 1)
    guard Set(cells(column)).count < rows.count, Set(next).count == rows.count,
      !next.contains(where: \.isEmpty)
    else { return }
    component = column + 1
    dimension = ComponentName.dimension(header[column + 1], words)
  }

  /// "Target" below "### Recovery time objectives" is a column of recovery times.
  private mutating func inherit(_ kind: ObjectiveKind) {
    let named = header.indices.filter { $0 > 0 && header[$0].contains(words.targets) }
    guard named.count == 1, let index = named.first, !isVetoed(header[index]), isTelling,
      component != index
    else { return }
    targets = [Column(index: index, kinds: [kind], unit: nil)]
  }

  /// A cell as the name of a component: "2" in the column "Tier" is "Tier 2".
  func name(of cell: String) -> String {
    guard let component, !cell.isEmpty, cell.utf8.count < 4, cell.utf8.allSatisfy(\.isDigit) else {
      return cell
    }
    return "\(heads[component]) \(cell)"
  }

  // MARK: Units

  /// The unit in "RTO (min)", "RTO [h]" and "RTO in minutes".
  private func unit(in cell: FoldedText, _ terms: ObjectiveTerms) -> Int? {
    var offset = 0
    while offset < cell.bytes.count {
      let (sign, count) = cell.sign(at: offset)
      if "([".utf8.contains(sign), let unit = unit(in: cell, at: offset + count) { return unit }
      offset += count
    }
    let names = terms.occurrences(in: cell).map(\.range)
    for offset in cell.bytes.indices
    where cell.startsWord(offset) && !names.contains(where: { $0.contains(offset) }) {
      if let unit = unit(in: cell, at: offset, atLeast: 3) { return unit }
    }
    return nil
  }

  private func unit(in cell: FoldedText, at offset: Int, atLeast count: Int = 1) -> Int? {
    guard offset < cell.bytes.count else { return nil }
    return words.units[Int(cell.bytes[offset])].first {
      $0.words.count >= count && cell.has($0.words, at: offset)
    }?.seconds
  }

  /// The unit that a cell of the column of units names.
  func unit(of cell: String) -> Int? { unit(in: FoldedText(folding: cell), at: 0) }
}
