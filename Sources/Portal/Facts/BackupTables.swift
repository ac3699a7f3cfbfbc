/// Reads backup policies from the rows of tables.
struct BackupTables {
  let outline: MarkedOutline

  private var words: Vocabulary { outline.words }

  /// The policy of a row: by its column for the frequency, the retention or the mechanism.
  func read(_ index: Int, _ found: inout [BackupStatement]) {
    let header = outline.headers[outline.statements[index].block]
    let known: Marks = [.frequency, .moment, .retention, .backup]
    guard
      outline.marks[index].has([.frequency, .cadence])
        || header.contains(where: { $0.has(known) })
    else { return }
    let row = outline.statements[index]
    let policies = pairs(index, header)
    if !policies.isEmpty {
      found += policies.map { make(row, $0, .statement) }
      return
    }
    if let policy = leading(index, header) {
      found.append(make(row, policy, .statement))
      return
    }
    let column = column(header)
    if column == nil, let policy = mentioned(index, header) {
      found.append(make(row, policy, .prose))
      return
    }
    guard header.contains(where: { $0.has(known) }) else { return }
    stated(index, header, column).map { found.append($0) }
  }

  /// The policy of a row by the columns of its table.
  private func stated(_ index: Int, _ header: [Marks], _ column: Int?) -> BackupStatement? {
    let row = outline.statements[index]
    guard
      let first = outline.name(of: row, besides: column)?.name,
      isBackups(index, header, first)
    else { return nil }
    // A table whose first column is a target weighs options.
    guard header.first?.has(.target) != true else { return nil }
    let retention = cell(row, header.firstIndex { $0.has(.retention) }).flatMap {
      Retention($0, words)
    }
    let isTarget = header.contains { $0.has(.target) }
    guard var policy = policy(row, header, isTarget, first) else {
      guard let retention, !isTarget else { return nil }
      return make(row, kept(row, first, retention), .statement)
    }
    policy.retention = retention?.text
    policy.retentionSeconds = retention?.seconds
    policy.retentionLine = retention == nil ? nil : row.line
    return make(row, policy, isTarget ? .column : .statement, program(first))
  }

  /// The column that tells how often, else the one that tells when.
  private func column(_ header: [Marks]) -> Int? {
    header.firstIndex { $0.has(.frequency) } ?? header.firstIndex { $0.has(.moment) }
  }

  /// Whether a time of day or a span in the column is a cadence.
  private func isClock(_ row: Outline.Statement, _ header: [Marks]) -> Bool {
    header.contains { $0.has(.frequency) }
      || [row.lead, row.section].contains { $0 >= 0 && outline.marks[$0].has(.frequency) }
  }

  /// "Ledger | on the host | nightly dump to tape": a cell that mentions a backup.
  private func mentioned(_ index: Int, _ header: [Marks]) -> BackupPolicy? {
    let row = outline.statements[index]
    guard outline.marks[index].has(.cadence), row.cells.count > 1,
      !header.contains(where: { $0.has([.backup, .target, .risk, .likelihood, .example, .drill]) }),
      let first = row.cells.first, !words.facts.marks(in: first).has([.backup, .target])
    else { return nil }
    for cell in row.cells.dropFirst() {
      let mentions = Mentions(Passage(cell: cell, of: index), of: index, in: outline)
      guard let mention = mentions.all().first(where: { $0.topic == .backup }) else { continue }
      let every = mentions.passage.written(mention.cadence.range, in: cell)
      return BackupPolicy(
        subject: MarkedOutline.tidied(first),
        cadence: mention.cadence,
        words: every,
        marks: words.facts.marks(in: cell),
        line: row.line
      )
    }
    return nil
  }

  /// "Backup frequency | daily" in a table of settings, "Frequency | daily | weekly" in one with
  /// a column for each thing.
  private func pairs(_ index: Int, _ header: [Marks]) -> [BackupPolicy] {
    let row = outline.statements[index]
    guard outline.marks[index].has(.frequency), row.cells.count > 1, column(header) == nil else {
      return []
    }
    let own = words.facts.marks(in: row.cells[0])
    guard own.has(.frequency), !own.has(.retention),
      MarkedOutline.topic(own, isHeading: false) ?? outline.topicAbove(index) == .backup
    else { return [] }
    let isPlain = outline.keywords(row.cells[0], beside: [.frequency, .backup]).isEmpty
    let names = outline.outline.tables[row.block].header
    return (1..<(isPlain ? row.cells.count : 2)).compactMap { column in
      let cell = row.cells[column]
      guard let cadence = Cadence.value(FoldedText(folding: cell), words) else { return nil }
      let own = row.cells.count == 2 ? [] : isPlain ? [names[column]] : [row.cells[0]]
      return make(
        outline.subject(own.map(MarkedOutline.tidied) + headings(row)),
        cadence,
        cell,
        row
      )
    }
  }

  /// "Daily | incremental" below a heading for how often backups are made.
  private func leading(_ index: Int, _ header: [Marks]) -> BackupPolicy? {
    let row = outline.statements[index]
    guard row.cells.count > 1, row.section >= 0, outline.marks[row.section].has(.frequency),
      column(header).map({ $0 > 0 }) ?? true, !header.contains(where: { $0.has(.retention) }),
      outline.topicAbove(index) == .backup
    else { return nil }
    let text = FoldedText(folding: row.cells[0])
    guard let cadence = Cadence.first(in: text, words), cadence.range == 0..<text.bytes.count,
      Cadence.first(in: FoldedText(folding: row.cells[1]), words) == nil
    else { return nil }
    return make(MarkedOutline.tidied(row.cells[1]), cadence, row.cells[0], row)
  }

  private func isBackups(_ index: Int, _ header: [Marks], _ first: String) -> Bool {
    let own = words.facts.marks(in: first)
    if own.has([.drill, .verification]), own.has([.backup, .restore]) { return false }
    // Figures that are measured so often make no copies.
    if own.has(.removal) || header.contains(where: { $0.has(.sla) }) { return false }
    if outline.marks[index].has(.verification), own.has(.backup) { return false }
    let all = outline.heads(of: header, besides: column(header))
    if let topic = MarkedOutline.topic(all.subtracting(.talk), isHeading: true) {
      return topic == .backup
    }
    if let topic = outline.topicAbove(index) { return topic == .backup }
    guard header.contains(where: { $0.has(.frequency) }) else { return false }
    // A column for what is kept makes it a table of backups; else a row must name one.
    let others: Marks = [.drill, .verification, .talk, .watch, .removal, .absence]
    return all.has(.retention)
      || outline.marks[index].has([.backup, .tool]) && !outline.marks[index].has(others)
  }

  private func policy(
    _ row: Outline.Statement,
    _ header: [Marks],
    _ isTarget: Bool,
    _ first: String
  ) -> BackupPolicy? {
    let name = outline.subject([MarkedOutline.tidied(first)] + headings(row))
    let subject = name.isEmpty ? first : name
    if let cell = cell(row, column(header)) {
      let text = FoldedText(folding: cell)
      guard
        let cadence = isTarget || !isClock(row, header)
          ? Cadence.first(in: text, words) : Cadence.value(text, words)
      else { return nil }
      return make(subject, cadence, cell, row)
    }
    guard let column = header.firstIndex(where: { $0.has(.backup) && !$0.has(.retention) }),
      column > 0, let cell = cell(row, column)
    else { return beside(row, header, subject) }
    let text = FoldedText(folding: cell)
    let marks = words.facts.marks(in: text)
    if let cadence = Cadence.first(in: text, words), !marks.has(.verification) {
      return make(subject, cadence, cell, row)
    }
    guard marks.has(.continuous), !marks.has(.absence) else { return nil }
    return BackupPolicy(
      subject: subject,
      mechanism: .continuous,
      everySeconds: 0,
      every: cell,
      line: row.line
    )
  }

  /// "Kept | Notes", "7 days | copied hourly": a table of what is kept tells elsewhere how often.
  private func beside(
    _ row: Outline.Statement,
    _ header: [Marks],
    _ subject: String
  )
    -> BackupPolicy?
  {
    let others: Marks = [.drill, .verification, .talk, .watch, .removal]
    guard header.contains(where: { $0.has(.retention) }) else { return nil }
    for (index, cell) in row.cells.enumerated().dropFirst()
    where header.indices.contains(index)
      && !header[index].has(others.union([.retention, .target]))
    {
      let text = FoldedText(folding: cell)
      if let cadence = Cadence.first(in: text, words), !words.facts.marks(in: text).has(others) {
        return make(subject, cadence, MarkedOutline.tidied(cell), row)
      }
    }
    return nil
  }

  private func make(
    _ subject: String,
    _ cadence: Cadence,
    _ cell: String,
    _ row: Outline.Statement
  ) -> BackupPolicy {
    let every = cadence.seconds == nil ? String(Array(cell.utf8)[cadence.range]) : cell
    return BackupPolicy(
      subject: subject,
      cadence: cadence,
      words: MarkedOutline.tidied(every),
      marks: words.facts.marks(in: row.text),
      line: row.line
    )
  }

  private func kept(
    _ row: Outline.Statement,
    _ first: String,
    _ retention: Retention
  )
    -> BackupPolicy
  {
    BackupPolicy(
      subject: MarkedOutline.tidied(first),
      mechanism: words.facts.marks(in: row.text).has(.versioned) ? .versionControl : .schedule,
      retentionSeconds: retention.seconds,
      retention: retention.text,
      retentionLine: row.line,
      line: row.line
    )
  }

  private func headings(_ row: Outline.Statement) -> [String] {
    outline.outline.headings(of: row).map { ComponentName.unnumbered($0.text) }
  }

  private func cell(_ row: Outline.Statement, _ column: Int?) -> String? {
    guard let column, row.cells.indices.contains(column), !row.cells[column].isEmpty else {
      return nil
    }
    return row.cells[column]
  }

  /// A first cell that is the name of a script.
  private func program(_ cell: String) -> String? {
    let name = cell.split(separator: "/").last.map(String.init) ?? cell
    let isFile = name.utf8.contains(UInt8(ascii: ".")) && !name.utf8.contains(Byte.space)
    return isFile ? name : nil
  }

  private func make(
    _ row: Outline.Statement,
    _ policy: BackupPolicy,
    _ form: BackupStatement.Form,
    _ program: String? = nil
  ) -> BackupStatement {
    BackupStatement(
      policy: policy,
      form: form,
      section: row.section,
      parent: -1,
      block: row.block,
      program: program
    )
  }
}
