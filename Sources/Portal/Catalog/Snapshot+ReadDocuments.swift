internal import Bindings

extension Snapshot {
  /// Reads the documents and what was understood of each.
  mutating func readDocuments(_ database: borrowing Database) throws(SQLiteError) {
    documents = try database.rows(
      "SELECT path, kind, title, system FROM document ORDER BY path"
    ) {
      Document(path: $0.text(0), kind: $0.text(1), title: $0.text(2), system: $0.optionalText(3))
    }
    facts.reserveCapacity(documents.count)
    let statements = try database.rows(
      "SELECT file, line, kind, subject, value FROM fact ORDER BY file, line, id"
    ) {
      let fact = Fact(line: $0.int(1), kind: $0.text(2), subject: $0.text(3), value: $0.text(4))
      return ($0.text(0), fact)
    }
    for (file, fact) in statements { facts[file, default: DocumentFacts()].facts.append(fact) }
    let fields = try database.rows(
      "SELECT document, field, value, state, line FROM document_field ORDER BY document, line, id"
    ) {
      let field = Field(
        field: $0.text(1),
        value: $0.text(2),
        state: $0.text(3),
        line: $0.int(4)
      )
      return ($0.text(0), field)
    }
    for (file, field) in fields { facts[file, default: DocumentFacts()].fields.append(field) }
    let placeholders = try database.rows(
      "SELECT document, count(*) FROM placeholder GROUP BY document"
    ) { ($0.text(0), $0.int(1)) }
    for (file, count) in placeholders {
      facts[file, default: DocumentFacts()].placeholders = count
    }
    try readRejections(database)
    for (key, statements) in objectives {
      for file in Set(statements.map(\.source.file)) {
        facts[file, default: DocumentFacts()].objectives.append(key)
      }
    }
    for file in facts.keys { facts[file]?.objectives.sort() }
  }

  private mutating func readRejections(_ database: borrowing Database) throws(SQLiteError) {
    let rejections = try database.rows(
      "SELECT document, line, reason FROM rejection ORDER BY document, line, id"
    ) { ($0.text(0), Rejection(line: $0.int(1), reason: $0.text(2))) }
    for (file, rejection) in rejections {
      facts[file, default: DocumentFacts()].rejections.append(rejection)
    }
  }

  /// Reads the dates by which the documents promise a review or a drill.
  mutating func readDeadlines(_ database: borrowing Database) throws(SQLiteError) {
    deadlines = try database.rows(
      """
      SELECT f.field, d.title, d.system, unixepoch(f.date) * 1000, f.file, f.line, f.quote
      FROM document_field AS f
      JOIN document AS d ON d.path = f.document
      WHERE f.field IN ('next_review', 'next_drill') AND unixepoch(f.date) IS NOT NULL
      ORDER BY f.date, f.document, f.id
      """
    ) {
      Deadline(
        kind: $0.text(0) == "next_review" ? "review" : "drill",
        subject: $0.text(1),
        system: $0.optionalText(2),
        due: $0.optionalInt(3),
        source: Source(lineOf: $0, from: 4)
      )
    }
    let newest = newestDrills()
    deadlines += schedules.map { schedule in
      Deadline(
        kind: "drill",
        subject: schedule.subject,
        system: schedule.system,
        due: schedule.system.flatMap { newest[$0] }.map { Phrase.later($0, by: schedule.interval) },
        source: schedule.source
      )
    }
    // A drill that never took place has been due from the start.
    deadlines.sort { left, right in
      (left.due ?? .min, left.subject, left.source.file, left.source.line ?? 0)
        < (right.due ?? .min, right.subject, right.source.file, right.source.line ?? 0)
    }
  }

  /// The time of the newest drill of each system that was more than a dry run.
  private func newestDrills() -> [String: Int] {
    var newest: [String: Int] = [:]
    for drill in drills where !drill.isDryRun {
      guard let time = drill.happened else { continue }
      for system in Set(drill.components.map(\.system) + [drill.system ?? ""]) {
        newest[system] = max(newest[system] ?? time, time)
      }
    }
    return newest
  }
}
