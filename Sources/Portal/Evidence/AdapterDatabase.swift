internal import Bindings

/// A private database in memory on which adapters read one document.
struct AdapterDatabase: ~Copyable {
  private let database: Database
  private let document: String

  /// `zone` is for the times of the document that name none.
  init(_ document: String, zone: Zone?) throws(SQLiteError) {
    let database = try Database(path: ":memory:")
    try database.define("instant") { values in
      let zone = values.count == 2 ? AdapterDatabase.zone(values[1]) : zone
      return SQLValue(values.first.flatMap { AdapterDatabase.instant($0, zone) })
    }
    self.database = database
    self.document = document
  }

  /// The adapters whose format the document has.
  borrowing func matching(_ adapters: [Adapter]) throws(SQLiteError) -> [Adapter] {
    guard !adapters.isEmpty else { return [] }
    let conditions = adapters.map { adapter in
      adapter.detection
        .map { "(" + $0.map(\.condition).joined(separator: " AND ") + ")" }
        .joined(separator: " OR ")
    }
    var statement = try database.prepare("SELECT " + conditions.joined(separator: ", "))
    statement.bind(.text(document), to: ":document")
    guard try statement.step() else { return [] }
    return adapters.indices.filter { statement.int(Int32($0)) == 1 }.map { adapters[$0] }
  }

  /// The first names at the top of the document, or of the first element of a list.
  borrowing func topLevelKeys() throws(SQLiteError) -> [String] {
    var statement = try database.prepare(
      """
      SELECT key
      FROM json_each(:document, iif(json_type(:document, '$[0]') = 'object', '$[0]', '$'))
      WHERE typeof(key) = 'text'
      LIMIT 8
      """
    )
    statement.bind(.text(document), to: ":document")
    var keys: [String] = []
    while try statement.step() { keys.append(statement.text(0)) }
    return keys
  }

  /// Why the document is only a part of a listing, if it says so itself.
  borrowing func markOfIncompleteness() throws(SQLiteError) -> String? {
    var statement = try database.prepare(
      """
      SELECT CASE
        WHEN json_type(:document) IS NOT 'object' THEN NULL
        WHEN json_extract(:document, '$.NextToken') <> '' THEN '"NextToken" stands in it'
        WHEN json_extract(:document, '$.nextToken') <> '' THEN '"nextToken" stands in it'
        WHEN json_extract(:document, '$.Marker') <> '' THEN '"Marker" stands in it'
        WHEN json_extract(:document, '$.NextMarker') <> '' THEN '"NextMarker" stands in it'
        WHEN json_extract(:document, '$.IsTruncated') = 1 THEN '"IsTruncated" is true'
        WHEN json_extract(:document, '$.more') = 1 THEN '"more" is true'
        WHEN json_extract(:document, '$.metadata.continue') <> '' THEN '"continue" stands in it'
        WHEN json_extract(:document, '$.pagination.total')
          > json_extract(:document, '$.pagination.count')
          THEN 'its "pagination" counts more than it holds'
      END
      """
    )
    statement.bind(.text(document), to: ":document")
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// The rows that an adapter makes of the document; nil when it does not give every column.
  borrowing func rows(_ adapter: Adapter) throws(SQLiteError) -> [AdapterRow]? {
    var statement = try database.prepare(adapter.sql)
    statement.bind(.text(document), to: ":document")
    let names = (0..<statement.columns()).map { statement.name($0) }
    let columns = Adapter.columns.map { name in names.firstIndex(of: name).map(Int32.init) ?? -1 }
    guard !columns.dropLast().contains(-1) else { return nil }
    var rows: [AdapterRow] = []
    while try statement.step() { rows.append(AdapterRow(statement, columns)) }
    return rows
  }

  private static func zone(_ value: SQLValue) -> Zone? {
    guard case .text(let name) = value else { return nil }
    return Zone(name)
  }

  private static func instant(_ value: SQLValue, _ zone: Zone?) -> Int? {
    switch value {
    case .null: nil
    case .integer(let number): Instant.epoch(Int(number))
    case .real(let number): Instant.epoch(number)
    case .text(let text): Instant.milliseconds(text, zone: zone)
    }
  }
}
