/// Reads backup policies from blocks of code: crontabs, manifests, settings and their comments.
struct BackupCode {
  let outline: MarkedOutline
  private var block = -1
  /// The comment and the name that the current lines belong to.
  private var comment = -1
  private var name = -1

  init(outline: MarkedOutline) { self.outline = outline }

  private var words: Vocabulary { outline.words }

  /// The policies and retentions of a line of code.
  mutating func read(
    _ index: Int,
    _ found: inout [BackupStatement],
    _ kept: inout [BackupPolicies.Kept]
  ) {
    let current = outline.statements[index].block
    if current != block { (block, comment, name) = (current, -1, -1) }
    guard !outline.isTemplate(index) else { return }
    let text = outline.texts[index]
    guard let start = text.bytes.firstIndex(where: { !Byte.isSpace($0) }) else { return }
    if "#/-".utf8.contains(text.bytes[start]),
      CodeLine(outline.statements[index].text).comment != nil
    {
      comment = index
    } else if text.bytes[start...].starts(with: "name:".utf8) {
      name = index
    }
    let marks = outline.marks[index]
    if marks.has([.frequency, .retention, .cadence, .number]) || Self.isArchiving(text) {
      line(index, &found, &kept)
    }
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "#") && !line.starts(with: "#!".utf8)
      || line.starts(with: "//".utf8) || line.starts(with: "-- ".utf8)
  }

  private func line(
    _ index: Int,
    _ found: inout [BackupStatement],
    _ kept: inout [BackupPolicies.Kept]
  ) {
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    let line = CodeLine(statement.text)
    if line.comment == nil, let (cron, end) = Self.cron(statement.text) {
      append(cron, end, index, line, &found)
    } else if let key = line.key, marks.has([.frequency, .retention]) || key == "ttl" {
      pair(key, line.value, index, &found, &kept)
    } else if let text = line.comment, marks.has(.cadence), marks.has(.backup),
      !marks.has([.drill, .verification, .retention, .absence, .restore]),
      let cadence = Cadence.first(in: FoldedText(folding: text), words)
    {
      found.append(make(index, subject(index), cadence, text, .comment))
    } else if let retention = Self.expiry(outline.texts[index].bytes), topic(index) == .backup {
      kept.append(self.kept(index, retention))
    } else if Self.isArchiving(outline.texts[index]) {
      found.append(archiving(index))
    }
  }

  // MARK: Crontabs and schedules of commands

  /// The expression at the start of a line, or after "--schedule".
  static func cron(_ text: String) -> (Cron, Int)? {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { !Byte.isSpace($0) }) else { return nil }
    if bytes[start].isDigit || "*@".utf8.contains(bytes[start]) {
      return Cron(bytes[start...]).map { ($0, start + $0.count) }
    }
    let option = Array("--schedule".utf8)
    guard bytes.count > option.count else { return nil }
    for offset in 0...(bytes.count - option.count) where bytes[offset...].starts(with: option) {
      let value = bytes[(offset + option.count)...].drop { " =\"'".utf8.contains($0) }
      return Cron(value).map { ($0, value.startIndex + $0.count) }
    }
    return nil
  }

  private func append(
    _ cron: Cron,
    _ end: Int,
    _ index: Int,
    _ line: CodeLine,
    _ found: inout [BackupStatement]
  ) {
    guard topic(index) == .backup else { return }
    let text = outline.statements[index].text
    let command = Array(text.utf8)[min(end, text.utf8.count)...]
    let program = command.split(whereSeparator: Byte.isSpace).first
    let name = program?.split(separator: UInt8(ascii: "/")).last.map { String($0) }
    let cadence = Cadence(cron)
    var statement = make(index, subject(index), cadence, text, .cron)
    statement.policy.every = MarkedOutline.tidied(text)
    statement.program = name
    found.append(statement)
  }

  // MARK: Keys

  private func pair(
    _ key: String,
    _ value: String,
    _ index: Int,
    _ found: inout [BackupStatement],
    _ kept: inout [BackupPolicies.Kept]
  ) {
    let marks = words.facts.marks(in: key)
    guard topic(index) == .backup else { return }
    if marks.has(.frequency), let cadence = Cadence.value(FoldedText(folding: value), words) {
      found.append(make(index, subject(index), cadence, value, .statement))
    } else if marks.has(.retention) || key == "ttl",
      let retention = Retention(value, words) ?? Self.days(key, value)
    {
      kept.append(self.kept(index, retention))
    }
  }

  /// "retention_days: 30".
  private static func days(_ key: String, _ value: String) -> Retention? {
    let isDays = Array(key.lowercased().utf8).split(separator: UInt8(ascii: "_")).contains {
      $0.elementsEqual("days".utf8)
    }
    return isDays && Int(value) != nil ? Retention("\(value) days", .standard) : nil
  }

  /// Its own words decide, then the comment, the name, what stands above the block, and the block.
  private func topic(_ index: Int) -> MarkedOutline.Topic? {
    for place in [index, comment, name] where place >= 0 {
      if let topic = MarkedOutline.topic(outline.marks[place], isHeading: false) { return topic }
    }
    return outline.topicAbove(index)
  }

  private func subject(_ index: Int) -> String {
    var names: [String] = []
    if comment >= 0 {
      let text = CodeLine(outline.statements[comment].text).comment ?? ""
      names.append(String(Array(text.utf8).prefix { $0 != UInt8(ascii: "(") }))
    }
    if name >= 0 { names.append(CodeLine(outline.statements[name].text).value) }
    return outline.subject(names.map(MarkedOutline.tidied) + outline.names(above: index))
  }

  // MARK: Settings and expiry

  /// "-mtime +7 -delete" keeps seven days.
  private static func expiry(_ bytes: [UInt8]) -> Retention? {
    let option = Array("-mtime +".utf8)
    guard bytes.count > option.count + 1 else { return nil }
    for offset in 0..<(bytes.count - option.count) where bytes[offset...].starts(with: option) {
      let rest = bytes[(offset + option.count)...]
      let days = rest.prefix(while: \.isDigit)
      guard !days.isEmpty, days.count < 6 else { return nil }
      return Retention("\(String(days)) days", .standard)
    }
    return nil
  }

  /// "archive_mode = on" of PostgreSQL.
  private static func isArchiving(_ text: FoldedText) -> Bool {
    guard let start = text.bytes.firstIndex(where: { !Byte.isSpace($0) }),
      text.bytes[start...].starts(with: "archive_mode".utf8)
    else { return false }
    return text.bytes[start...].filter { !Byte.isSpace($0) }.starts(with: "archive_mode=on".utf8)
  }

  private func archiving(_ index: Int) -> BackupStatement {
    let statement = outline.statements[index]
    return BackupStatement(
      policy: BackupPolicy(
        subject: outline.subject(outline.names(above: index)),
        mechanism: .continuous,
        everySeconds: 0,
        line: statement.line
      ),
      form: .statement,
      section: statement.section,
      parent: -1,
      block: statement.block
    )
  }

  private func kept(_ index: Int, _ retention: Retention) -> BackupPolicies.Kept {
    let statement = outline.statements[index]
    return BackupPolicies.Kept(
      subject: subject(index),
      retention: retention,
      line: statement.line,
      section: statement.section,
      parent: comment,
      block: statement.block
    )
  }

  private func make(
    _ index: Int,
    _ subject: String,
    _ cadence: Cadence,
    _ every: String,
    _ form: BackupStatement.Form
  ) -> BackupStatement {
    let statement = outline.statements[index]
    return BackupStatement(
      policy: BackupPolicy(
        subject: subject,
        cadence: cadence,
        words: MarkedOutline.tidied(every),
        marks: outline.marks[index],
        line: statement.line
      ),
      form: form,
      section: statement.section,
      parent: comment,
      block: statement.block
    )
  }
}

extension Cadence {
  /// The cadence of a crontab line.
  init(_ cron: Cron) { self.init(seconds: cron.interval, range: 0..<cron.count) }
}
