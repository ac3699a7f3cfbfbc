/// What was understood of a file of evidence, for `explain --format json`: one object.
enum Explanation {
  /// Of an inventory.
  static func json(_ inventory: Inventory) -> JSON {
    object(
      file: inventory.file.path,
      kind: "inventory",
      format: inventory.format,
      collectedAt: inventory.collectedAt,
      isComplete: inventory.isComplete,
      refusal: inventory.refusal,
      assets: AssetFigures.of(inventory).map(\.json),
      records: inventory.drills,
      problems: inventory.problems
    )
  }

  /// Of a drill log or a review.
  static func json(_ log: DrillLog) -> JSON {
    object(
      file: log.file.path,
      kind: log.isReview ? "review" : "drill log",
      format: log.format,
      isComplete: log.refusal == nil,
      refusal: log.refusal,
      records: log.records,
      problems: log.problems
    )
  }

  private static func object(
    file: String,
    kind: String,
    format: String?,
    collectedAt: Int? = nil,
    isComplete: Bool,
    refusal: String?,
    assets: [JSON] = [],
    records: [DrillRecord] = [],
    problems: [Problem]
  ) -> JSON {
    [
      "schema": "drillbook.explanation/1",
      "file": .string(file),
      "kind": .string(kind),
      "format": JSON(format),
      "collected_at": JSON(collectedAt.map(Instant.text)),
      "complete": .bool(isComplete),
      "refused": JSON(refusal),
      "assets": .array(assets),
      "drills": .array(records.filter { $0.kind != "incident" }.map(json)),
      "incidents": .array(records.filter { $0.kind == "incident" }.map(json)),
      "findings": .array(problems.map(json)),
    ]
  }

  private static func json(_ record: DrillRecord) -> JSON {
    [
      "id": .string(record.id),
      "kind": .string(record.kind),
      "asset": JSON(record.subject),
      "system": JSON(record.system),
      "components": .array(record.components.map(JSON.string)),
      "environment": JSON(record.environment),
      "happened_at": JSON(record.happenedAt.map(Instant.text)),
      "outcome": .string(record.outcome),
      "dry_run": .bool(record.isDryRun),
      "duration_s": JSON(record.failureSeconds ?? record.declarationSeconds),
      "failure_s": JSON(record.failureSeconds),
      "declaration_s": JSON(record.declarationSeconds),
      "data_loss_s": JSON(record.dataLossSeconds),
      "line": JSON(record.line),
      "pointer": JSON(record.pointer),
    ]
  }

  private static func json(_ problem: Problem) -> JSON {
    [
      "check": .string(problem.code),
      "severity": .string(problem.severity),
      "message": .string(problem.message),
      "fix": .string(problem.fix),
      "line": JSON(problem.line),
      "pointer": JSON(problem.pointer),
    ]
  }
}
