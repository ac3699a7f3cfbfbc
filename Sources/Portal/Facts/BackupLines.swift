/// Reads backup policies from headings, lines and list items.
struct BackupLines {
  let outline: MarkedOutline

  private var words: Vocabulary { outline.words }

  private static let needed: Marks = [
    .cadence, .retention, .frequency, .replication, .versioned, .continuous,
  ]

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
    // Everything below needs one of these, or a list about retention.
    guard marks.has(Self.needed) || isRetention(index) else { return }
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
    }
    if marks.has(.cadence), marks.has([.backup, .copies, .tool]),
      let policy = prose(index, .prose)
    {
      found.append(policy)
    } else if statement.label == nil, marks.has(.retention),
      let item = retention(index, "", marks)
    {
      kept.append(item)
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
    if marks.has(.replication), isReplicated(index) {
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

  /// The label names it, or it stands among backups or in the list of a site.
  private func isReplicated(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    guard statement.isBold, let label = statement.label else { return false }
    let section = statement.section >= 0 ? outline.marks[statement.section] : []
    return words.facts.marks(in: label).has(.replication) || outline.topicAbove(index) == .backup
      || section.has([.replication, .primary, .secondary])
  }

  private static let enabled = ["enabled", "aktiviert", "activado", "ativado", "activé"].map {
    Array($0.utf8)
  }

  // MARK: Prose

  /// A cadence within five words of a backup, in one sentence that speaks of no test and no gap.
  private func prose(_ index: Int, _ form: BackupStatement.Form) -> BackupStatement? {
    let text = outline.texts[index]
    let mention = BackupMention(outline: outline, index: index)
    for sentence in text.sentences {
      guard let cadence = mention.cadence(text, sentence) else { continue }
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

  private func withoutBracket(_ text: String) -> String {
    let bytes = Array(ComponentName.unnumbered(text).utf8)
    return MarkedOutline.tidied(String(bytes.prefix { $0 != UInt8(ascii: "(") }))
  }

  private func isAmongBackups(_ section: Int) -> Bool {
    guard section >= 0, outline.statements[section].level > 1 else { return false }
    return outline.marks[section].has(.backup)
      || isAmongBackups(outline.statements[section].section)
  }

  // MARK: Retentions

  /// "Daily snapshots retained for 7 days" states both.
  private func keep(_ index: Int, _ policy: inout BackupPolicy) {
    guard outline.marks[index].has(.retention), outline.marks[index].has(.number) else { return }
    let text = outline.texts[index]
    let start = Cadence.first(in: text, words)?.range.upperBound ?? 0
    guard let span = Span.first(in: text, from: start, words), span.maximum > 0 else { return }
    policy.retentionSeconds = span.maximum
    policy.retention = MarkedOutline.tidied(
      String(Array(outline.statements[index].text.utf8)[span.range])
    )
    policy.retentionLine = policy.line
  }

  private func isRetention(_ index: Int) -> Bool {
    let lead = outline.statements[index].lead
    if lead >= 0, outline.marks[lead].has(.retention) { return true }
    let section = outline.statements[index].section
    return section >= 0 && outline.marks[section].has(.retention)
      && outline.statements[index].kind == .item
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
    var policy = BackupPolicy(
      subject: subject,
      cadence: cadence,
      words: MarkedOutline.tidied(clause),
      marks: outline.marks[index],
      line: statement.line
    )
    if form != .heading { keep(index, &policy) }
    return BackupStatement(
      policy: policy,
      form: form,
      section: form == .heading ? index : statement.section,
      parent: outline.parents[index],
      block: -1,
      isAmongBackups: isAmongBackups(statement.section)
    )
  }
}
