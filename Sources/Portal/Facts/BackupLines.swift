/// Reads backup policies from headings, lines and list items.
struct BackupLines {
  let outline: MarkedOutline

  var words: Vocabulary { outline.words }

  private static let needed: Marks = [
    .cadence, .retention, .frequency, .replication, .versioned, .continuous, .occasion,
  ]

  /// "Full backup (daily)" as a heading, and "Daily" below one for backups.
  func heading(_ index: Int) -> BackupStatement? {
    let marks = outline.marks[index]
    let others: Marks = [.drill, .verification, .retention, .restore, .talk, .removal]
    guard marks.has(.cadence), !marks.has(others) else { return nil }
    let statement = outline.statements[index]
    // "Replay of the log (monthly)" below "Restore tests" is one of them.
    let apart = Cadence.set(apart: outline.texts[index], words)
    if let apart, apart.range.lowerBound > 1,
      outline.topicOfSection(statement.section) == .drill
    {
      return nil
    }
    if marks.has(.backup) { return prose(index, .heading).first }
    let text = outline.texts[index]
    guard outline.topicOfSection(statement.section) == .backup,
      let cadence = Cadence.first(in: text, words), cadence.seconds != 0,
      outline.keywords(ComponentName.unnumbered(statement.text), beside: [.cadence]).isEmpty
    else { return nil }
    return make(index, statement.text, cadence, statement.text, .heading)
  }

  /// The policies and retentions of a line or item.
  func read(_ index: Int, _ found: inout [BackupStatement], _ kept: inout [BackupPolicies.Kept]) {
    let marks = outline.marks[index]
    // Everything below needs one of these, or a list about retention.
    guard marks.has(Self.needed) || isRetention(index) else { return }
    let statement = outline.statements[index]
    guard !statement.isTask, !statement.isUnfilled else { return }
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
      // "Frequency: monthly" below a heading for drills says nothing of the backups it tells of.
      if own.has(.frequency), outline.topicAbove(index) == .drill { return }
    }
    if marks.has([.cadence, .frequency]), !isRetention(index, alone: true) {
      let policies = prose(index, .prose)
      if !policies.isEmpty {
        found += policies
        return
      }
    }
    if let policy = listed(index) {
      found.append(policy)
    } else if statement.label == nil, marks.has(.retention),
      let item = retention(index, "", marks)
    {
      kept.append(item)
    } else if let policy = occasional(index) ?? standing(index) {
      found.append(policy)
    }
  }

  // MARK: Labels

  private func labelled(_ index: Int, _ label: String, _ own: Marks) -> BackupStatement? {
    let statement = outline.statements[index]
    let value = FoldedText(folding: statement.value)
    if own.has(.frequency) {
      // "Confirm:" with "Backup window: daily" below it looks at what is stated elsewhere.
      let parent = outline.parents[index]
      guard parent < 0 || !outline.marks[parent].has(.verification) else { return nil }
      let topic = MarkedOutline.topic(own, isHeading: false) ?? outline.topicAbove(index)
      guard (topic ?? outline.topic(index)) == .backup,
        let cadence = Cadence.value(value, words)
      else { return nil }
      return make(index, outline.subject(outline.names(above: index)), cadence, statement.value)
    }
    guard outline.marks[index].has(.cadence), outline.topic(index) == .backup,
      !own.has([.drill, .verification, .talk, .removal])
    else { return nil }
    if own.has(.backup), let cadence = leading(value) {
      return make(index, label, cadence, statement.value)
    }
    guard outline.topicAbove(index) != .drill else { return nil }
    let name = FoldedText(folding: label)
    if own.has(.cadence), let cadence = leading(name),
      name.skipSpaces(cadence.range.upperBound) >= name.bytes.count - 1
    {
      guard Span(at: 0, in: value, words) == nil else { return nil }
      let subject =
        isSentence(value) ? outline.subject([label] + outline.names(above: index)) : statement.value
      return make(index, subject, cadence, label)
    }
    return listedValue(index, label, value)
  }

  /// Whether a value tells more than what is copied: when, how much, or all of a story.
  private func isSentence(_ value: FoldedText) -> Bool {
    let spaces = value.bytes.count(where: Byte.isSpace)
    return spaces > 7 || value.sentences.count > 1
      || value.bytes.last == UInt8(ascii: ".") && spaces > 3
        && value.bytes.contains(where: \.isDigit)
  }

  /// "Uploads: daily" in a list about backups, "Uploads: daily sync" in one about their schedule.
  private func listedValue(_ index: Int, _ label: String, _ value: FoldedText) -> BackupStatement? {
    guard outline.topicAbove(index) == .backup, let cadence = Cadence.first(in: value, words),
      cadence.range.lowerBound <= 1
    else { return nil }
    guard cadence.isAll(of: value) || isUnderSchedule(index) else { return nil }
    return make(index, label, cadence, outline.statements[index].value)
  }

  /// Whether the lead or the heading speaks of how often.
  private func isUnderSchedule(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    return [statement.lead, statement.section].contains {
      $0 >= 0 && outline.marks[$0].has(.frequency)
    }
  }

  /// A cadence at the start of a value, or after one word: "Automated daily".
  private func leading(_ value: FoldedText) -> Cadence? {
    guard let cadence = Cadence.first(in: value, words) else { return nil }
    let before = value.bytes[..<cadence.range.lowerBound]
    return before.count { Byte.isSpace($0) } <= 1 && before.count < 20 ? cadence : nil
  }

  /// An item under "Backup frequency", and "Pictures (weekly, 4 copies)" in a list of backups.
  private func listed(_ index: Int) -> BackupStatement? {
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    let others: Marks = [.talk, .removal, .watch, .drill, .verification, .condition, .absence]
    guard statement.section >= 0, marks.has(.cadence), outline.topic(index) == .backup,
      !marks.has(others)
    else { return nil }
    if outline.marks[statement.section].has(.frequency), !marks.has(.retention),
      let cadence = leading(outline.texts[index])
    {
      return make(index, outline.subject(outline.names(above: index)), cadence, statement.text)
    }
    guard statement.kind == .item, isAmongBackups(statement.section), !marks.has(.target),
      !isRetention(index, alone: true),
      let cadence = Cadence.set(apart: outline.texts[index], words),
      cadence.range.lowerBound > 1 || cadence.isAll(of: outline.texts[index])
    else { return nil }
    let name = String(Array(statement.text.utf8)[..<cadence.range.lowerBound])
    let every = String(Array(statement.text.utf8)[cadence.range])
    return make(index, MarkedOutline.tidied(name), cadence, every, .listed)
  }

  // MARK: Prose

  /// The cadences that speak of a backup, in sentences that speak of no test and no gap.
  private func prose(_ index: Int, _ form: BackupStatement.Form) -> [BackupStatement] {
    let mentions = Mentions(index, in: outline)
    guard mentions.mayHave([.backup, .copies, .tool]) else { return [] }
    let statement = outline.statements[index]
    let label = outline.statements[mentions.passage.first].label ?? ""
    guard !isGap(index, label) else { return [] }
    let isListed =
      form == .prose && statement.kind == .item && isAmongBackups(statement.section)
      && !outline.marks[index].has(.target)
    return mentions.all().filter { $0.topic == .backup }.map { mention in
      let own = mentions.passage.own
      let range = mention.cadence.range.clamped(to: own)
      let place = range.lowerBound - own.lowerBound..<(range.upperBound - own.lowerBound)
      var item = make(
        index,
        outline.subject(
          (form == .heading ? [withoutBracket(statement.text)] : []) + [label]
            + outline.names(above: index),
          of: index
        ),
        mention.cadence,
        String(Array(statement.text.utf8)[place]),
        isListed ? .listed : form
      )
      item.text = isListed || form == .prose ? statement.text : ""
      item.isOwnChapter = isAmongBackups(statement.section, only: true)
      return item
    }
  }

  /// Whether what is said below is what is missing: "Known gaps", "No verified copy".
  func isGap(_ index: Int, _ label: String) -> Bool {
    let section = outline.statements[index].section
    return words.facts.marks(in: label).has(.absence)
      || section >= 0 && outline.marks[section].has(.absence)
        && !outline.marks[section].has(.purpose)
  }

  private func withoutBracket(_ text: String) -> String {
    let bytes = Array(ComponentName.unnumbered(text).utf8)
    return MarkedOutline.tidied(String(bytes.prefix { $0 != UInt8(ascii: "(") }))
  }

  /// Whether a heading other than the title, or one above it, is one for backups.
  private func isAmongBackups(_ section: Int, only isOnly: Bool = false) -> Bool {
    guard section >= 0, outline.statements[section].level > 1 else { return false }
    return outline.marks[section].has(.backup)
      || !isOnly && isAmongBackups(outline.statements[section].section)
  }

  // MARK: Retentions

  /// "Daily snapshots retained for 7 days" states both.
  private func keep(_ index: Int, _ policy: inout BackupPolicy) {
    guard outline.marks[index].has(.retention), outline.marks[index].has(.number) else { return }
    let text = outline.texts[index]
    let start = Cadence.first(in: text, words)?.range.upperBound ?? 0
    guard let span = Retention.first(in: text, from: start, words), span.maximum > 0 else { return }
    policy.retentionSeconds = span.maximum
    policy.retention = MarkedOutline.tidied(
      String(Array(outline.statements[index].text.utf8)[span.range])
    )
    policy.retentionLine = policy.line
  }

  /// Whether what stands above a statement speaks of retention, alone or of how often as well.
  private func isRetention(_ index: Int, alone isAlone: Bool = false) -> Bool {
    let statement = outline.statements[index]
    func isRetention(_ place: Int) -> Bool {
      guard place >= 0, outline.marks[place].has(.retention),
        !isAlone || !outline.marks[place].has(.frequency)
      else { return false }
      return place != statement.section || statement.kind == .item
    }
    return isRetention(statement.lead) || isRetention(outline.parents[index])
      || isRetention(statement.section)
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

  /// A policy of a statement.
  func make(
    _ index: Int,
    _ subject: String,
    _ cadence: Cadence,
    _ every: String,
    _ form: BackupStatement.Form = .statement
  ) -> BackupStatement {
    let statement = outline.statements[index]
    let bytes = Array(every.utf8)
    let clause =
      cadence.seconds == nil ? String(bytes[cadence.range.clamped(to: bytes.indices)]) : every
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
      index: index,
      isAmongBackups: isAmongBackups(statement.section)
    )
  }
}
