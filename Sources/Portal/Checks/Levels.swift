internal import Bindings

/// What the configuration makes of the severities: for all systems, and for some.
struct Levels: Sendable {
  /// The severity of a rule, or "off".
  var everywhere: [String: String] = [:]
  /// The same by system; wins over the level for all.
  var bySystem: [String: [String: String]] = [:]

  /// Nothing is changed.
  static let unchanged = Levels()

  /// Whether a rule need not run at all.
  func isOff(_ rule: String) -> Bool {
    everywhere[rule] == "off" && bySystem.values.allSatisfy { $0[rule] ?? "off" == "off" }
  }

  /// Gives the findings of a judged catalog their level, and takes away those that are off.
  func apply(to catalog: borrowing Database) throws(SQLiteError) {
    guard !everywhere.isEmpty || bySystem.values.contains(where: { !$0.isEmpty }) else { return }
    try catalog.execute(
      script: """
        CREATE TEMP TABLE level
          (rule TEXT, system TEXT, level TEXT, PRIMARY KEY (rule, system)) WITHOUT ROWID;
        """
    )
    try store(everywhere, of: "", in: catalog)
    for (system, levels) in bySystem { try store(levels, of: system, in: catalog) }
    try catalog.execute(
      script: """
        CREATE TEMP TABLE leveled AS
        SELECT finding.id, coalesce(own.level, everywhere.level) AS level
        FROM finding
        LEFT JOIN temp.level AS own
          ON own.rule = finding.rule AND own.system = finding.system AND own.system <> ''
        LEFT JOIN temp.level AS everywhere
          ON everywhere.rule = finding.rule AND everywhere.system = ''
        WHERE coalesce(own.level, everywhere.level) IS NOT NULL;
        UPDATE finding SET severity = leveled.level FROM temp.leveled
        WHERE leveled.id = finding.id AND leveled.level <> 'off';
        DELETE FROM temp.leveled WHERE level <> 'off';
        DELETE FROM finding_evidence WHERE finding IN (SELECT id FROM temp.leveled);
        DELETE FROM finding WHERE id IN (SELECT id FROM temp.leveled);
        DROP TABLE temp.leveled;
        DROP TABLE temp.level;
        """
    )
  }

  private func store(
    _ levels: [String: String],
    of system: String,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    for (rule, level) in levels {
      try catalog.run("INSERT INTO temp.level VALUES (\(rule), \(system), \(level))")
    }
  }
}

extension Configuration {
  /// What is wrong with levels: they name checks that are neither carried nor of the content.
  ///
  /// A check of the content that was refused may be the one that is named: then nothing is said.
  func unknownLevels(_ own: OwnChecks) -> ConfigurationError? {
    guard own.problems.isEmpty else { return nil }
    let known = RuleHead.carried.map(\.id) + own.rules.map(\.rule.id)
    let unknown = leveled.filter { !known.contains($0.check) }.map { level in
      ConfigurationError.Problem(
        file: Self.path,
        line: level.line,
        column: level.column,
        message: "there is no check \"\(level.check)\"",
        hint: Similarity.nearest(to: level.check, among: known).map { "did you mean \"\($0)\"?" }
          ?? "\"drillbook check --explain CHECK\" prints a check; docs/checks.md lists them"
      )
    }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    return unknown.isEmpty ? nil : ConfigurationError(problems: unknown)
  }

  /// The levels of the whole and of each system.
  var allLevels: Levels {
    Levels(
      everywhere: levels,
      bySystem: Dictionary(systems.map { ($0.id, $0.levels) }) { first, _ in first }
    )
  }
}
