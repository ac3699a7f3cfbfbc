internal import Bindings

extension Snapshot {
  /// Reads what the plans promise: scenarios, times, backups, drills, contacts.
  mutating func readPlans(_ database: borrowing Database) throws(SQLiteError) {
    try readScenarios(database)
    let policies = try database.rows(
      """
      SELECT system, subject, mechanism, every, retention, file, line, quote
      FROM backup_policy
      WHERE system IS NOT NULL
      ORDER BY system, file, line, id
      """
    ) {
      let policy = BackupPolicy(
        subject: $0.text(1),
        mechanism: $0.text(2),
        every: $0.optionalText(3),
        retention: $0.optionalText(4),
        source: Source(lineOf: $0, from: 5)
      )
      return ($0.text(0), policy)
    }
    for (system, policy) in policies { policiesOfSystem[system, default: []].append(policy) }
    schedules = try database.rows(
      """
      SELECT system, subject, every, every_s, file, line, quote
      FROM drill_schedule
      ORDER BY system, every_s, file, line, id
      """
    ) {
      DrillSchedule(
        system: $0.optionalText(0),
        subject: $0.text(1),
        every: $0.text(2),
        interval: $0.int(3),
        source: Source(lineOf: $0, from: 4)
      )
    }
    try readContacts(database)
    try readPromises(database)
  }

  /// Reads which backups and times speak of which component.
  private mutating func readPromises(_ database: borrowing Database) throws(SQLiteError) {
    let backups = try database.rows(
      """
      SELECT c.system, c.component, p.subject, coalesce(p.every, p.mechanism), c.basis, p.file,
        p.line, p.quote
      FROM coverage AS c
      JOIN backup_policy AS p ON p.id = c.id
      WHERE c.fact = 'backup_policy'
      ORDER BY c.system, c.component, p.file, p.line, p.id
      """
    ) { Self.promise("rpo", $0) { $0.text(3) } }
    let times = try database.rows(
      """
      SELECT c.system, c.component, t.subject, t.seconds_max, c.basis, t.file, t.line, t.quote
      FROM coverage AS c
      JOIN stated_time AS t ON t.id = c.id
      WHERE c.fact = 'stated_time' AND t.phase = 'recovery'
      ORDER BY c.system, c.component, t.file, t.line, t.id
      """
    ) { Self.promise("rto", $0) { "at most " + Phrase.span($0.int(3)) } }
    for (key, promise) in backups + times {
      promisesOfComponent[key, default: []].append(promise)
    }
  }

  private static func promise(
    _ kind: String,
    _ row: borrowing Statement,
    _ words: (borrowing Statement) -> String
  ) -> (ComponentKey, Promise) {
    let promise = Promise(
      kind: kind,
      subject: row.text(2),
      words: words(row),
      isNamed: row.text(4) == "name",
      source: Source(lineOf: row, from: 5)
    )
    return (ComponentKey(system: row.text(0), component: row.text(1)), promise)
  }

  private mutating func readContacts(_ database: borrowing Database) throws(SQLiteError) {
    let contacts = try database.rows(
      """
      SELECT d.system, c.role, c.name, c.phone, c.email, c.availability, c.state, c.file, c.line,
        c.quote
      FROM contact AS c
      JOIN document AS d ON d.path = c.document
      WHERE d.system IS NOT NULL
      ORDER BY d.system, c.file, c.line, c.id
      """
    ) {
      let contact = Contact(
        role: $0.text(1),
        name: $0.optionalText(2),
        phone: $0.optionalText(3),
        email: $0.optionalText(4),
        availability: $0.optionalText(5),
        state: $0.text(6),
        source: Source(lineOf: $0, from: 7)
      )
      return ($0.text(0), contact)
    }
    for (system, contact) in contacts { contactsOfSystem[system, default: []].append(contact) }
  }

  private mutating func readScenarios(_ database: borrowing Database) throws(SQLiteError) {
    let times = try database.rows(
      """
      SELECT scenario, phase, seconds_min, seconds_max, strict, file, line, quote
      FROM stated_time
      WHERE scenario IS NOT NULL
      ORDER BY scenario, line, id
      """
    ) {
      let time = StatedTime(
        phase: $0.text(1),
        shortest: $0.int(2),
        longest: $0.int(3),
        isStrict: $0.int(4) != 0,
        source: Source(lineOf: $0, from: 5)
      )
      return ($0.int(0), time)
    }
    let timesOfScenario = Dictionary(grouping: times, by: \.0)
    let scenarios = try database.rows(
      """
      SELECT s.id, coalesce(s.system, d.system), s.title, s.file, s.line, s.quote
      FROM scenario AS s
      JOIN document AS d ON d.path = s.document
      ORDER BY s.file, s.line, s.id
      """
    ) {
      let scenario = Scenario(title: $0.text(2), source: Source(lineOf: $0, from: 3))
      return ($0.int(0), $0.text(1), scenario)
    }
    for (id, system, scenario) in scenarios {
      var scenario = scenario
      scenario.times = (timesOfScenario[id] ?? []).map(\.1)
      scenariosOfSystem[system, default: []].append(scenario)
    }
  }
}
