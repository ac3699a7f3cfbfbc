internal import Bindings

extension Snapshot {
  /// Reads the drills, the newest first.
  mutating func readDrills(_ database: borrowing Database) throws(SQLiteError) {
    drills = try database.rows(
      """
      SELECT id, native_id, kind, system, scenario, environment, runbook, happened_at, failure_s,
        declaration_s, data_loss_s, outcome, dry_run, file, line, pointer, quote
      FROM drill
      ORDER BY happened_at IS NULL, happened_at DESC, native_id, id
      """
    ) { row in
      Drill(
        id: row.int(0),
        nativeID: row.text(1),
        kind: row.text(2),
        system: row.optionalText(3),
        scenario: row.optionalText(4),
        environment: row.optionalText(5),
        runbook: row.optionalText(6),
        happened: row.optionalInt(7),
        fromFailure: row.optionalInt(8),
        fromDeclaration: row.optionalInt(9),
        dataLoss: row.optionalInt(10),
        outcome: row.text(11),
        isDryRun: row.int(12) != 0,
        source: Source(row, from: 13)
      )
    }
    var positions: [Int: Int] = [:]
    for (position, drill) in drills.enumerated() { positions[drill.id] = position }
    try readComponents(database, at: positions)
    try readActions(database, at: positions)
  }

  private mutating func readComponents(
    _ database: borrowing Database,
    at positions: [Int: Int]
  ) throws(SQLiteError) {
    let components = try database.rows(
      "SELECT drill, system, component FROM drill_component ORDER BY drill, system, component"
    ) { ($0.int(0), ComponentKey(system: $0.text(1), component: $0.text(2))) }
    for (drill, key) in components {
      if let position = positions[drill] { drills[position].components.append(key) }
    }
  }

  private mutating func readActions(
    _ database: borrowing Database,
    at positions: [Int: Int]
  ) throws(SQLiteError) {
    let actions = try database.rows(
      "SELECT drill, text, owner, due, done_at FROM drill_action ORDER BY drill, ordinal"
    ) {
      let action = Action(
        text: $0.text(1),
        owner: $0.optionalText(2),
        due: $0.optionalText(3),
        done: $0.optionalText(4)
      )
      return ($0.int(0), action)
    }
    for (drill, action) in actions {
      if let position = positions[drill] { drills[position].actions.append(action) }
    }
  }
}
