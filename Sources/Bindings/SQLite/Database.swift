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

  /// Compiles one statement.
  package borrowing func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var sql = sql
    var prepared: OpaquePointer?
    let code = sql.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) {
        unsafe sqlite3_prepare_v3(handle, $0.baseAddress, Int32($0.count), 0, &prepared, nil)
      }
    }
    guard code == SQLITE_OK, let statement = unsafe prepared else {
      throw error(code, in: sql)
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
