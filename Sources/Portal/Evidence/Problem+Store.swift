internal import Bindings

extension Problem {
  /// Inserts problems in their order.
  static func store(
    _ problems: [Problem],
    into database: borrowing Database
  ) throws(SQLiteError) {
    var insert = try database.prepare(
      """
      INSERT INTO problem (code, severity, message, fix, file, line, pointer, quote)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    for problem in problems {
      try insert.run([
        SQLValue(problem.code), SQLValue(problem.severity), SQLValue(problem.message),
        SQLValue(problem.fix), SQLValue(problem.file), SQLValue(problem.line),
        SQLValue(problem.pointer), SQLValue(problem.quote),
      ])
    }
  }
}

extension Waiver {
  /// Inserts waivers; their source file is there.
  static func store(
    _ waivers: [Waiver],
    into database: borrowing Database
  ) throws(SQLiteError) {
    for waiver in waivers {
      try database.run(
        """
        INSERT INTO waiver (finding, reason, owner, approver, expires, file, line)
        VALUES (\(waiver.finding), \(waiver.reason), \(waiver.owner), \(waiver.approver),
          \(waiver.expires), \(waiver.file), \(waiver.line))
        """
      )
    }
  }
}
