import Bindings

@testable import Portal

/// A catalog with one system, "shop", whose component "database" has an RTO of 1 hour and an RPO of
/// 15 minutes, as of 2026-11-21 06:00 UTC.
struct CatalogFixture: ~Copyable {
  /// 2026-11-21T06:00:00Z in milliseconds.
  static let now = 1_795_240_800_000
  static let hour = 3_600_000

  let catalog: Database

  init(rto: Int = 3600, rpo: Int = 900) throws {
    let catalog = try Catalog.open(":memory:")
    try Catalog.store(Configuration(), asOf: Self.now, in: catalog)
    try catalog.execute(
      script: """
        INSERT INTO source_file VALUES ('shop.md', 'plan', 'aa', 10),
          ('db.md', 'runbook', 'bb', 10),
          ('drills.yaml', 'drill log', 'cc', 10), ('backups.json', 'inventory', 'dd', 10);
        INSERT INTO system (id, title, region) VALUES ('shop', 'Shop', 'eu-central-1');
        INSERT INTO component VALUES ('shop', 'database', 'Database');
        INSERT INTO document VALUES ('shop.md', 'plan', 'Shop plan', 'shop'),
          ('db.md', 'runbook', 'Restore the database', 'shop');
        INSERT INTO objective (document, system, component, label, dimension, kind, target_s, state,
          stated_in, file, line, quote)
        VALUES
          ('shop.md', 'shop', 'database', 'Database', 'component', 'rto', \(rto), 'number', 'text',
            'shop.md', 5, '| Database | RTO |'),
          ('shop.md', 'shop', 'database', 'Database', 'component', 'rpo', \(rpo), 'number', 'text',
            'shop.md', 5, '| Database | RPO |');
        """
    )
    self.catalog = catalog
  }

  /// A backup policy of the plan that covers the database.
  func policy(every seconds: Int?, _ mechanism: String = "schedule") throws {
    try catalog.run(
      """
      INSERT INTO backup_policy (document, system, subject, mechanism, every_s, file, line, quote)
      VALUES ('shop.md', 'shop', 'Database', \(mechanism), \(seconds), 'shop.md', 9, 'Backups')
      """
    )
    try catalog.run(
      """
      INSERT INTO coverage
      SELECT 'backup_policy', max(id), 'shop', 'database', 'name' FROM backup_policy
      """
    )
  }

  /// A time that the plan states for the recovery of the database, or for a phase before it.
  func time(_ seconds: Int, phase: String = "recovery", source: String = "estimate") throws {
    try catalog.run(
      """
      INSERT INTO stated_time (document, system, subject, phase, seconds_min, seconds_max, source,
        file, line, quote)
      VALUES ('shop.md', 'shop', 'Database failure', \(phase), \(seconds), \(seconds), \(source),
        'shop.md', 20, 'Time')
      """
    )
    guard phase == "recovery" else { return }
    try catalog.run(
      """
      INSERT INTO coverage
      SELECT 'stated_time', max(id), 'shop', 'database', 'name' FROM stated_time
      """
    )
  }

  /// A listing with backups whose recovery points and ends lie so many milliseconds before now.
  func listing(
    collected: Int,
    complete: Bool = true,
    backups: [(point: Int, end: Int, outcome: String)]
  ) throws {
    let collectedAt = Self.now - collected
    try catalog.run(
      """
      INSERT INTO inventory
      VALUES ('backups.json', 'restic.snapshots', 'restic', NULL, \(collectedAt), 'file name',
        \(complete), NULL, \(backups.count), \(backups.count), 0)
      """
    )
    try catalog.run(
      "INSERT INTO asset VALUES (1, 'restic.snapshots', 'db01:/data', '', 'shop', 'database')"
    )
    for (number, backup) in backups.enumerated() {
      let pointer = "$[\(number)]"
      try catalog.run(
        """
        INSERT INTO backup
          (asset, inventory, pointer, native_id, outcome, recovery_point_at, finished_at)
        VALUES (1, 'backups.json', \(pointer), \(pointer), \(backup.outcome),
          \(Self.now - backup.point), \(Self.now - backup.end))
        """
      )
    }
  }

  /// A drill so many days before now.
  func drill(
    daysAgo: Int,
    kind: String = "restore",
    took: Int?,
    fromDeclaration: Int? = nil,
    outcome: String = "pass",
    environment: String? = "production",
    isDry: Bool = false,
    loss: Int? = nil,
    runbookHash: String? = nil
  ) throws {
    let at = Self.now - daysAgo * 24 * Self.hour
    try catalog.run(
      """
      INSERT INTO drill (native_id, kind, system, environment, runbook, runbook_sha256,
        recovered_at, happened_at, failure_s, declaration_s, data_loss_s, outcome, dry_run, file,
        line, quote)
      VALUES (\("drill-\(daysAgo)"), \(kind), 'shop', \(environment), 'db.md', \(runbookHash),
        \(at), \(at), \(took), \(fromDeclaration), \(loss), \(outcome), \(isDry),
        'drills.yaml', 3, 'id: drill')
      """
    )
    try catalog.run("INSERT INTO drill_component SELECT max(id), 'shop', 'database' FROM drill")
  }

  /// A component of the plan that needs the database by the configuration.
  func dependent(_ component: String, rto: Int, rpo: Int) throws {
    try catalog.run("INSERT INTO component VALUES ('shop', \(component), \(component))")
    try catalog.run("INSERT INTO dependency VALUES ('shop', \(component), 'shop', 'database')")
    try catalog.run("INSERT INTO component_topic VALUES ('shop', 'database', 'database')")
    for (kind, seconds) in [("rto", rto), ("rpo", rpo)] {
      try catalog.run(
        """
        INSERT INTO objective (document, system, component, label, dimension, kind, target_s, state,
          stated_in, file, line, quote)
        VALUES ('shop.md', 'shop', \(component), \(component), 'component', \(kind), \(seconds),
          'number', 'text', 'shop.md', 6, 'Row')
        """
      )
    }
  }

  /// An action that the newest drill led to.
  func action(due: String, done: String?) throws {
    try catalog.run(
      """
      INSERT INTO drill_action
      SELECT max(id), 1, 'Write the missing step', 'operations', \(due), \(done) FROM drill
      """
    )
  }

  /// The status and the measured seconds of an objective.
  func verdict(_ kind: String) throws -> (status: String, measured: Int?) {
    try Catalog.storeSpans(in: catalog)
    try Judgement.pass(on: catalog, levels: .unchanged)
    let rows = try catalog.rows("SELECT status, measured_s FROM verdict WHERE kind = \(kind)") {
      (status: $0.text(0), measured: $0.optionalInt(1))
    }
    return rows.first ?? ("none", nil)
  }

  /// The findings of a check as "verdict subject", after a verdict was asked for.
  func findings(_ rule: String) throws -> [String] {
    try catalog.rows("SELECT verdict, subject FROM finding WHERE rule = \(rule) ORDER BY id") {
      "\($0.text(0)) \($0.text(1))"
    }
  }
}
