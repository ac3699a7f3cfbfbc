internal import CSQLite

extension Database {
  /// Makes a Swift function callable from SQL: deterministic, 1 to 4 arguments.
  package borrowing func define(
    _ name: String,
    _ body: @escaping @Sendable ([SQLValue]) -> SQLValue
  ) throws(SQLiteError) {
    let box = unsafe Unmanaged.passRetained(FunctionBox(body)).toOpaque()
    let code = unsafe sqlite3_create_function_v2(
      handle,
      name,
      -1,
      SQLITE_UTF8 | SQLITE_DETERMINISTIC,
      box,
      { context, count, arguments in
        guard let data = unsafe sqlite3_user_data(context) else { return }
        let box = unsafe Unmanaged<FunctionBox>.fromOpaque(data).takeUnretainedValue()
        let values = (0..<Int(count)).map { unsafe SQLValue(arguments?[$0]) }
        unsafe box.body(values).return(to: context)
      },
      nil,
      nil,
      { unsafe $0.map { unsafe Unmanaged<FunctionBox>.fromOpaque($0).release() } }
    )
    guard code == SQLITE_OK else {
      throw SQLiteError(
        code: code,
        message: unsafe String(cString: sqlite3_errstr(code)),
        sql: "define \(name)"
      )
    }
  }
}

/// The closure behind an SQL function, which SQLite frees with the connection.
private final class FunctionBox: Sendable {
  let body: @Sendable ([SQLValue]) -> SQLValue
  init(_ body: @escaping @Sendable ([SQLValue]) -> SQLValue) { self.body = body }
}

extension SQLValue {
  fileprivate init(_ value: OpaquePointer?) {
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_INTEGER: self = .integer(unsafe sqlite3_value_int64(value))
    case SQLITE_FLOAT: self = .real(unsafe sqlite3_value_double(value))
    case SQLITE_NULL: self = .null
    default:
      guard let start = unsafe sqlite3_value_text(value) else {
        self = .null
        return
      }
      let count = Int(unsafe sqlite3_value_bytes(value))
      let text = unsafe UnsafeBufferPointer(start: start, count: count)
      self = .text(unsafe String(decoding: text, as: UTF8.self))
    }
  }

  fileprivate func `return`(to context: OpaquePointer?) {
    switch self {
    case .null: unsafe sqlite3_result_null(context)
    case .integer(let number): unsafe sqlite3_result_int64(context, number)
    case .real(let number): unsafe sqlite3_result_double(context, number)
    case .text(var text):
      text.withUTF8 { utf8 in
        unsafe utf8.withMemoryRebound(to: CChar.self) {
          let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
          unsafe sqlite3_result_text(context, $0.baseAddress, Int32($0.count), transient)
        }
      }
    }
  }
}
