/// How often a plan says that something is rehearsed or verified.
struct DrillSchedule: Equatable, Sendable {
  let subject: String
  /// Seconds between two drills.
  let everySeconds: Int
  /// The interval as it is written.
  let every: String
  let line: Int
}

/// Reads the drill schedules of a plan: labels, lists, tables, headings, crontabs and prose.
struct DrillSchedules {
  /// The forms, the weakest first.
  private enum Form: Int {
    case prose
    case heading
    case statement
  }

  private struct Found {
    let schedule: DrillSchedule
    let form: Form
    /// The heading that the statement is, or stands under.
    let section: Int
  }

  private let outline: MarkedOutline

  private var words: Vocabulary { outline.words }

  /// The drill schedules of a document, in the order in which they stand.
  static func read(_ outline: MarkedOutline) -> [DrillSchedule] {
    let reader = DrillSchedules(outline: outline)
    var found: [Found] = []
    for index in outline.statements.indices
    where !outline.statements[index].isTask && !outline.isExample(index) {
      let item: Found?
      switch outline.statements[index].kind {
      case .heading: item = reader.heading(index)
      case .line, .item: item = reader.line(index)
      case .row: item = reader.row(index)
      case .code: item = reader.code(index)
      }
      if let item { found.append(item) }
    }
    return reader.settled(found)
  }

  /// Without the mentions of a cadence that a statement or a heading gives.
  private func settled(_ found: [Found]) -> [DrillSchedule] {
    var strongest: [Int: Int] = [:]
    for item in found {
      let seconds = item.schedule.everySeconds
      strongest[seconds] = max(strongest[seconds] ?? 0, item.form.rawValue)
    }
    var seen: Set<[Int]> = []
    return found.filter { item in
      let seconds = item.schedule.everySeconds
      if strongest[seconds] ?? 0 > item.form.rawValue { return false }
      return item.form != .prose || seen.insert([seconds, item.section]).inserted
    }.map(\.schedule)
  }

  // MARK: Headings, lines and items

  private func heading(_ index: Int) -> Found? {
    guard outline.marks[index].has(.cadence),
      MarkedOutline.topic(outline.marks[index], isHeading: true) == .drill,
      !outline.marks[index].has([.talk, .example]),
      let cadence = Cadence.first(in: outline.texts[index], words)
    else { return nil }
    let text = ComponentName.unnumbered(outline.statements[index].text)
    return make(index, text, cadence, in: outline.statements[index].text, .heading)
  }

  private func line(_ index: Int) -> Found? {
    let marks = outline.marks[index]
    guard marks.has([.cadence, .frequency]) else { return nil }
    let statement = outline.statements[index]
    if let label = statement.label, !statement.value.isEmpty {
      let own = words.facts.marks(in: label)
      if own.has(.frequency) {
        let topic = MarkedOutline.topic(own, isHeading: false) ?? outline.topicAbove(index)
        guard (topic ?? outline.topic(index)) == .drill, !isMonitoring(index) else { return nil }
        let value = FoldedText(folding: statement.value)
        guard let cadence = Cadence.value(value, words) else { return nil }
        let names = [own.has(.drill) ? label : ""] + outline.names(above: index)
        return make(index, outline.subject(names), cadence, in: statement.value, .statement)
      }
      if marks.has(.cadence), let found = labelled(index, label, statement.value, own) {
        return found
      }
    }
    return marks.has(.cadence) && marks.has([.drill, .verification]) ? prose(index) : nil
  }

  /// "Validation" of an RPO watches it; nothing is rehearsed.
  private func isMonitoring(_ index: Int) -> Bool {
    let section = outline.statements[index].section
    return section >= 0 && outline.marks[section].has(.target)
      && !outline.marks[section].has(.drill)
  }

  /// "Weekly: what", "What: monthly", "What: how (monthly)".
  private func labelled(_ index: Int, _ label: String, _ value: String, _ own: Marks) -> Found? {
    guard isDrill(index, own) else { return nil }
    let name = FoldedText(folding: label)
    if own.has(.cadence), let cadence = Cadence.first(in: name, words), isAll(cadence, of: name) {
      return make(index, value, cadence, in: label, .statement)
    }
    let text = FoldedText(folding: value)
    guard let cadence = Cadence.first(in: text, words) else { return nil }
    if cadence.range.lowerBound == 0 {
      return make(index, label, cadence, in: value, isAll(cadence, of: text) ? .statement : .prose)
    }
    let open = text.bytes[cadence.range.lowerBound - 1] == UInt8(ascii: "(")
    return open ? make(index, label, cadence, in: value, .statement) : nil
  }

  private func isDrill(_ index: Int, _ own: Marks) -> Bool {
    if MarkedOutline.topic(own, isHeading: false) == .drill { return true }
    guard let topic = MarkedOutline.topic(outline.marks[index], isHeading: false) else {
      return outline.topicAbove(index) == .drill
    }
    return topic == .drill || topic == .backup && outline.topicAbove(index) == .drill
  }

  /// Whether nothing but a bracket follows a cadence.
  private func isAll(_ cadence: Cadence, of text: FoldedText) -> Bool {
    guard cadence.range.lowerBound <= 1 else { return false }
    let rest = text.bytes[cadence.range.upperBound...].prefix { $0 != UInt8(ascii: "(") }
    return !rest.contains(where: \.isLetter)
      || rest.count { Byte.isSpace($0) } <= 4
        && rest.contains(where: \.isDigit)
  }

  // MARK: Prose

  /// A test and a cadence within ten words of one sentence.
  private func prose(_ index: Int) -> Found? {
    let text = outline.texts[index]
    for sentence in text.sentences {
      let part = FoldedText(bytes: Array(text.bytes[sentence]))
      let marks = words.facts.marks(in: part)
      guard marks.has(.cadence), MarkedOutline.topic(marks, isHeading: false) == .drill,
        !marks.has([.absence, .condition]), let cadence = Cadence.first(in: part, words),
        isNear(cadence.range, part)
      else { continue }
      let original = String(Array(outline.statements[index].text.utf8)[sentence])
      let name = outline.statements[index].label ?? String(original[...])
      let isBracketed =
        part.bytes.dropFirst(cadence.range.upperBound).first == UInt8(ascii: ")")
        && part.bytes[max(0, cadence.range.lowerBound - 1)] == UInt8(ascii: "(")
      return make(
        index,
        MarkedOutline.tidied(name),
        cadence,
        in: original,
        isBracketed ? .statement : .prose
      )
    }
    return nil
  }

  private func isNear(_ cadence: Range<Int>, _ text: FoldedText) -> Bool {
    for offset in text.bytes.indices where text.startsWord(offset) {
      guard let (mark, end) = words.facts.marks.longest(in: text, at: offset),
        mark.has([.drill, .verification])
      else { continue }
      if text.words(between: cadence, offset..<end) <= 10 { return true }
    }
    return false
  }

  // MARK: Tables and crontabs

  private func row(_ index: Int) -> Found? {
    let row = outline.statements[index]
    let header = outline.headers[row.block]
    guard
      outline.marks[index].has([.cadence, .drill, .verification])
        || header.contains(where: {
          $0.has(.frequency)
        })
    else { return nil }
    guard let first = row.cells.first(where: { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    let own = MarkedOutline.topic(words.facts.marks(in: first), isHeading: false)
    if let column = header.firstIndex(where: { $0.has(.frequency) }),
      row.cells.indices.contains(column)
    {
      let all = header.reduce(into: Marks()) { $0.formUnion($1) }.subtracting(.talk)
      let topic = MarkedOutline.topic(all, isHeading: true) ?? outline.topicAbove(index)
      guard own != .talk, topic == .drill || own == .drill && topic != .talk,
        let cadence = Cadence.value(FoldedText(folding: row.cells[column]), words)
      else { return nil }
      return make(
        index,
        first,
        cadence,
        in: row.cells[column],
        topic == .drill ? .statement : .prose
      )
    }
    guard own == .drill, row.cells.count > 1, outline.marks[index].has(.cadence) else { return nil }
    let text = FoldedText(folding: row.cells[1])
    guard let cadence = Cadence.first(in: text, words), cadence.range.lowerBound == 0 else {
      return nil
    }
    return make(index, first, cadence, in: row.cells[1], .statement)
  }

  private func code(_ index: Int) -> Found? {
    guard !outline.isTemplate(index) else { return nil }
    if outline.marks[index].has(.cadence), outline.isSentence(index) { return prose(index) }
    guard outline.marks[index].has(.number),
      MarkedOutline.topic(outline.marks[index], isHeading: false) == .drill,
      let (cron, end) = BackupCode.cron(outline.statements[index].text)
    else { return nil }
    let text = outline.statements[index].text
    let command = String(Array(text.utf8)[end...].trimmed(of: Byte.isSpace))
    return make(index, command, Cadence(cron), in: text, .prose)
  }

  private func make(
    _ index: Int,
    _ subject: String,
    _ cadence: Cadence,
    in text: String,
    _ form: Form
  ) -> Found? {
    guard let seconds = cadence.seconds, seconds > 0 else { return nil }
    let statement = outline.statements[index]
    return Found(
      schedule: DrillSchedule(
        subject: MarkedOutline.tidied(subject),
        everySeconds: seconds,
        every: String(Array(text.utf8)[cadence.range]),
        line: statement.line
      ),
      form: form,
      section: statement.kind == .heading ? index : statement.section
    )
  }
}
