internal import Bindings

/// What an inventory file holds, and the format that it was read by.
struct InventoryContents {
  let format: String
  let tool: String
  private(set) var rowCount = 0
  private var isBare = false
  /// Why the file is only a part of a listing.
  private(set) var incompleteReason: String?

  /// `take` is handed the rows in their order.
  init(
    _ file: SourceFile,
    _ settings: InventorySettings,
    _ adapters: [Adapter],
    _ take: (AdapterRow) -> Void
  ) throws(InventoryRefusal) {
    let named = adapters.first { $0.format == settings.format }
    if let format = settings.format, named == nil {
      let known = adapters.map(\.format).joined(separator: ", ")
      throw InventoryRefusal(message: "no such format: \"\(format)\"", fix: "take one of \(known)")
    }
    let text = try InventoryText(file.bytes, tool: named?.tool)
    // An empty list looks the same from every tool: only its name can tell.
    if let named, text.isEmpty || named.isEmptied(in: text.shape) {
      (format, tool) = (named.format, named.tool)
      return
    }
    let match = try AdapterMatch(text, adapters, named)
    format = match.records.map(\.adapter.format).joined(separator: ", ")
    tool = match.records[0].adapter.tool
    try read(match, settings.zone, take)
    if isBare, rowCount == 1, incompleteReason == nil {
      incompleteReason = "one bare object may be one of many"
    }
    if let line = text.brokenOff, incompleteReason == nil {
      incompleteReason = "line \(line.line) is an error: \"\(Mask.masked(line.text).prefix(120))\""
    }
  }

  private mutating func read(
    _ match: AdapterMatch,
    _ zone: Zone?,
    _ take: (AdapterRow) -> Void
  ) throws(InventoryRefusal) {
    var count = 0
    var isBare = false
    for var records in match.records {
      let documents = JSONElements(match, records)
      records.isAlone = documents.areAlone
      let read = try InventoryRefusal.understood(by: records.adapter) { () throws(SQLiteError) in
        let database = try AdapterDatabase(zone: zone)
        var mark: String?
        if match.form == .json {
          for document in match.documents where mark == nil {
            mark = try database.markOfIncompleteness(document)
          }
        }
        let isWhole = try database.read(records, of: documents, areMany: documents.areMany) { row in
          count += 1
          isBare = row.pointer == "$" && row.kind == .backup
          take(row)
        }
        return (mark, isWhole)
      }
      guard read.1 else {
        throw InventoryRefusal(
          message: "the adapter \"\(records.adapter.format)\" lacks a column",
          fix: "select \(Adapter.columns.joined(separator: ", "))"
        )
      }
      incompleteReason = incompleteReason ?? read.0
    }
    (rowCount, self.isBare) = (count, isBare)
  }
}

extension Adapter {
  /// Whether a document is an empty list of this format, which others may print alike.
  fileprivate func isEmptied(in shape: JSONShape) -> Bool {
    detection.contains { way in
      guard case .paths(let clauses) = way else { return false }
      return clauses[0].isEmptied(in: shape)
    }
  }
}

extension InventoryRefusal {
  /// Turns an error of SQLite into a refusal of the file that it reads.
  static func understood<Value>(
    by adapter: Adapter? = nil,
    _ read: () throws(SQLiteError) -> Value
  ) throws(InventoryRefusal) -> Value {
    do throws(SQLiteError) {
      return try read()
    } catch {
      if let path = adapter?.path {
        throw InventoryRefusal(
          message: "the adapter \"\(path)\" failed: \(error.message)",
          fix: "mend the adapter"
        )
      }
      throw InventoryRefusal(
        message: "SQLite does not read it: \(error.message)",
        fix: "save the output of the tool as it is"
      )
    }
  }
}
