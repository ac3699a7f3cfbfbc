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
    try measureExposure(in: catalog)
    try catalog.run("INSERT INTO verdict SELECT * FROM rpo_verdict")
    try catalog.run("INSERT INTO verdict SELECT * FROM rto_verdict")
    for rule in Rule.all where !levels.isOff(rule.id) {
      try store(rule, in: catalog)
      try catalog.execute(script: "CREATE VIEW \"\(rule.id)\" AS\n\(rule.query)")
      try catalog.execute(
        script: """
          \(fired) AS
          SELECT
            subject, severity, verdict, message, evidence, fix,
            row_number() OVER (PARTITION BY subject) AS copy
          FROM "\(rule.id)";
          """
      )
      try storeFired(rule, in: catalog)
    }
    try fire(own, levels, in: catalog)
    try storeUnread(in: catalog)
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

  private static func store(_ rule: Rule, in catalog: borrowing Database) throws(SQLiteError) {
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
        script: fired + " (subject, severity, verdict, message, evidence, fix, copy);"
      )
      if let problem = try OwnChecks.fire(rule, from: path, in: catalog) {
        problems.append(problem)
        try catalog.execute(script: "DROP TABLE temp.fired;")
      } else {
        try store(rule, in: catalog)
        try storeFired(rule, in: catalog)
      }
    }
    try Problem.store(problems, into: catalog)
  }

  /// Stores the rows of a check as findings; a subject that fires twice gets a number.
  private static func storeFired(
    _ rule: Rule,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    try catalog.run(
      """
      INSERT INTO finding (id, rule, severity, verdict, subject, message, fix)
      SELECT
        \(rule.id) || '/' || subject || CASE copy WHEN 1 THEN '' ELSE '-' || copy END,
        \(rule.id), coalesce(severity, \(rule.severity)), verdict, subject, message,
        coalesce(fix, \(rule.fix))
      FROM temp.fired
      """
    )
    try catalog.run(
      """
      INSERT INTO finding_evidence
      SELECT
        \(rule.id) || '/' || subject || CASE copy WHEN 1 THEN '' ELSE '-' || copy END,
        item.key,
        item.value ->> '$.file', item.value ->> '$.line', item.value ->> '$.pointer',
        item.value ->> '$.quote'
      FROM temp.fired, json_each(evidence) AS item
      """
    )
    try catalog.execute(script: "DROP TABLE temp.fired;")
  }

  /// What the readers could not read is a finding each.
  private static func storeUnread(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.execute(
      script: """
        CREATE TEMP TABLE unread AS
        SELECT
          problem.*,
          code || '/' || file || CASE row_number() OVER same WHEN 1 THEN ''
            ELSE '-' || row_number() OVER same END AS finding
        FROM problem
        WINDOW same AS (PARTITION BY code, file ORDER BY line, id);
        INSERT INTO finding (id, rule, severity, verdict, subject, message, fix)
        SELECT finding, code, severity, 'fail', file, message, fix FROM temp.unread;
        INSERT INTO finding_evidence
        SELECT finding, 0, file, line, pointer, coalesce(quote, '') FROM temp.unread;
        DROP TABLE temp.unread;
        """
    )
  }

  /// A finding belongs to the system that its subject begins with, else to that of its document.
  private static func nameSystems(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      UPDATE finding SET system = coalesce(
        (SELECT id FROM system WHERE id = substr(subject, 1, instr(subject || '/', '/') - 1)),
        (
          SELECT document.system
          FROM finding_evidence
          JOIN document ON document.path = finding_evidence.file
          WHERE finding_evidence.finding = finding.id AND finding_evidence.ordinal = 0
        )
      )
      """
    )
  }

  /// Marks what a waiver in force names; an expired waiver silences nothing.
  private static func waive(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      UPDATE finding SET waived = 1
      WHERE verdict <> 'pass' AND id IN (
        SELECT waiver.finding
        FROM waiver, build
        WHERE waiver.expires IS NULL
          OR waiver.expires >= strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
      )
      """
    )
  }
}
