internal import Bindings

/// Puts what the documents say into the catalog, with the place of each statement.
struct FactStore: ~Copyable {
  private var sourceFile: Statement
  private var document: Statement
  private var field: Statement
  private var scenario: Statement
  private var time: Statement
  private var policy: Statement
  private var schedule: Statement
  private var contact: Statement
  private var placeholder: Statement
  private var rejection: Statement
  private var link: Statement
  private var coverage: Statement
  private var topics: TopicStore
  private var commands: CommandStore
  private var ids = Identities()

  /// The ids of rows that others refer to.
  private struct Identities {
    var scenario = 0
    var time = 0
    var policy = 0
    var schedule = 0
    var contact = 0
  }

  // All are prepared before any is kept: a half-made value that owns handles cannot be undone.
  init(_ catalog: borrowing Database) throws(SQLiteError) {
    let sourceFile = try Self.insertion(catalog, "source_file", 4)
    let document = try Self.insertion(catalog, "document", 4)
    let field = try Self.insertion(catalog, "document_field", numbered: true, 8)
    let scenario = try Self.insertion(catalog, "scenario", 9)
    let time = try Self.insertion(catalog, "stated_time", 13)
    let policy = try Self.insertion(catalog, "backup_policy", 13)
    let schedule = try Self.insertion(catalog, "drill_schedule", 9)
    let contact = try Self.insertion(catalog, "contact", 11)
    let placeholder = try Self.insertion(catalog, "placeholder", numbered: true, 5)
    let rejection = try Self.insertion(catalog, "rejection", numbered: true, 5)
    let link = try Self.insertion(catalog, "link", numbered: true, 7)
    let coverage = try Self.insertion(catalog, "coverage", 5)
    let topics = try TopicStore(catalog)
    let commands = try CommandStore(catalog)
    self.sourceFile = sourceFile
    self.document = document
    self.field = field
    self.scenario = scenario
    self.time = time
    self.policy = policy
    self.schedule = schedule
    self.contact = contact
    self.placeholder = placeholder
    self.rejection = rejection
    self.link = link
    self.coverage = coverage
    self.topics = topics
    self.commands = commands
  }

  private mutating func add(
    _ path: String,
    _ kind: String,
    _ sha256: String,
    _ size: Int
  ) throws(SQLiteError) {
    try sourceFile.run([.text(path), .text(kind), .text(sha256), SQLValue(size)])
  }

  /// A statement that adds a row; the catalog gives a number to one that has none of its own.
  static func insertion(
    _ catalog: borrowing Database,
    _ table: String,
    numbered: Bool = false,
    _ columns: Int
  ) throws(SQLiteError) -> Statement {
    let values = Array(repeating: "?", count: columns).joined(separator: ", ")
    return try catalog.prepare("INSERT INTO \(table) VALUES (\(numbered ? "NULL, " : "")\(values))")
  }

  /// Stores a file of the content, so that facts can refer to it.
  mutating func add(_ file: SourceFile, _ kind: String) throws(SQLiteError) {
    try add(file.path, kind, file.sha256, file.bytes.count)
  }

  /// Stores what one document says; `matcher` knows the components of its system.
  ///
  /// What a review says of times and steps is a record, not a plan: only its fields are kept.
  mutating func add(
    _ reading: Reading,
    system: String?,
    matcher: ComponentMatcher?,
    links: [Link]
  ) throws(SQLiteError) {
    try add(reading.path, reading.kind.rawValue, reading.sha256, reading.size)
    try document.run([
      .text(reading.path), .text(reading.kind.rawValue), .text(reading.title), SQLValue(system),
    ])
    try addFields(reading)
    try addLinks(reading, links)
    guard reading.kind != .review else { return }
    let heading = try topics.addHeadings(reading)
    let joiner = Joiner(reading: reading, system: system, matcher: matcher)
    let scenarios = try addScenarios(reading, joiner)
    try addTimes(reading, joiner, scenarios: scenarios)
    try commands.add(reading, scenarios: scenarios, heading: heading)
    try addPolicies(reading, joiner)
    try addSchedules(reading, joiner)
    try addPeople(reading)
    try topics.addFacts(reading)
  }

  private mutating func addLinks(_ reading: Reading, _ links: [Link]) throws(SQLiteError) {
    for item in links {
      try link.run(
        place(
          reading,
          item.line,
          before: [
            .text(reading.path), .text(item.address), SQLValue(item.target), SQLValue(item.reason),
          ]
        )
      )
    }
  }

  private mutating func addFields(_ reading: Reading) throws(SQLiteError) {
    for item in reading.facts.fields {
      try field.run(
        place(
          reading,
          item.line,
          before: [
            .text(reading.path), .text(item.kind.rawValue), .text(item.value),
            SQLValue(item.day?.text),
            .text(item.state.rawValue),
          ]
        )
      )
    }
  }

  private mutating func addScenarios(
    _ reading: Reading,
    _ joiner: Joiner
  ) throws(SQLiteError) -> [Int] {
    var rows: [Int] = []
    for item in reading.facts.scenarios {
      ids.scenario += 1
      rows.append(ids.scenario)
      let anchor = reading.anchors.headings.first { $0.line == item.line }?.anchor
      try scenario.run(
        place(
          reading,
          item.line,
          before: [
            SQLValue(ids.scenario), .text(reading.path), SQLValue(joiner.system), .text(item.title),
            .text(anchor ?? "L\(item.line)"), SQLValue(item.lastLine),
          ]
        )
      )
      try topics.add("scenario", ids.scenario, of: reading, [item.title])
      try cover("scenario", ids.scenario, joiner, [item.title], isRecovery: true)
    }
    return rows
  }

  private mutating func addTimes(
    _ reading: Reading,
    _ joiner: Joiner,
    scenarios: [Int]
  ) throws(SQLiteError) {
    for item in reading.facts.times {
      ids.time += 1
      let subject = item.subject.isEmpty ? reading.title : item.subject
      try time.run(
        place(
          reading,
          item.line,
          before: [
            SQLValue(ids.time), .text(reading.path), SQLValue(joiner.system),
            SQLValue(item.scenario.map { scenarios[$0] }), .text(subject),
            .text(item.phase.rawValue),
            SQLValue(item.minimum), SQLValue(item.maximum), SQLValue(item.isStrict),
            .text(item.source.rawValue),
          ]
        )
      )
      let context = [subject] + joiner.context(item.line)
      try cover("stated_time", ids.time, joiner, context, isRecovery: true)
    }
  }

  private mutating func addPolicies(_ reading: Reading, _ joiner: Joiner) throws(SQLiteError) {
    for item in reading.facts.backups {
      ids.policy += 1
      try policy.run(
        place(
          reading,
          item.line,
          before: [
            SQLValue(ids.policy), .text(reading.path), SQLValue(joiner.system), .text(item.subject),
            .text(item.mechanism.rawValue), SQLValue(item.everySeconds), SQLValue(item.every),
            SQLValue(item.retentionSeconds), SQLValue(item.retention), .null,
          ]
        )
      )
      let context = [item.subject] + joiner.context(item.line)
      let quote = reading.location(item.line).quote
      try topics.add("backup_policy", ids.policy, of: reading, [item.subject, quote])
      try cover("backup_policy", ids.policy, joiner, context, isData: true)
    }
  }

  private mutating func addSchedules(_ reading: Reading, _ joiner: Joiner) throws(SQLiteError) {
    for item in reading.facts.drills {
      ids.schedule += 1
      try schedule.run(
        place(
          reading,
          item.line,
          before: [
            SQLValue(ids.schedule), .text(reading.path), SQLValue(joiner.system),
            .text(item.subject), SQLValue(item.everySeconds), .text(item.every),
          ]
        )
      )
      try cover("drill_schedule", ids.schedule, joiner, [item.subject])
    }
  }

  private mutating func addPeople(_ reading: Reading) throws(SQLiteError) {
    for item in reading.facts.contacts {
      ids.contact += 1
      try contact.run(
        place(
          reading,
          item.line,
          before: [
            SQLValue(ids.contact), .text(reading.path), .text(item.role), SQLValue(item.name),
            SQLValue(item.phone),
            SQLValue(item.email), SQLValue(item.availability), .text(item.state.rawValue),
          ]
        )
      )
      try topics.add("contact", ids.contact, of: reading, [reading.location(item.line).quote])
    }
    for item in reading.facts.placeholders {
      try placeholder.run(
        place(reading, item.line, before: [.text(reading.path), .text(item.text)])
      )
    }
    for item in reading.facts.rejections {
      try rejection.run(
        place(reading, item.line, before: [.text(reading.path), .text(item.reason)])
      )
    }
  }

  // MARK: Rows

  /// The columns of a row and, after them, file, line and quote.
  private func place(
    _ reading: Reading,
    _ line: Int,
    before values: [SQLValue]
  ) -> [SQLValue] {
    let location = reading.location(line)
    return values + [.text(location.file), SQLValue(line), .text(location.quote)]
  }

  private mutating func cover(
    _ table: String,
    _ id: Int,
    _ joiner: Joiner,
    _ texts: [String],
    isData: Bool = false,
    isRecovery: Bool = false
  ) throws(SQLiteError) {
    guard let system = joiner.system, let matcher = joiner.matcher else { return }
    for (component, basis) in matcher.matches(texts, isData: isData, withDependents: isRecovery) {
      try coverage.run([
        .text(table), SQLValue(id), .text(system), .text(component), .text(basis.rawValue),
      ])
    }
  }

  /// What joins the facts of one document to the components of its system.
  private struct Joiner {
    let reading: Reading
    let system: String?
    let matcher: ComponentMatcher?

    /// The words above a line that may say what it is about, the nearest first.
    func context(_ line: Int) -> [String] {
      reading.headings(above: line) + [reading.title]
    }
  }
}
