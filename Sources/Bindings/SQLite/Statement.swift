internal import CSQLite

/// A compiled SQL statement.
@safe package struct Statement: ~Copyable {
  private let handle: OpaquePointer
  init(handle: OpaquePointer) { unsafe self.handle = handle }
  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds a value to a parameter; the first has index 1.
  package mutating func bind(_ value: SQLValue, at index: Int32) {
    switch value {
    case .null: unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): unsafe sqlite3_bind_int64(handle, index, number)
    case .real(let number): unsafe sqlite3_bind_double(handle, index, number)
    case .text(let text): bind(text, at: index)
    }
  }

  /// Binds a value to a parameter by its name, written with its colon.
  package mutating func bind(_ value: SQLValue, to name: String) {
    let index = unsafe name.withCString { unsafe sqlite3_bind_parameter_index(handle, $0) }
    if index > 0 { bind(value, at: index) }
  }

  /// Binds a text, given as UTF-8, to a parameter by its name, written with its colon.
  package mutating func bind(utf8 text: Span<UInt8>, to name: String) {
    let index = unsafe name.withCString { unsafe sqlite3_bind_parameter_index(handle, $0) }
    guard index > 0 else { return }
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        _ = unsafe sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), transient)
      }
    }
  }

  private mutating func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) {
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        _ = unsafe sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), transient)
      }
    }
  }

  /// Goes to the next row; false after the last.
  package mutating func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw SQLiteError(
        code: code,
        message: unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))),
        sql: unsafe String(cString: sqlite3_sql(handle))
      )
    }
  }

  /// Makes the statement ready for the next run.
  package mutating func reset() { unsafe sqlite3_reset(handle) }

  /// Runs the statement once with these values, and makes it ready for the next run.
  package mutating func run(_ values: [SQLValue]) throws(SQLiteError) {
    for (offset, value) in values.enumerated() { bind(value, at: Int32(offset + 1)) }
    while try step() {}
    reset()
  }

  /// The number of columns of a row.
  package borrowing func columns() -> Int32 { unsafe sqlite3_column_count(handle) }

  /// The name of a column.
  package borrowing func name(_ column: Int32) -> String {
    guard let name = unsafe sqlite3_column_name(handle, column) else { return "" }
    return unsafe String(cString: name)
  }

  /// A column as an integer; NULL is 0.
  package borrowing func int(_ column: Int32) -> Int {
    Int(unsafe sqlite3_column_int64(handle, column))
  }

  /// A column as an integer, or nil for NULL.
  package borrowing func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  /// A column as a number with a fraction, or nil for NULL.
  package borrowing func optionalDouble(_ column: Int32) -> Double? {
    isNull(column) ? nil : unsafe sqlite3_column_double(handle, column)
  }

  /// Whether a column is NULL.
  package borrowing func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A column as text; NULL is empty.
  package borrowing func text(_ column: Int32) -> String {
    guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A column as text, or nil for NULL.
  package borrowing func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// A column as it is stored.
  package borrowing func value(_ column: Int32) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(Int64(int(column)))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, column))
    default: .text(text(column))
    }
  }

  /// The bytes of a text or blob column, valid until the next step.
  @_lifetime(borrow self)
  package borrowing func bytes(_ column: Int32) -> Span<UInt8> {
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return Span() }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    let span = unsafe Span<UInt8>(
      _unsafeStart: start.assumingMemoryBound(to: UInt8.self),
      count: count
    )
    return unsafe _overrideLifetime(span, borrowing: self)
  }
}
