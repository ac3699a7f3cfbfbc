internal import Bindings

extension DrillLog {
  /// Inserts drills with their components, steps, evidence, actions and problems.
  ///
  /// Source files, systems and components are there; a drill is joined to nothing else.
  static func store(
    _ logs: [DrillLog],
    into database: borrowing Database
  ) throws(SQLiteError) {
    try Problem.store(logs.flatMap(\.problems), into: database)
    let known = try KnownComponents(database)
    var problems: [Problem] = []
    var insert = try database.prepare(insertDrill)
    var component = try database.prepare(
      "INSERT INTO drill_component VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    )
    var step = try database.prepare("INSERT INTO drill_step VALUES (?, ?, ?, ?, ?, ?, ?)")
    var evidence = try database.prepare("INSERT INTO drill_evidence VALUES (?, ?, ?, ?)")
    var action = try database.prepare("INSERT INTO drill_action VALUES (?, ?, ?, ?, ?, ?)")
    for (offset, record) in logs.flatMap(\.records).enumerated() {
      let id = offset + 1
      let join = DrillJoin(record, known)
      problems += join.problems
      try insert.run([SQLValue(id)] + record.values(system: join.system))
      for reference in join.components {
        try component.run([
          SQLValue(id), SQLValue(reference.system), SQLValue(reference.component),
        ])
      }
      for values in record.stepValues(id) { try step.run(values) }
      for values in record.evidenceValues(id) { try evidence.run(values) }
      for values in record.actionValues(id) { try action.run(values) }
    }
    try Problem.store(problems, into: database)
  }

  private static let insertDrill = """
    INSERT INTO drill (id, native_id, kind, system, scenario, environment, runbook,
      runbook_sha256, failed_at, detected_at, declared_at, started_at, recovered_at,
      recovery_point_at, happened_at, failure_s, declaration_s, data_loss_s, outcome, dry_run,
      validated, operator, approver, file, line, pointer, quote)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}

/// The system and the components of a drill, and what of them is not known.
private struct DrillJoin {
  private(set) var system: String?
  private(set) var components: [ComponentReference] = []
  private(set) var problems: [Problem] = []

  init(_ record: DrillRecord, _ known: KnownComponents) {
    if let text = record.system {
      system = known.system(text)
      if system == nil { report(record, "the system", text, near: known.nearestSystem(text)) }
    }
    for text in record.components {
      if let reference = known.component(text, of: system) {
        components.append(reference)
        // A component that is written with its system needs no second word.
        system = system ?? reference.system
      } else if record.system == nil || system != nil {
        let near = known.nearestComponent(text, of: system)
        report(record, "the component", text, near: near)
      }
    }
    guard record.components.isEmpty else { return }
    problems.append(
      .inLog(
        record.file,
        record.line,
        "the drill \"\(record.id)\" names no component, so it proves nothing of any",
        fix: "write \"component:\" with an id of drillbook.yaml",
        quote: record.quote
      )
    )
  }

  private mutating func report(
    _ record: DrillRecord,
    _ what: String,
    _ text: String,
    near: String?
  ) {
    problems.append(
      .inLog(
        record.file,
        record.line,
        "\(what) \"\(text)\" of the drill \"\(record.id)\" is not known",
        fix: near.map { "did you mean \"\($0)\"?" } ?? "name it in drillbook.yaml",
        quote: record.quote
      )
    )
  }
}

extension DrillRecord {
  /// What stands in the columns after the id.
  fileprivate func values(system: String?) -> [SQLValue] {
    [
      SQLValue(id), SQLValue(kind), SQLValue(system), SQLValue(scenario), SQLValue(environment),
      SQLValue(runbook), SQLValue(runbookSHA256), SQLValue(failedAt), SQLValue(detectedAt),
      SQLValue(declaredAt), SQLValue(startedAt), SQLValue(recoveredAt), SQLValue(recoveryPointAt),
      SQLValue(happenedAt), SQLValue(failureSeconds), SQLValue(declarationSeconds),
      SQLValue(dataLossSeconds), SQLValue(outcome), SQLValue(isDryRun),
      isValidated.map(SQLValue.init) ?? .null, SQLValue(operatorName), SQLValue(approver),
      SQLValue(file), SQLValue(line), SQLValue(pointer), SQLValue(quote),
    ]
  }

  fileprivate func stepValues(_ id: Int) -> [[SQLValue]] {
    steps.enumerated().map { index, step in
      [
        SQLValue(id), SQLValue(index + 1), SQLValue(step.title), SQLValue(step.startedAt),
        SQLValue(step.finishedAt), SQLValue(step.outcome), SQLValue(step.note),
      ]
    }
  }

  fileprivate func evidenceValues(_ id: Int) -> [[SQLValue]] {
    evidence.enumerated().map { index, file in
      [SQLValue(id), SQLValue(index + 1), SQLValue(file.path), SQLValue(file.sha256)]
    }
  }

  fileprivate func actionValues(_ id: Int) -> [[SQLValue]] {
    actions.enumerated().map { index, action in
      [
        SQLValue(id), SQLValue(index + 1), SQLValue(action.text), SQLValue(action.owner),
        SQLValue(action.due), SQLValue(action.doneAt),
      ]
    }
  }
}
