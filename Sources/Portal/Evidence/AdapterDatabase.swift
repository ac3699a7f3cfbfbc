internal import Bindings

/// A private database in memory on which adapters read one document.
struct AdapterDatabase: ~Copyable {
  private let database: Database
  private let zone: Zone?

  /// `zone` is for the times of the document that name none.
  init(zone: Zone?) throws(SQLiteError) {
    let database = try Database(path: ":memory:")
    try database.define("instant") { values in
      guard let value = values.first else { return .null }
      let named = values.count == 2 ? AdapterDatabase.zone(values[1]) : zone
      return SQLValue(AdapterRow.Time(value, named).at)
    }
    try database.define("dated") { values in
      guard values.count >= 2, case .text(let name) = values[0], case .text(let part) = values[1],
        let dated = DatedName(name)
      else { return .null }
      switch part {
      case "series": return .text(dated.series)
      case "unfinished": return .integer(dated.isUnfinished ? 1 : 0)
      default: return dated.start(before: values.count > 2 ? values[2] : .null, zone)
      }
    }
    self.database = database
    self.zone = zone
  }

  /// Whether one of the first lines of a text matches a pattern.
  borrowing func matches(_ pattern: String, _ lines: String) throws(SQLiteError) -> Bool {
    var statement = try database.prepare(
      "SELECT 1 FROM json_each(:document) WHERE value ->> 'text' GLOB :pattern LIMIT 1"
    )
    statement.bind(.text(lines), to: ":document")
    statement.bind(.text(pattern), to: ":pattern")
    return try statement.step()
  }

  /// The kinds in a list of Kubernetes, such as "batch/Job".
  borrowing func kubernetesKinds(
    _ document: ArraySlice<UInt8>
  ) throws(SQLiteError) -> Set<String> {
    var statement = try database.prepare(
      """
      SELECT DISTINCT coalesce(value ->> 'apiVersion', :document ->> 'apiVersion') AS version,
        coalesce(value ->> 'kind', replace(:document ->> 'kind', 'List', ''))
      FROM (
        SELECT value FROM json_each(:document, '$.items') WHERE type = 'object'
        UNION ALL
        SELECT value FROM json_each(:document)
        WHERE json_type(:document) = 'array' AND type = 'object'
        UNION ALL
        SELECT :document WHERE json_type(:document, '$.metadata.name') IS NOT NULL
      )
      WHERE version IS NOT NULL
      """
    )
    statement.bind(utf8: document.span, to: ":document")
    var kinds: Set<String> = []
    while try statement.step() {
      kinds.insert(statement.text(0).prefix { $0 != "/" } + "/" + statement.text(1))
    }
    return kinds
  }

  /// Why the document is only a part of a listing, if it says so itself.
  borrowing func markOfIncompleteness(
    _ document: ArraySlice<UInt8>
  ) throws(SQLiteError) -> String? {
    // Only an object can say so; what is none need not be parsed for it.
    guard document.first(where: { !Byte.isSpace($0) }) == UInt8(ascii: "{") else { return nil }
    var statement = try database.prepare(
      """
      SELECT CASE
        WHEN :document ->> 'NextToken' <> '' THEN '"NextToken" stands in it'
        WHEN :document ->> 'nextToken' <> '' THEN '"nextToken" stands in it'
        WHEN :document ->> 'nextPageToken' <> '' THEN '"nextPageToken" stands in it'
        WHEN :document ->> 'nextLink' <> '' THEN '"nextLink" stands in it'
        WHEN :document ->> 'NextContinuationToken' <> ''
          THEN '"NextContinuationToken" stands in it'
        WHEN :document ->> 'Marker' <> '' THEN '"Marker" stands in it'
        WHEN :document ->> 'NextMarker' <> '' THEN '"NextMarker" stands in it'
        WHEN :document ->> 'NextKeyMarker' <> '' THEN '"NextKeyMarker" stands in it'
        WHEN :document ->> 'IsTruncated' = 1 THEN '"IsTruncated" is true'
        WHEN :document ->> 'more' = 1 THEN '"more" is true'
        WHEN :document ->> '$.metadata.continue' <> '' THEN '"continue" stands in it'
        WHEN :document ->> '$.metadata.remainingItemCount' > 0
          THEN '"remainingItemCount" is not 0'
        WHEN :document ->> '$.pagination.total' > :document ->> '$.pagination.count'
          THEN 'its "pagination" counts more than it holds'
      END
      """
    )
    statement.bind(utf8: document.span, to: ":document")
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// Hands out the rows that an adapter makes of documents; false when it lacks a column.
  ///
  /// `areMany` says whether each is one of several in the file.
  borrowing func read(
    _ records: AdapterRecords,
    of documents: some Sequence<ArraySlice<UInt8>>,
    areMany: Bool = false,
    _ take: (AdapterRow) -> Void
  ) throws(SQLiteError) -> Bool {
    guard records.adapter.path != nil else {
      return try rows(records, of: documents, areMany, take)
    }
    // A record is read in a few hundred steps; what goes round in circles needs millions.
    let size = documents.reduce(0) { $0 + $1.count }
    let fence = Fence(steps: 50_000_000 + 20 * size)
    return try database.fenced(by: fence) { () throws(SQLiteError) in
      try rows(records, of: documents, areMany, take)
    }
  }

  private borrowing func rows(
    _ records: AdapterRecords,
    of documents: some Sequence<ArraySlice<UInt8>>,
    _ areMany: Bool,
    _ take: (AdapterRow) -> Void
  ) throws(SQLiteError) -> Bool {
    var statement = try database.prepare(records.sql)
    let columns = AdapterRow.Columns((0..<statement.columns()).map { statement.name($0) })
    guard columns.isComplete else { return false }
    for (index, document) in documents.enumerated() {
      statement.bind(utf8: document.span, to: ":document")
      while try statement.step() {
        take(AdapterRow(statement, columns, zone, at: areMany ? index : nil))
      }
      statement.reset()
    }
    return true
  }

  private static func zone(_ value: SQLValue) -> Zone? {
    guard case .text(let name) = value else { return nil }
    return Zone(name)
  }
}
