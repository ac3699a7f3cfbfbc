import Bindings

@testable import Portal

/// Further evidence for the database of `CatalogFixture`: several assets, listings and locations.
extension CatalogFixture {
  /// An asset of the database at a location.
  func asset(_ id: Int, _ key: String = "db01:/data", at location: String = "") throws {
    try catalog.run(
      """
      INSERT INTO asset
      VALUES (\(id), 'restic.snapshots', \(key), \(location), 'shop', 'database')
      """
    )
  }

  /// A listing so many milliseconds before now, of a place that somebody named.
  func inventory(
    _ path: String,
    collected: Int = 0,
    location: String? = nil,
    complete: Bool = true
  ) throws {
    try catalog.run("INSERT INTO source_file VALUES (\(path), 'inventory', 'ee', 10)")
    try catalog.run(
      """
      INSERT INTO inventory
      VALUES (\(path), 'restic.snapshots', 'restic', \(location), \(Self.now - collected),
        'file name', \(complete), NULL, 1, 1, 0)
      """
    )
  }

  /// A backup whose recovery point and end lie so many milliseconds before now.
  func backup(
    _ id: String,
    of asset: Int,
    in path: String,
    at point: Int,
    outcome: String = "success",
    expired: Int? = nil
  ) throws {
    try catalog.run(
      """
      INSERT INTO backup (asset, inventory, pointer, native_id, outcome, recovery_point_at,
        finished_at, expires_at)
      VALUES (\(asset), \(path), \("$." + id), \(id), \(outcome), \(Self.now - point),
        \(Self.now - point), \(expired.map { Self.now - $0 }))
      """
    )
  }

  /// A window that ends so many milliseconds before now.
  func window(of asset: Int, in path: String, until latest: Int, from earliest: Int?) throws {
    try catalog.run(
      """
      INSERT INTO pitr_window (asset, inventory, pointer, earliest_at, latest_at)
      VALUES (\(asset), \(path), '$.window', \(earliest.map { Self.now - $0 }),
        \(Self.now - latest))
      """
    )
  }

  /// What a tool found when it looked at backups.
  func verification(
    of asset: Int,
    in path: String,
    _ outcome: String,
    ran: Int = 0,
    backup: String? = nil
  ) throws {
    try catalog.run(
      """
      INSERT INTO verification (asset, inventory, native_id, ran_at, outcome, result, pointer)
      VALUES (\(asset), \(path), \(backup), \(Self.now - ran), \(outcome), \(outcome), '$')
      """
    )
  }

  /// A scenario of the plan that loses the region in which the database is.
  func lossOfRegion() throws {
    try catalog.execute(
      script: """
        INSERT INTO scenario (id, document, system, title, anchor, last_line, file, line, quote)
        VALUES (1, 'shop.md', 'shop', 'Region lost', 'region-lost', 40, 'shop.md', 30,
          '### Region lost');
        INSERT INTO topic VALUES ('scenario', 1, 'region', 'shop.md');
        INSERT INTO coverage VALUES ('scenario', 1, 'shop', 'database', 'whole');
        """
    )
  }

  /// A target that the trail recorded from some days before now until some days before now.
  func target(_ seconds: Int, _ kind: String, fromDaysAgo: Int, untilDaysAgo: Int) throws {
    let day = 24 * Self.hour
    try catalog.run(
      """
      INSERT INTO past_target
      VALUES ('shop', 'database', \(kind), \(Self.now - fromDaysAgo * day),
        \(Self.now - untilDaysAgo * day), \(seconds), \(1000 - fromDaysAgo))
      """
    )
  }

  /// Why an objective has its status, after a verdict was asked for.
  func why(_ kind: String) throws -> String {
    try catalog.rows("SELECT why FROM verdict WHERE kind = \(kind)") { $0.text(0) }.first ?? ""
  }
}
