internal import Bindings

/// A JSON file that this program wrote, read with the functions of SQLite.
struct JSONRows: ~Copyable {
  private let database: Database

  /// Refuses what is no JSON, or has another schema; `command` is what writes such a file.
  init(_ bytes: [UInt8], named name: String, schema: String, writing command: String) throws {
    let loaded = try Self.load(bytes)
    let found = try loaded.rows(
      "SELECT CASE WHEN json_valid(text) THEN text ->> '$.schema' END FROM file"
    ) { $0.text(0) }
    guard found.first == schema else {
      throw MachineError(
        "\"\(name)\" is no file of the schema \(schema)",
        hint: "\"drillbook \(command)\" writes one"
      )
    }
    database = loaded
  }

  private static func load(_ bytes: [UInt8]) throws(SQLiteError) -> Database {
    let database = try Database(path: ":memory:")
    try database.execute(script: "CREATE TABLE file (text TEXT)")
    var insert = try database.prepare("INSERT INTO file VALUES (:text)")
    insert.bind(utf8: bytes.span, to: ":text")
    _ = try insert.step()
    return database
  }

  /// Runs a query over the table `file`, whose one row has the whole JSON as `text`.
  func rows<Row>(_ sql: SQL, _ decode: (borrowing Statement) -> Row) throws(SQLiteError) -> [Row] {
    try database.rows(sql, decode)
  }
}
