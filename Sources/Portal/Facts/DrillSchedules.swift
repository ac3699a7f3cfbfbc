/// Reads the drill schedules of a plan: labels, lists, tables, headings, code and prose.
struct DrillSchedules {
  let outline: MarkedOutline

  var words: Vocabulary { outline.words }

  /// The drill schedules of a document, in the order in which they stand.
  static func read(_ outline: MarkedOutline) -> [DrillSchedule] {
    read(outline, CodeSchedules(outline: outline))
  }

  /// The same, with the schedules of its code found already.
  static func read(_ outline: MarkedOutline, _ schedules: CodeSchedules) -> [DrillSchedule] {
    let reader = DrillSchedules(outline: outline)
    var found: [DrillStatement] = []
    for index in outline.statements.indices
    where !reader.isDoneOnce(index) && !outline.isExample(index) {
      switch outline.statements[index].kind {
      case .heading: reader.heading(index).map { found.append($0) }
      case .line, .item:
        guard outline.marks[index].has([.frequency, .cadence]) else { continue }
        found += reader.line(index)
      case .row: reader.row(index).map { found.append($0) }
      case .code:
        guard outline.marks[index].has([.frequency, .cadence, .number]) else { continue }
        found += reader.code(index, schedules)
      }
    }
    return DrillStatement.settled(found, in: outline)
  }

  /// A box to tick, unless it tells how often: "[ ] Weekly: restore the newest dump".
  private func isDoneOnce(_ index: Int) -> Bool {
    guard outline.statements[index].isTask else { return false }
    guard outline.marks[index].has(.cadence), let label = outline.statements[index].label else {
      return true
    }
    let name = FoldedText(folding: label)
    return Cadence.first(in: name, words).map { !isAll($0, name) } ?? true
  }

  // MARK: Headings

  private func heading(_ index: Int) -> DrillStatement? {
    let marks = outline.marks[index]
    guard marks.has(.cadence), !marks.has([.talk, .example]),
      let cadence = Cadence.first(in: outline.texts[index], words)
    else { return nil }
    let statement = outline.statements[index]
    let text = ComponentName.unnumbered(statement.text)
    // "T1: restore of the ledger (monthly)" below "Restore tests"
    if outline.topicOfSection(statement.section) == .drill, !marks.has([.contact, .control]),
      let cadence = Cadence.set(apart: outline.texts[index], words), cadence.range.lowerBound > 1
    {
      return make(index, text, cadence, in: statement.text, .heading)
    }
    if let topic = MarkedOutline.topic(marks, isHeading: true) {
      guard topic == .drill else { return nil }
    } else {
      // "Weekly" below a heading for drills
      guard outline.topicOfSection(statement.section) == .drill,
        outline.keywords(text, beside: [.cadence, .verification]).isEmpty
      else { return nil }
    }
    return make(index, text, cadence, in: statement.text, .heading)
  }

  // MARK: Lines and items

  private func line(_ index: Int) -> [DrillStatement] {
    let (marks, statement) = (outline.marks[index], outline.statements[index])
    guard !statement.isUnfilled else { return [] }
    if let label = statement.label {
      let own = words.facts.marks(in: label)
      if own.has(.frequency), !statement.value.isEmpty {
        return frequency(index, label, own).map { [$0] } ?? []
      }
      if marks.has(.cadence), let found = labelled(index, label, own) { return [found] }
      // "Confirm: the schedule is daily"
      if marks.has(.frequency), own == .verification { return [] }
    }
    if let found = leading(index) { return [found] }
    let found = prose(index)
    return found.isEmpty ? opening(index).map { [$0] } ?? [] : found
  }

  /// "Frequency: monthly".
  private func frequency(_ index: Int, _ label: String, _ own: Marks) -> DrillStatement? {
    let topic = MarkedOutline.topic(own, isHeading: false) ?? outline.topicAbove(index)
    guard (topic ?? outline.topic(index)) == .drill, !isMonitoring(index) else { return nil }
    let value = outline.statements[index].value
    guard let cadence = Cadence.value(FoldedText(folding: value), words) else { return nil }
    let names = [own.has(.drill) ? label : ""] + outline.names(above: index)
    return make(index, outline.subject(names), cadence, in: value, .statement)
  }

  /// "Validation" of an RPO watches it; nothing is rehearsed.
  private func isMonitoring(_ index: Int) -> Bool {
    let section = outline.statements[index].section
    return section >= 0 && outline.marks[section].has(.target)
      && !outline.marks[section].has(.drill)
  }

  /// "Weekly: what", "What: monthly", "What: how (monthly)", "Monthly checks:".
  private func labelled(_ index: Int, _ label: String, _ own: Marks) -> DrillStatement? {
    guard isDrill(index, own), !outline.marks[index].has(.removal), !isMonitoring(index) else {
      return nil
    }
    let value = outline.statements[index].value
    let name = FoldedText(folding: label)
    if own.has(.cadence), let cadence = Cadence.first(in: name, words) {
      if isAll(cadence, name) { return make(index, value, cadence, in: label, .statement) }
      let isTitle = value.isEmpty && label.split(separator: " ").count < 4
      if outline.topicAbove(index) == .drill, isTitle || cadence.range.lowerBound <= 1 {
        return make(index, value.isEmpty ? label : value, cadence, in: label, .listed)
      }
    }
    let text = FoldedText(folding: value)
    guard let cadence = Cadence.first(in: text, words) else { return nil }
    if cadence.range.lowerBound == 0 || isAtLeast(text, cadence) {
      return make(index, label, cadence, in: value, isAll(cadence, text) ? .statement : .listed)
    }
    guard text.bytes[cadence.range.lowerBound - 1] == UInt8(ascii: "("),
      let inner = text.bracket(at: cadence.range.lowerBound - 1),
      !words.facts.marks(in: FoldedText(bytes: Array(text.bytes[inner]))).has(.backup)
    else { return nil }
    return make(index, label, cadence, in: value, .statement)
  }

  private func isDrill(_ index: Int, _ own: Marks) -> Bool {
    let topic = MarkedOutline.topic(own, isHeading: false)
    if topic == .drill { return true }
    // "Backups: nightly to the second room. A drill follows each quarter."
    let value = FoldedText(folding: outline.statements[index].value)
    if topic == .backup, let first = value.sentences.first, first.upperBound < value.bytes.count,
      !words.facts.marks(in: FoldedText(bytes: Array(value.bytes[first]))).has([
        .drill, .verification, .restore,
      ])
    {
      return false
    }
    guard let topic = MarkedOutline.topic(outline.marks[index], isHeading: false) else {
      return outline.topicAbove(index) == .drill && !own.has([.contact, .control])
    }
    return topic == .drill || topic == .backup && outline.topicAbove(index) == .drill
  }

  private func isAll(_ cadence: Cadence, _ text: FoldedText) -> Bool {
    cadence.range.lowerBound <= 1 && cadence.isAll(of: text)
  }

  /// "At least every 35 days": only a lower bound stands before the cadence.
  private func isAtLeast(_ text: FoldedText, _ cadence: Cadence) -> Bool {
    guard let (qualifier, end) = words.facts.qualifiers.longest(in: text, at: 0) else {
      return false
    }
    return qualifier == .least && text.skipSpaces(end) == cadence.range.lowerBound
  }

  /// "Monthly restore to staging" and "Failover — monthly" in a list about drills.
  private func leading(_ index: Int) -> DrillStatement? {
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    guard statement.kind == .item, !statement.isWrapped, outline.topicAbove(index) == .drill,
      !isMonitoring(index),
      !marks.has([.talk, .removal, .condition, .absence]),
      !marks.has([.contact, .control]) || marks.has([.drill, .verification, .restore]),
      let cadence = Cadence.set(apart: outline.texts[index], words)
    else { return nil }
    return make(index, statement.text, cadence, in: statement.text, .listed)
  }

  // MARK: Prose

  private func prose(_ index: Int) -> [DrillStatement] {
    let statement = outline.statements[index]
    let around: Marks = [.drill, .verification, .restore]
    guard outline.marks[index].has(around) || isWrapped(index) else { return [] }
    let mentions = Mentions(index, in: outline)
    return mentions.all().compactMap { mention in
      guard mention.topic == .drill else { return nil }
      let range = mention.cadence.range
      let text = mentions.passage.text
      let sentence = text.sentences.first { $0.overlaps(range) } ?? range
      let isBracketed =
        text.bytes.dropFirst(range.upperBound).first == UInt8(ascii: ")")
        && text.bytes[max(0, range.lowerBound - 1)] == UInt8(ascii: "(")
      let isListed = statement.kind == .item && outline.topicAbove(index) == .drill
      return make(
        index,
        outline.statements[mentions.passage.first].label
          ?? mentions.passage.words(sentence, in: outline),
        mention.cadence,
        every: mentions.passage.words(range, in: outline),
        isBracketed ? .statement : isListed ? .listed : .prose
      )
    }
  }

  private func isWrapped(_ index: Int) -> Bool {
    outline.statements[index].isWrapped
      || index + 1 < outline.statements.count && outline.statements[index + 1].isWrapped
  }

  /// "Run this every six months" right below a heading for drills.
  private func opening(_ index: Int) -> DrillStatement? {
    guard outline.statements[index].kind == .line else { return nil }
    let passage = Passage(index, in: outline)
    let section = outline.statements[index].section
    guard section >= 0, passage.first == section + 1,
      MarkedOutline.topic(outline.marks[section], isHeading: true) == .drill,
      !outline.marks[section].has([.talk, .target])
    else { return nil }
    for sentence in passage.sentences {
      let marks = words.facts.marks(in: FoldedText(bytes: Array(passage.text.bytes[sentence])))
      guard marks.has(.cadence),
        !marks.has([.talk, .backup, .condition, .absence, .removal, .target]),
        let cadence = Cadence.first(in: passage.text, sentence, words),
        passage.own.contains(cadence.range.lowerBound)
      else { continue }
      let every = passage.words(cadence.range, in: outline)
      return make(index, outline.statements[section].text, cadence, every: every, .prose)
    }
    return nil
  }

  // MARK: Code

  private func code(_ index: Int, _ schedules: CodeSchedules) -> [DrillStatement] {
    if outline.marks[index].has(.cadence), outline.isSentence(index) {
      return outline.isTemplate(index) ? [] : prose(index)
    }
    guard let found = schedules[index], found.topic == .drill else { return [] }
    let every = found.words
    return make(index, found.subject, found.cadence, every: every, .prose).map { [$0] } ?? []
  }

  // MARK: Schedules

  func make(
    _ index: Int,
    _ subject: String,
    _ cadence: Cadence,
    in text: String,
    _ form: DrillStatement.Form
  ) -> DrillStatement? {
    make(index, subject, cadence, every: String(Array(text.utf8)[cadence.range]), form)
  }

  private func make(
    _ index: Int,
    _ subject: String,
    _ cadence: Cadence,
    every: String,
    _ form: DrillStatement.Form
  ) -> DrillStatement? {
    // What runs more often watches, and rehearses nothing.
    guard let seconds = cadence.seconds, seconds >= 3600 else { return nil }
    let statement = outline.statements[index]
    return DrillStatement(
      schedule: DrillSchedule(
        subject: MarkedOutline.bare(subject),
        everySeconds: seconds,
        every: every,
        line: statement.line
      ),
      form: form,
      section: statement.kind == .heading ? index : statement.section,
      keywords: outline.keywords(subject)
    )
  }
}
