internal import CSQLite

/// A connection to a SQLite database.
@safe package struct Database: ~Copyable {
  let handle: OpaquePointer

  /// Opens a database, and makes it when it is not there; ":memory:" lives in memory, and "" in a
  /// file of its own that is written when the cache is full and goes away with the connection.
  package init(path: String) throws(SQLiteError) {
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path,
      &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE
        // A value that cannot be copied is on one thread at a time.
        | SQLITE_OPEN_NOMUTEX,
      nil
    )
    guard code == SQLITE_OK, let handle = unsafe opened else {
      unsafe sqlite3_close_v2(opened)
      throw SQLiteError(
        code: code,
        message: unsafe String(cString: sqlite3_errstr(code)),
        sql: "open \(path)"
      )
    }
    unsafe self.handle = handle
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Compiles one statement; a second one after it is an error.
  package borrowing func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var sql = sql
    var prepared: OpaquePointer?
    var following: OpaquePointer?
    let code = sql.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { return SQLITE_ERROR }
        var tail: UnsafePointer<CChar>?
        let count = Int32(text.count)
        let code = unsafe sqlite3_prepare_v3(handle, start, count, 0, &prepared, &tail)
        guard code == SQLITE_OK, let tail = unsafe tail else { return code }
        // Spaces and comments make no statement.
        let rest = unsafe count - Int32(tail - start)
        guard rest > 0 else { return code }
        return unsafe sqlite3_prepare_v3(handle, tail, rest, 0, &following, nil)
      }
    }
    let isSingle = unsafe following == nil
    unsafe sqlite3_finalize(following)
    guard code == SQLITE_OK, isSingle, let statement = unsafe prepared else {
      let failure =
        code == SQLITE_OK
        ? SQLiteError(
          code: SQLITE_ERROR,
          message: isSingle ? "there is no statement" : "there is more than one statement",
          sql: sql
        ) : error(code, in: sql)
      unsafe sqlite3_finalize(prepared)
      throw failure
    }
    return unsafe Statement(handle: statement)
  }

  /// Runs every statement of a script.
  package borrowing func execute(script: String) throws(SQLiteError) {
    let code = unsafe script.withCString { unsafe sqlite3_exec(handle, $0, nil, nil, nil) }
    guard code == SQLITE_OK else { throw error(code, in: script) }
  }

  private borrowing func error(_ code: Int32, in sql: String) -> SQLiteError {
    SQLiteError(code: code, message: unsafe String(cString: sqlite3_errmsg(handle)), sql: sql)
  }
}
