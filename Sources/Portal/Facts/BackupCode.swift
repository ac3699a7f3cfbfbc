internal import Bindings

/// Reads backup policies and retentions from blocks of code.
struct BackupCode {
  let schedules: CodeSchedules

  private var outline: MarkedOutline { schedules.outline }
  private var words: Vocabulary { outline.words }

  /// The policies and retentions of a line of code.
  func read(
    _ index: Int,
    _ found: inout [BackupStatement],
    _ kept: inout [BackupPolicies.Kept]
  ) {
    if let schedule = schedules[index] {
      if schedule.topic == .backup { found.append(statement(index, schedule)) }
      return
    }
    guard !outline.isTemplate(index) else { return }
    let text = outline.texts[index]
    if let retention = retention(index) {
      kept.append(self.kept(index, retention))
    } else if Self.isArchiving(text) {
      found.append(archiving(index))
    }
  }

  private func statement(_ index: Int, _ schedule: CodeSchedule) -> BackupStatement {
    let statement = outline.statements[index]
    var item = BackupStatement(
      policy: BackupPolicy(
        subject: schedule.subject,
        cadence: schedule.cadence,
        words: schedule.words,
        marks: outline.marks[index],
        line: statement.line
      ),
      form: schedule.form,
      section: statement.section,
      parent: schedules.comment(index),
      block: statement.block
    )
    item.program = schedule.program
    item.isNamed = schedule.isNamed
    return item
  }

  // MARK: Settings and expiry

  private func retention(_ index: Int) -> Retention? {
    let marks = outline.marks[index]
    let bytes = outline.texts[index].bytes
    let isLifetime = Self.isLifetime(bytes)
    if marks.has(.retention) || isLifetime,
      let (key, value) = CodeLine(outline.statements[index].text).pair
    {
      guard schedules.topic(index) == .backup,
        isLifetime || words.facts.marks(in: key).has(.retention)
      else { return nil }
      return Retention(value, words) ?? Self.days(key, value)
    }
    guard marks.has(.number), let retention = Self.expiry(bytes) else { return nil }
    return schedules.topic(index) == .backup ? retention : nil
  }

  /// "ttl: 720h" of a manifest.
  private static func isLifetime(_ bytes: [UInt8]) -> Bool {
    let line = bytes.span
    let start = line.start { Byte.isSpace($0) || $0 == UInt8(ascii: "-") }
    return start < line.count && line[start] == UInt8(ascii: "t")
      && line.has("ttl:".utf8.span, at: start)
  }

  /// "retention_days: 30".
  private static func days(_ key: String, _ value: String) -> Retention? {
    let isDays = Array(key.lowercased().utf8).split(separator: UInt8(ascii: "_")).contains {
      $0.elementsEqual("days".utf8)
    }
    return isDays && Int(value) != nil ? Retention("\(value) days", .standard) : nil
  }

  /// "-mtime +7 -delete" keeps seven days.
  private static func expiry(_ bytes: [UInt8]) -> Retention? {
    var next = 0
    while let offset = bytes.span.firstIndex(of: UInt8(ascii: "+"), from: next) {
      next = offset + 1
      guard bytes[..<offset].suffix(option.count).elementsEqual(option) else { continue }
      let days = bytes[(offset + 1)...].prefix(while: \.isDigit)
      guard !days.isEmpty, days.count < 6 else { return nil }
      return Retention("\(String(days)) days", .standard)
    }
    return nil
  }

  private static let option = Array("-mtime ".utf8)

  /// "archive_mode = on" of PostgreSQL.
  private static func isArchiving(_ text: FoldedText) -> Bool {
    let start = text.bytes.span.start(behind: Byte.isSpace)
    return start < text.bytes.count && text.bytes[start] == UInt8(ascii: "a")
      && text.bytes.span.has("archive_mode".utf8.span, at: start)
      && text.bytes[start...].filter { !Byte.isSpace($0) }.starts(with: "archive_mode=on".utf8)
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
      subject: schedules.subject(index),
      retention: retention,
      line: statement.line,
      section: statement.section,
      parent: schedules.comment(index),
      block: statement.block
    )
  }
}
