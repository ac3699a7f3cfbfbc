internal import Bindings

/// Turns the facts in a catalog into verdicts and findings, all of it by SQL that ships with it.
enum Judgement {
  /// Decides the verdicts, runs every check and stores what they found.
  static func pass(
    on catalog: borrowing Database,
    levels: Levels,
    own: OwnChecks = .none
  ) throws(SQLiteError) {
    try catalog.execute(script: Asset.text("indexes.sql"))
    // Without figures about the tables SQLite joins ten thousand systems in the wrong order.
    // A thousand rows of each index tell enough.
    try catalog.execute(script: "PRAGMA analysis_limit = 1000; ANALYZE;")
    try defineViews(in: catalog)
    try FindingSubject.define(in: catalog)
    try measureExposure(in: catalog)
    try catalog.run("INSERT INTO verdict SELECT * FROM rpo_verdict")
    try catalog.run("INSERT INTO verdict SELECT * FROM rto_verdict")
    for rule in Rule.all where !levels.isOff(rule.id) {
      try store(rule.head, in: catalog)
      try catalog.execute(script: "CREATE VIEW \"\(rule.id)\" AS\n\(rule.query)")
      try catalog.execute(
        script: """
          \(fired) AS
          SELECT subject, severity, verdict, message, evidence, fix FROM "\(rule.id)";
          """
      )
      try storeFired(rule, in: catalog)
    }
    try fire(own, levels, in: catalog)
    for reader in RuleHead.readers where !levels.isOff(reader.id) { try store(reader, in: catalog) }
    let last = try storeUnread(after: 0, in: catalog)
    try Problem.store(Waiver.idle(in: catalog, levels), into: catalog)
    _ = try storeUnread(after: last, in: catalog)
    try nameSystems(in: catalog)
    try levels.apply(to: catalog)
    try waive(in: catalog)
    // Last: to keep it while findings come in takes longer than to make it.
    try catalog.execute(
      script: "CREATE INDEX finding_evidence_file ON finding_evidence (file, line);"
    )
  }

  /// Makes the views by which verdicts are decided; they stay in the database.
  static func defineViews(in catalog: borrowing Database) throws(SQLiteError) {
    for name in ["need", "sections", "known-bad", "exposure", "rpo", "rto"] {
      try catalog.execute(script: Asset.text("verdicts/\(name).sql"))
    }
  }

  /// Fills the tables of what lies between usable backups, which views and pages read.
  static func measureExposure(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      INSERT INTO newest_listing
      SELECT backup.asset, inventory.path, max(inventory.collected_at)
      FROM backup
      JOIN inventory ON inventory.path = backup.inventory
      WHERE inventory.complete = 1
      GROUP BY backup.asset
      """
    )
    try catalog.run("INSERT INTO exposure_step SELECT * FROM exposure_chain")
  }

  private static func store(_ rule: RuleHead, in catalog: borrowing Database) throws(SQLiteError) {
    let controls = JSON.array(rule.controls.map(JSON.string)).text
    try catalog.run(
      """
      INSERT INTO rule
      VALUES (\(rule.id), \(rule.severity), \(rule.title), \(rule.why), \(rule.fix), \(controls))
      """
    )
  }

  private static let fired = "CREATE TEMP TABLE fired"

  /// Runs the checks of the content folder; what is wrong with one is a finding.
  private static func fire(
    _ own: OwnChecks,
    _ levels: Levels,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    var problems = own.problems
    for (rule, path) in own.rules where !levels.isOff(rule.id) {
      try catalog.execute(
        script: fired + " (subject, severity, verdict, message, evidence, fix);"
      )
      if let problem = try OwnChecks.fire(rule, from: path, in: catalog) {
        problems.append(problem)
        try catalog.execute(script: "DROP TABLE temp.fired;")
      } else {
        try store(rule.head, in: catalog)
        try storeFired(rule, in: catalog)
      }
    }
    try Problem.store(problems, into: catalog)
  }
}
