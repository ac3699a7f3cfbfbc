internal import Bindings

/// How often a line of code says that something runs.
struct CodeSchedule {
  let topic: MarkedOutline.Topic
  let cadence: Cadence
  /// The cadence as it is written; for a crontab the whole line.
  let words: String
  let subject: String
  let form: BackupStatement.Form
  /// Whether a comment or a name beside it says what runs.
  let isNamed: Bool
  /// The program that runs, by the name of its file.
  var program: String?
}

/// The schedules in blocks of code: crontabs, manifests, settings, options and comments.
///
/// Found once, for backups and drills: with each line is kept what it belongs to.
struct CodeSchedules {
  /// The comment and the name that a line belongs to, and the last line with a topic; -1 for none.
  private struct Place {
    var comment = -1
    var name = -1
    var topical = -1
    /// The schedule that it states, in `found`; -1 for none.
    var schedule = -1
  }

  let outline: MarkedOutline
  private var found: [CodeSchedule] = []
  /// For each statement.
  private var places: [Place]

  init(outline: MarkedOutline) {
    self.outline = outline
    var places = Array(repeating: Place(), count: outline.statements.count)
    var lines: [Int] = []
    var (block, isSkipped) = (-1, false)
    for index in outline.statements.indices where outline.statements[index].kind == .code {
      let isNew = outline.statements[index].block != block
      if isNew {
        block = outline.statements[index].block
        isSkipped = outline.isExample(index) || outline.isTemplate(index)
      }
      if isSkipped { continue }
      places[index] = Self.place(index, in: outline, after: isNew ? Place() : places[index - 1])
      if outline.marks[index].has([.frequency, .cadence, .number]) { lines.append(index) }
    }
    self.places = places
    for index in lines {
      guard let schedule = schedule(index) else { continue }
      self.places[index].schedule = found.count
      found.append(schedule)
    }
  }

  var words: Vocabulary { outline.words }

  /// The schedule of a line of code.
  subscript(index: Int) -> CodeSchedule? {
    places[index].schedule < 0 ? nil : found[places[index].schedule]
  }

  /// The comment that a line belongs to; -1 for none.
  func comment(_ index: Int) -> Int { places[index].comment }

  private func schedule(_ index: Int) -> CodeSchedule? {
    guard !outline.marks[index].has(.removal) else { return nil }
    if let found = crontab(index) { return found }
    let line = CodeLine(outline.statements[index].text)
    if line.isComment { return remark(index, line) }
    if let found = item(index) ?? option(index) { return found }
    let pair = mayBeSetting(index) ? line.pair ?? line.assignment : nil
    return pair.flatMap { setting(index, $0.key, $0.value) }
  }

  /// What a line says of itself and of those that follow.
  private static func place(_ index: Int, in outline: MarkedOutline, after before: Place) -> Place {
    let bytes = outline.texts[index].bytes
    let start = bytes.span.start(behind: Byte.isSpace)
    guard start < bytes.count else { return before }
    var place = before
    if bytes[start] < 0x80, bytes[start] != UInt8(ascii: "*"), CodeLine.isComment(bytes.span) {
      place.comment = index
    } else if firsts.contains(bytes[start]),
      names.contains(where: { bytes.span.has($0.span, at: start) })
    {
      place.name = index
    }
    if outline.marks[index].has([.backup, .drill, .tool]) { place.topical = index }
    return place
  }

  private static let names = ["name:", "- name:", "description=", "rule_name", "\"name\""].map {
    Array($0.utf8)
  }
  private static let firsts = ByteSet(names.map { $0[0] })

  // MARK: Forms

  /// A remark such as "# Full backup (daily at 02:00)"; one that restores something is none.
  private func remark(_ index: Int, _ line: CodeLine) -> CodeSchedule? {
    guard outline.marks[index].has(.cadence),
      let mention = Mentions(index, in: outline).all().first,
      mention.topic == .drill || !outline.marks[index].has([.restore, .retention])
    else { return nil }
    return CodeSchedule(
      topic: mention.topic,
      cadence: mention.cadence,
      words: MarkedOutline.tidied(line.comment ?? outline.statements[index].text),
      subject: subject(index),
      form: .comment,
      isNamed: true
    )
  }

  /// "- Daily full dump" in a list set as code.
  private func item(_ index: Int) -> CodeSchedule? {
    let marks = outline.marks[index]
    guard marks.has(.cadence), marks.has([.backup, .drill, .restore]), !marks.has(.target),
      isText(index),
      outline.texts[index].bytes[...].trimmed(of: Byte.isSpace).starts(with: "- ".utf8)
    else { return nil }
    return remark(index, CodeLine(outline.statements[index].text))
  }

  /// A line of a crontab, alone, as a remark or handed to "crontab -".
  private func crontab(_ index: Int) -> CodeSchedule? {
    let bytes = outline.texts[index].bytes
    guard let place = calendar(index, bytes[...].drop(while: Byte.isSpace)),
      let cron = Cron(bytes[place...]), let topic = topic(index)
    else { return nil }
    let text = outline.statements[index].text
    let command = Array(text.utf8)[min(place + cron.count, bytes.count)...]
    let program = command.split(whereSeparator: Byte.isSpace).first
    return CodeSchedule(
      topic: topic,
      cadence: Cadence(seconds: cron.interval, range: 0..<cron.count),
      words: MarkedOutline.tidied(text),
      subject: topic == .drill ? MarkedOutline.tidied(String(command)) : subject(index),
      form: .cron,
      isNamed: isNamed(index),
      program: program?.split(separator: UInt8(ascii: "/")).last.map { String($0) }
    )
  }

  private static let crontabs = [Array("crontab".utf8)]

  /// Where the five fields of a crontab may start in a line.
  private func calendar(_ index: Int, _ line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    if first.isDigit || first == UInt8(ascii: "*") || first == UInt8(ascii: "@") {
      return line.startIndex
    }
    if first == UInt8(ascii: "#") {
      return line.firstIndex { !Byte.isSpace($0) && $0 != first }
    }
    guard outline.marks[index].has(.frequency),
      outline.texts[index].contains(Self.crontabs)
    else { return nil }
    return line.indices.first { quote in
      (line[quote] == UInt8(ascii: "\"") || line[quote] == UInt8(ascii: "'"))
        && Cron(line[(quote + 1)...]) != nil
    }.map { $0 + 1 }
  }

  /// "--schedule "0 2 * * *"", "--schedule-expression "rate(12 hours)"".
  private func option(_ index: Int) -> CodeSchedule? {
    guard outline.marks[index].has(.frequency), outline.texts[index].bytes.first(of: "--") != nil
    else { return nil }
    let bytes = Array(outline.statements[index].text.utf8)
    for start in bytes.indices.dropLast(3)
    where bytes[start...].starts(with: "--".utf8) && bytes[start + 2].isASCIILetter {
      let name = bytes[(start + 2)...].prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
      guard words.facts.marks(in: String(name)).has(.frequency) else { continue }
      let rest = bytes[name.endIndex...].drop { " =\"'".utf8.contains($0) }
      let value = String(rest.prefix { !"\"'\\".utf8.contains($0) })
      guard let cadence = Cadence.value(FoldedText(folding: value), words),
        let topic = topic(index)
      else { continue }
      return CodeSchedule(
        topic: topic,
        cadence: cadence,
        words: MarkedOutline.tidied(outline.statements[index].text),
        subject: subject(index),
        form: .cron,
        isNamed: isNamed(index)
      )
    }
    return nil
  }

  // MARK: What lines belong to

  /// A line's own words decide, then its comment, its name, the block, and what stands above that.
  func topic(_ index: Int) -> MarkedOutline.Topic? {
    let around = places[index]
    for place in [index, around.comment, around.name, around.topical] where place >= 0 {
      if let topic = MarkedOutline.topic(outline.marks[place], isHeading: false) { return topic }
    }
    return outline.topicAbove(index)
  }

  func isNamed(_ index: Int) -> Bool {
    places[index].comment >= 0 || places[index].name >= 0
  }

  /// What the comment, the name or the headings above a line speak of.
  func subject(_ index: Int) -> String {
    let (comment, name) = (places[index].comment, places[index].name)
    var names: [String] = []
    if comment >= 0 {
      let text = CodeLine(outline.statements[comment].text).comment ?? ""
      names.append(String(Array(text.utf8).prefix { $0 != UInt8(ascii: "(") }))
    }
    if name >= 0 {
      let line = CodeLine(outline.statements[name].text)
      names.append((line.pair ?? line.assignment)?.value ?? "")
    }
    return outline.subject(names.map(MarkedOutline.tidied) + outline.names(above: index))
  }
}
