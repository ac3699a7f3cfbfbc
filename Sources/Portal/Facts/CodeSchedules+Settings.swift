internal import Bindings

/// Schedules in settings and in lists set as code.
extension CodeSchedules {
  /// Whether a line has a word of a setting, or a key of words that are set together.
  func mayBeSetting(_ index: Int) -> Bool {
    outline.marks[index].has([.frequency, .cadence, .backup, .copies])
      || CodeLine.hasStep(outline.statements[index].text.utf8.span)
  }

  /// "schedule: "0 2 * * *"", "OnCalendar=daily", "Weekly: all volumes".
  func setting(_ index: Int, _ key: String, _ value: String) -> CodeSchedule? {
    let spaced = CodeLine.spaced(key)
    guard
      outline.marks[index].has([.frequency, .cadence, .backup, .copies])
        || spaced.utf8.count > key.utf8.count
    else { return nil }
    let name = FoldedText(folding: spaced)
    let marks = words.facts.marks(in: name)
    if marks.has(.frequency) {
      guard let cadence = Cadence.value(FoldedText(folding: value), words),
        cadence.seconds.map({ $0 == 0 || $0 >= 300 || marks.has(.backup) }) ?? true,
        let topic = topic(index)
      else { return nil }
      return schedule(index, topic, cadence, value, subject(index))
    }
    let text = FoldedText(folding: value)
    if let found = listed(index, key, marks, value) { return found }
    guard marks.has(.cadence), let cadence = Cadence.first(in: name, words),
      cadence.range == 0..<name.bytes.count, isPlain(index),
      text.bytes.contains(Byte.space), Span(at: 0, in: text, words) == nil,
      let topic = topic(index)
    else { return nil }
    return schedule(index, topic, cadence, key, MarkedOutline.tidied(value))
  }

  /// "Weekly backups: Sunday 03:00" and "Ledger dump: every 6 hours" in a list set as code.
  private func listed(_ index: Int, _ key: String, _ own: Marks, _ value: String) -> CodeSchedule? {
    guard own.has([.backup, .drill, .copies]), !own.has([.retention, .talk, .watch]) else {
      return nil
    }
    let text = FoldedText(folding: value)
    let topic = MarkedOutline.topic(own, isHeading: false)
    guard isText(index) else {
      return (topic ?? self.topic(index)).flatMap { assigned(index, key, $0, text) }
    }
    guard let topic, own.has([.backup, .drill]) else { return nil }
    if let cadence = Cadence.first(in: text, words) {
      guard cadence.range.lowerBound < 2 else { return nil }
      return schedule(index, topic, cadence, value, MarkedOutline.tidied(key))
    }
    let name = FoldedText(folding: key)
    guard let cadence = Cadence.first(in: name, words), cadence.range.lowerBound == 0,
      Cadence.value(text, words) != nil || words.facts.ordinals.longest(in: text, at: 0) != nil,
      Span(at: 0, in: text, words) == nil
    else { return nil }
    return schedule(index, topic, cadence, key, MarkedOutline.tidied(key))
  }

  /// "full_snapshot: "0 */6 * * *"" and "wal_archive: continuous" in settings, below "ledger:".
  private func assigned(
    _ index: Int,
    _ key: String,
    _ topic: MarkedOutline.Topic,
    _ value: FoldedText
  ) -> CodeSchedule? {
    guard isPlain(index), let cadence = Cadence.setting(value, words) else { return nil }
    let name = MarkedOutline.tidied([opener(index), key].compactMap(\.self).joined(separator: " "))
    return schedule(index, topic, cadence, String(value.bytes[...]), name)
  }

  /// The key of the nearest line above that is set in less: "ledger:"; settings are short.
  private func opener(_ index: Int) -> String? {
    let depth = outline.texts[index].bytes.prefix(while: Byte.isSpace).count
    for above in stride(from: index - 1, through: max(0, index - 40), by: -1) {
      let statement = outline.statements[above]
      guard statement.kind == .code, statement.block == outline.statements[index].block else {
        return nil
      }
      let bytes = outline.texts[above].bytes
      let indent = bytes.prefix(while: Byte.isSpace).count
      guard indent < depth, indent < bytes.count else { continue }
      return bytes.last == Byte.colon ? CodeLine(statement.text).key : nil
    }
    return nil
  }

  private func schedule(
    _ index: Int,
    _ topic: MarkedOutline.Topic,
    _ cadence: Cadence,
    _ words: String,
    _ subject: String
  ) -> CodeSchedule {
    CodeSchedule(
      topic: topic,
      cadence: cadence,
      words: MarkedOutline.tidied(words),
      subject: subject,
      form: .statement,
      isNamed: isNamed(index)
    )
  }

  /// A block that is no program: a list that somebody set as code.
  func isText(_ index: Int) -> Bool {
    let language = outline.outline.codes[outline.statements[index].block].language
    return ["", "text", "txt", "plaintext"].contains(language)
  }

  /// The same, or settings.
  private func isPlain(_ index: Int) -> Bool {
    let language = outline.outline.codes[outline.statements[index].block].language
    return ["", "text", "txt", "yaml", "yml", "ini"].contains(language)
  }
}
