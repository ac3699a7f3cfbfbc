/// An error reported by SQLite.
package struct SQLiteError: Error, Equatable, CustomStringConvertible {
  /// The extended result code, https://www.sqlite.org/rescode.html.
  package let code: Int32
  package let message: String
  package let sql: String

  package var description: String {
    "SQLite error \(code): \(message), while running: \(sql.prefix(300))"
  }

  /// Whether the medium has no room left (SQLITE_FULL).
  package var isFull: Bool { code & 0xff == 13 }
}
