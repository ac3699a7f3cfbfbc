internal import Bindings

/// The evidence database while it is made: schema, settings, systems and objectives.
enum Catalog {
  /// Opens a new database with the schema in it, inside one transaction.
  static func open(_ path: String) throws(SQLiteError) -> Database {
    let catalog = try Database(path: path)
    // Nobody reads the file before it is whole, and it is made again when the machine fails.
    try catalog.execute(script: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    // Room for the pages of a large catalog, in KiB, so that none is read twice.
    try catalog.execute(script: "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;")
    // References and constraints are checked by a test on the finished file: at each row they cost
    // more than to store it. "IN" makes a table of its list each time.
    try catalog.execute(script: "PRAGMA ignore_check_constraints = ON; BEGIN;")
    try catalog.execute(script: Asset.text("schema.sql"))
    return catalog
  }

  /// Ends the transaction; the file is whole when the connection is closed.
  static func finish(_ catalog: borrowing Database) throws(SQLiteError) {
    try catalog.execute(script: "COMMIT;")
  }

  /// Stores what everything is judged by.
  static func store(
    _ configuration: Configuration,
    asOf: Int,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    let policy = configuration.policy
    let organisation = configuration.organisation ?? ""
    try catalog.run(
      """
      INSERT INTO build
      VALUES (\(asOf), \(organisation), \(configuration.origin), \(Generator.text))
      """
    )
    try catalog.run(
      """
      INSERT INTO policy
      VALUES (
        \(policy.inventoryLifetime), \(policy.drillLifetime), \(policy.lookBack), \(policy.clock),
        \(policy.requiredKind)
      )
      """
    )
    for environment in Set(policy.environments).sorted() {
      try catalog.run("INSERT INTO policy_environment VALUES (\(environment))")
    }
  }

  /// Stores the names of the files, so that checks can say which are missing.
  static func store(_ folder: ContentFolder, in catalog: borrowing Database) throws(SQLiteError) {
    var file = try catalog.prepare("INSERT OR IGNORE INTO content_file VALUES (?, ?)")
    for entry in folder.documents + folder.inventories + folder.logs + folder.others {
      let name = entry.path.split(separator: "/").last.map(String.init)
      try file.run([.text(entry.path), .text(name ?? entry.path)])
    }
  }

  /// Stores what the configuration says of the trail and of copies; `lines` are its own.
  static func storeAudit(
    _ configuration: Configuration,
    _ lines: LineIndex,
    problem: String?,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    let file = Configuration.path
    for copy in configuration.offlineCopies {
      try catalog.run(
        """
        INSERT INTO offline_copy (place, made_at, file, line, quote)
        VALUES (\(copy.place), \(copy.made), \(file), \(copy.line), \(lines.quote(copy.line)))
        """
      )
    }
    guard let origin = configuration.origin else { return }
    let line = configuration.originLine
    try catalog.run(
      """
      INSERT INTO audit_trail
      VALUES (\(origin), \(problem), \(file), \(line), \(lines.quote(line)))
      """
    )
  }

  /// Stores systems, components and dependencies.
  static func store(
    _ portfolio: Portfolio,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    var system = try catalog.prepare("INSERT INTO system VALUES (?, ?, ?, ?, ?, ?)")
    var component = try catalog.prepare("INSERT INTO component VALUES (?, ?, ?)")
    var topic = try catalog.prepare("INSERT INTO component_topic VALUES (?, ?, ?)")
    let topics = Vocabulary.standard.topics
    var dependency = try catalog.prepare("INSERT OR IGNORE INTO dependency VALUES (?, ?, ?, ?)")
    for item in portfolio.systems {
      try system.run([
        .text(item.id), .text(item.title), SQLValue(item.tier), SQLValue(item.owner),
        SQLValue(item.region), SQLValue(item.isConfigured),
      ])
      for part in item.components {
        try component.run([.text(item.id), .text(part.id), .text(part.title)])
        for name in Set(part.names.flatMap { topics.topics(of: $0) }).sorted() {
          try topic.run([.text(item.id), .text(part.id), .text(name)])
        }
      }
    }
    for item in portfolio.systems {
      for part in item.components {
        for need in part.needs {
          try dependency.run([
            .text(item.id), .text(part.id), .text(need.system), .text(need.component),
          ])
        }
      }
    }
  }

  /// Stores the objectives, those that another statement overrules among them.
  static func storeObjectives(
    of portfolio: Portfolio,
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    var objective = try catalog.prepare(
      """
      INSERT INTO objective (document, system, component, label, dimension, kind, target_s, state,
        strict, mechanism, priority, stated_in, in_force, file, line, quote)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    for item in portfolio.stated {
      try objective.run([
        SQLValue(item.document), .text(item.system), .text(item.component), .text(item.label),
        .text(item.dimension.rawValue), .text(item.target.kind.rawValue),
        SQLValue(item.target.value), .text(item.target.state.rawValue),
        SQLValue(item.target.isStrict), SQLValue(item.target.mechanism), SQLValue(item.priority),
        .text(item.source), SQLValue(item.isInForce), .text(item.location.file),
        SQLValue(item.location.line), .text(item.location.quote),
      ])
    }
  }

  /// Stores in words every span that a message may speak of.
  static func storeSpans(in catalog: borrowing Database) throws(SQLiteError) {
    let seconds = try catalog.rows(
      """
      SELECT target_s FROM objective WHERE target_s IS NOT NULL AND kind <> 'availability'
      UNION SELECT seconds_max FROM stated_time
      UNION SELECT every_s FROM backup_policy WHERE every_s IS NOT NULL
      UNION SELECT every_s FROM drill_schedule
      UNION SELECT target_s FROM past_target
      ORDER BY 1
      """
    ) { $0.int(0) }
    var span = try catalog.prepare("INSERT INTO span VALUES (?, ?)")
    for item in seconds { try span.run([SQLValue(item), .text(Phrase.span(item))]) }
  }
}
