/// Reads backup policies from headings, lines and list items.
struct BackupLines {
  let outline: MarkedOutline

  private var words: Vocabulary { outline.words }

  /// "Full backup (daily)" as a heading.
  func heading(_ index: Int) -> BackupStatement? {
    let marks = outline.marks[index]
    guard marks.has(.cadence), marks.has(.backup), !marks.has([.drill, .verification, .retention])
    else { return nil }
    return prose(index, .heading)
  }

  /// The policies and retentions of a line or item.
  func read(_ index: Int, _ found: inout [BackupStatement], _ kept: inout [BackupPolicies.Kept]) {
    let marks = outline.marks[index]
    let statement = outline.statements[index]
    guard !statement.isTask else { return }
    if let label = statement.label, !statement.value.isEmpty {
      let own = words.facts.marks(in: label)
      if own.has(.retention) || isRetention(index), let item = retention(index, label, own) {
        kept.append(item)
        return
      }
      if let policy = labelled(index, label, own) {
        found.append(policy)
        return
      }
    } else if marks.has(.retention), let item = retention(index, "", marks) {
      kept.append(item)
      return
    }
    if marks.has(.cadence), marks.has([.backup, .copies]), let policy = prose(index, .prose) {
      found.append(policy)
    } else if let policy = listed(index) ?? standing(index) {
      found.append(policy)
    }
  }

  // MARK: Labels

  private func labelled(_ index: Int, _ label: String, _ own: Marks) -> BackupStatement? {
    let statement = outline.statements[index]
    let value = FoldedText(folding: statement.value)
    if own.has(.frequency) {
      let topic = MarkedOutline.topic(own, isHeading: false) ?? outline.topicAbove(index)
      guard (topic ?? outline.topic(index)) == .backup,
        let cadence = Cadence.value(value, words)
      else { return nil }
      return make(index, outline.subject(outline.names(above: index)), cadence, statement.value)
    }
    guard outline.marks[index].has(.cadence), outline.topic(index) == .backup else { return nil }
    if own.has(.backup), let cadence = leading(value) {
      return make(index, label, cadence, statement.value)
    }
    let name = FoldedText(folding: label)
    guard own.has(.cadence), let cadence = leading(name),
      name.skipSpaces(cadence.range.upperBound) >= name.bytes.count - 1,
      Span(at: 0, in: value, words) == nil
    else { return nil }
    return make(index, statement.value, cadence, label)
  }

  /// A cadence at the start of a value, or after one word: "Automated daily".
  private func leading(_ value: FoldedText) -> Cadence? {
    guard let cadence = Cadence.first(in: value, words) else { return nil }
    let before = value.bytes[..<cadence.range.lowerBound]
    return before.count { Byte.isSpace($0) } <= 1 && before.count < 20 ? cadence : nil
  }

  /// An item under "Backup frequency".
  private func listed(_ index: Int) -> BackupStatement? {
    let statement = outline.statements[index]
    guard statement.section >= 0, outline.marks[statement.section].has(.frequency),
      outline.marks[index].has(.cadence), outline.topic(index) == .backup,
      let cadence = leading(outline.texts[index])
    else { return nil }
    return make(index, outline.subject(outline.names(above: index)), cadence, statement.text)
  }

  // MARK: Mechanisms without an interval

  /// "RDS read replica: cross-region", "WAL archiving enabled", "Configuration: in Git".
  private func standing(_ index: Int) -> BackupStatement? {
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    guard statement.kind == .item, !statement.isOrdered,
      marks.has([.replication, .versioned, .continuous]),
      !marks.has([.drill, .verification, .condition, .absence]),
      outline.topicAbove(index) != .drill,
      statement.section < 0 || !outline.marks[statement.section].has(.step)
    else { return nil }
    let mechanism: BackupPolicy.Mechanism
    if marks.has(.replication), statement.isBold {
      mechanism = .replication
    } else if marks.has(.continuous), outline.texts[index].contains(Self.enabled) {
      mechanism = .continuous
    } else if marks.has(.versioned), statement.label != nil, outline.topicAbove(index) == .backup {
      mechanism = .versionControl
    } else {
      return nil
    }
    let names = (statement.label.map { [$0] } ?? []) + outline.names(above: index)
    return BackupStatement(
      policy: BackupPolicy(
        subject: outline.subject(names),
        mechanism: mechanism,
        everySeconds: mechanism == .continuous ? 0 : nil,
        line: statement.line
      ),
      form: .statement,
      section: statement.section,
      parent: outline.parents[index],
      block: -1
    )
  }

  private static let enabled = ["enabled", "aktiviert", "activado", "ativado", "activé"].map {
    Array($0.utf8)
  }

  // MARK: Prose

  /// A cadence within four words of a backup, in one sentence that speaks of no test and no gap.
  private func prose(_ index: Int, _ form: BackupStatement.Form) -> BackupStatement? {
    let text = outline.texts[index]
    for sentence in Self.sentences(text) {
      guard let cadence = mention(text, sentence, index) else { continue }
      let statement = outline.statements[index]
      let original = Array(statement.text.utf8)
      return make(
        index,
        outline.subject(
          (form == .heading ? [withoutBracket(statement.text)] : []) + [statement.label ?? ""]
            + outline.names(above: index)
        ),
        cadence,
        String(original[cadence.range]),
        form
      )
    }
    return nil
  }

  private func mention(_ text: FoldedText, _ sentence: Range<Int>, _ index: Int) -> Cadence? {
    let part = FoldedText(bytes: Array(text.bytes[sentence]))
    let marks = words.facts.marks(in: part)
    guard marks.has(.cadence), marks.has([.backup, .copies]),
      !marks.has([.drill, .verification, .condition, .absence, .talk])
    else { return nil }
    var offset = 0
    while let cadence = Cadence.first(in: part, offset..<part.bytes.count, words) {
      if !Self.isInPath(cadence.range, part), isNear(cadence.range, part, marks, index) {
        return Cadence.first(
          in: text,
          (sentence.lowerBound + cadence.range.lowerBound)..<sentence.upperBound,
          words
        )
      }
      offset = cadence.range.upperBound
    }
    return nil
  }

  /// "backups/daily/" is the name of a folder.
  private static func isInPath(_ range: Range<Int>, _ text: FoldedText) -> Bool {
    let slash = UInt8(ascii: "/")
    return range.lowerBound > 0 && text.bytes[range.lowerBound - 1] == slash
      && range.upperBound < text.bytes.count && text.bytes[range.upperBound] == slash
  }

  private func isNear(
    _ cadence: Range<Int>,
    _ text: FoldedText,
    _ marks: Marks,
    _ index: Int
  ) -> Bool {
    for offset in text.bytes.indices where text.startsWord(offset) {
      guard let (mark, end) = words.facts.marks.longest(in: text, at: offset) else { continue }
      let isBackup = mark.has(.backup) || mark.has(.copies) && isRestored(index)
      guard isBackup, !cadence.overlaps(offset..<end) || mark.has(.cadence) else { continue }
      let gap =
        offset < cadence.lowerBound
        ? end..<max(end, cadence.lowerBound)
        : min(cadence.upperBound, offset)..<offset
      if text.bytes[gap].split(whereSeparator: Byte.isSpace).count <= 4 { return true }
    }
    return false
  }

  /// Exports are backups where restoring is spoken of.
  private func isRestored(_ index: Int) -> Bool {
    let section = outline.statements[index].section
    return section >= 0 && outline.marks[section].has([.backup, .restore])
  }

  private func withoutBracket(_ text: String) -> String {
    let bytes = Array(ComponentName.unnumbered(text).utf8)
    return MarkedOutline.tidied(String(bytes.prefix { $0 != UInt8(ascii: "(") }))
  }

  /// The sentences of a text, by a stop and a space.
  static func sentences(_ text: FoldedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in text.bytes.indices where ".;".utf8.contains(text.bytes[index]) {
      guard index + 1 < text.bytes.count, Byte.isSpace(text.bytes[index + 1]), index > start else {
        continue
      }
      ranges.append(start..<index)
      start = index + 1
    }
    if start < text.bytes.count { ranges.append(start..<text.bytes.count) }
    return ranges
  }

  // MARK: Retentions

  private func isRetention(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    if statement.lead >= 0, outline.marks[statement.lead].has(.retention) { return true }
    return statement.kind == .item && statement.section >= 0
      && outline.marks[statement.section].has(.retention)
  }

  private func retention(_ index: Int, _ label: String, _ own: Marks) -> BackupPolicies.Kept? {
    guard outline.topic(index) == .backup || outline.topicAbove(index) == .backup else {
      return nil
    }
    let statement = outline.statements[index]
    let value = label.isEmpty ? statement.text : statement.value
    guard outline.marks[index].has([.number, .forever]), let retention = Retention(value, words)
    else { return nil }
    let above = outline.names(above: index)
    return BackupPolicies.Kept(
      subject: own.has(.retention) ? outline.subject(above) : label,
      retention: retention,
      line: statement.line,
      section: statement.section,
      parent: outline.parents[index],
      block: -1
    )
  }

  private func make(
    _ index: Int,
    _ subject: String,
    _ cadence: Cadence,
    _ every: String,
    _ form: BackupStatement.Form = .statement
  ) -> BackupStatement {
    let statement = outline.statements[index]
    let clause = cadence.seconds == nil ? String(Array(every.utf8)[cadence.range]) : every
    return BackupStatement(
      policy: BackupPolicy(
        subject: subject,
        cadence: cadence,
        words: MarkedOutline.tidied(clause),
        marks: outline.marks[index],
        line: statement.line
      ),
      form: form,
      section: form == .heading ? index : statement.section,
      parent: outline.parents[index],
      block: -1
    )
  }
}
