internal import Bindings

extension Snapshot {
  /// Reads the objectives and their verdicts.
  mutating func readObjectives(_ database: borrowing Database) throws(SQLiteError) {
    let verdicts = try readVerdicts(database)
    let rows = try database.rows(
      """
      SELECT o.id, o.system, o.component, o.kind, o.label, o.dimension, o.target_s, o.state,
        o.strict, o.mechanism, o.priority, o.stated_in, o.in_force, o.file, o.line, o.quote
      FROM objective AS o
      ORDER BY o.system, o.component, CASE o.kind WHEN 'rto' THEN 0 WHEN 'rpo' THEN 1 ELSE 2 END,
        o.kind, o.in_force DESC, o.id
      """
    ) { row in
      (
        row.int(0),
        Objective(
          key: ObjectiveKey(system: row.text(1), component: row.text(2), kind: row.text(3)),
          label: row.text(4),
          dimension: row.text(5),
          target: row.optionalInt(6),
          state: row.text(7),
          isStrict: row.int(8) != 0,
          mechanism: row.optionalText(9),
          priority: row.optionalText(10),
          statedIn: row.text(11),
          isInForce: row.int(12) != 0,
          source: Source(file: row.text(13), line: row.int(14), quote: row.text(15))
        )
      )
    }
    for (id, objective) in rows {
      var objective = objective
      objective.verdict = verdicts[id]
      let key = objective.key
      if objectives[key] == nil { objectivesOfSystem[key.system, default: []].append(key) }
      objectives[key, default: []].append(objective)
    }
  }

  private func readVerdicts(
    _ database: borrowing Database
  ) throws(SQLiteError) -> [Int: Verdict] {
    let rows = try database.rows(
      "SELECT objective, status, measured_s, why FROM verdict ORDER BY objective"
    ) { row in
      let status = Status(word: row.text(1)) ?? .unknown
      let verdict = Verdict(
        status: status,
        measured: row.optionalInt(2),
        why: row.text(3),
        evidence: []
      )
      return (row.int(0), verdict)
    }
    var verdicts = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    let evidence = try database.rows(
      """
      SELECT v.objective, e.value ->> '$.file', e.value ->> '$.line', e.value ->> '$.pointer',
        e.value ->> '$.quote'
      FROM verdict AS v, json_each(v.evidence) AS e
      ORDER BY v.objective, e.id
      """
    ) { ($0.int(0), Source($0, from: 1)) }
    for (id, source) in evidence { verdicts[id]?.evidence.append(source) }
    return verdicts
  }

  /// Finds for each `met` when the evidence behind it grows too old.
  mutating func setExpiries() {
    var collected: [ComponentKey: Int] = [:]
    for asset in assets {
      guard let key = asset.component, let time = asset.collectedAt else { continue }
      collected[key] = max(collected[key] ?? time, time)
    }
    var passed: [ComponentKey: Int] = [:]
    for drill in drills where drill.outcome == "pass" && !drill.isDryRun {
      guard let time = drill.happened else { continue }
      for key in drill.components { passed[key] = max(passed[key] ?? time, time) }
    }
    for (key, statements) in objectives {
      for position in statements.indices where statements[position].verdict?.status == .met {
        let target = statements[position].target ?? 0
        let lifetime = build.inventoryLifetime ?? max(target, 86_400)
        let expiry =
          key.kind == "rpo"
          ? collected[key.componentKey].map { Phrase.later($0, by: lifetime) }
          : passed[key.componentKey].map { Phrase.later($0, by: build.drillLifetime) }
        objectives[key]?[position].verdict?.expires = expiry
        if let expiry { firstExpiry = min(firstExpiry ?? expiry, expiry) }
      }
    }
  }
}

extension Snapshot.Source {
  /// Reads file, line, pointer and quote from four columns in a row.
  init(_ row: borrowing Statement, from column: Int32) {
    self.init(
      file: row.text(column),
      line: row.optionalInt(column + 1),
      pointer: row.optionalText(column + 2),
      quote: row.text(column + 3)
    )
  }

  /// Reads file, line and quote from three columns in a row.
  init(lineOf row: borrowing Statement, from column: Int32) {
    self.init(file: row.text(column), line: row.int(column + 1), quote: row.text(column + 2))
  }
}
