/// Drill schedules in the rows of tables.
extension DrillSchedules {
  /// The schedule of a row: by its column for the frequency, else by its first cells.
  func row(_ index: Int) -> DrillStatement? {
    let row = outline.statements[index]
    let header = outline.headers[row.block]
    let marks: Marks = [.frequency, .moment]
    guard
      outline.marks[index].has([.cadence, .drill, .verification])
        || header.contains(where: { $0.has(marks) })
    else { return nil }
    let column =
      header.firstIndex { $0.has(.frequency) }
      ?? header.firstIndex { $0.has(.moment) }
    guard let (place, first) = outline.name(of: row, besides: column) else { return nil }
    let own = words.facts.marks(in: first)
    if column == nil, let found = setting(index, own) { return found }
    if let tests = outline.tests(in: header, besides: column) {
      return tested(index, first, row, tests)
    }
    if let column, row.cells.indices.contains(column) {
      let isClock = header[column].has(.frequency)
      return scheduled(index, first, own, row.cells[column], isClock: isClock)
    }
    if let (cell, cadence) = beside(row, header) {
      return make(index, first, cadence, in: cell, .row)
    }
    guard MarkedOutline.topic(own, isHeading: false) == .drill, row.cells.count > 1 else {
      return nil
    }
    let value = row.cells[place + 1 < row.cells.count ? place + 1 : place]
    if let cadence = Cadence.first(in: FoldedText(folding: value), words),
      cadence.range.lowerBound == 0
    {
      return make(index, first, cadence, in: value, .row)
    }
    // "Monthly drill held | 100 %" among figures
    guard own.has(.cadence), !own.has([.talk, .absence]),
      let cadence = Cadence.first(in: FoldedText(folding: first), words)
    else { return nil }
    return make(index, first, cadence, in: first, .prose)
  }

  /// "| Frequency | once a quarter |" in a table of two columns about drills.
  private func setting(_ index: Int, _ own: Marks) -> DrillStatement? {
    let row = outline.statements[index]
    guard row.cells.count == 2, own.has(.frequency), !own.has([.backup, .talk, .watch]),
      outline.topicAbove(index) == .drill,
      let cadence = Cadence.value(FoldedText(folding: row.cells[1]), words)
    else { return nil }
    return make(
      index,
      outline.subject(outline.names(above: index)),
      cadence,
      in: row.cells[1],
      .row
    )
  }

  /// "| Ledger | daily | weekly restore |" below "Backup", "Frequency" and "Verification".
  private func tested(
    _ index: Int,
    _ first: String,
    _ row: Outline.Statement,
    _ column: Int
  ) -> DrillStatement? {
    guard row.cells.indices.contains(column) else { return nil }
    let cell = row.cells[column]
    guard let cadence = Cadence.first(in: FoldedText(folding: cell), words),
      cadence.range.lowerBound < 2
    else { return nil }
    return make(index, first, cadence, in: cell, .row)
  }

  /// The cadence in a column for drills beside one for targets: "| Tier | RTO | Test |".
  private func beside(_ row: Outline.Statement, _ header: [Marks]) -> (String, Cadence)? {
    guard let column = header.indices.dropFirst().first(where: { header[$0].has(.drill) }),
      header.contains(where: { $0.has([.target, .backup]) }), row.cells.indices.contains(column)
    else { return nil }
    let text = FoldedText(folding: row.cells[column])
    guard let cadence = Cadence.first(in: text, words), cadence.range.lowerBound == 0,
      cadence.isAll(of: text)
    else { return nil }
    return (row.cells[column], cadence)
  }

  private func scheduled(
    _ index: Int,
    _ first: String,
    _ own: Marks,
    _ value: String,
    isClock: Bool
  ) -> DrillStatement? {
    let row = outline.statements[index]
    let all = outline.headers[row.block].reduce(into: Marks()) { $0.formUnion($1) }
    let topic =
      MarkedOutline.topic(all.subtracting(.talk), isHeading: true) ?? outline.topicAbove(index)
    let ownTopic = MarkedOutline.topic(own, isHeading: false)
    let text = FoldedText(folding: value)
    guard ownTopic != .talk,
      let cadence = isClock ? Cadence.value(text, words) : Cadence.first(in: text, words)
    else { return nil }
    // A table of checks below "Monitoring" watches.
    let isWatched = row.section >= 0 && outline.marks[row.section].has(.watch)
    if topic == .drill, !isWatched || all.has(.drill) {
      return make(index, first, cadence, in: value, .row)
    }
    // "Restore test | monthly" among backups, but not "Test database | daily"
    guard ownTopic == .drill, topic != .talk,
      topic != .backup || own.has([.restore, .verification, .backup])
    else { return nil }
    return make(index, first, cadence, in: value, .prose)
  }
}
