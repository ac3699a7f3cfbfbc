internal import Bindings

/// The rows of an inventory file and the format that they were read by.
struct InventoryContents {
  let adapter: Adapter
  private(set) var rows: [AdapterRow] = []
  /// Why the file is only a part of a listing.
  private(set) var incompleteReason: String?

  init(
    _ file: SourceFile,
    _ settings: InventorySettings,
    _ adapters: [Adapter]
  ) throws(InventoryRefusal) {
    let named = adapters.first { $0.format == settings.format }
    if let format = settings.format, named == nil {
      let known = adapters.map(\.format).joined(separator: ", ")
      throw InventoryRefusal(message: "no such format: \"\(format)\"", fix: "take one of \(known)")
    }
    let text = try InventoryText(file.bytes, tool: named?.tool, tables: adapters)
    // An empty list looks the same from every tool: only its name can tell.
    if let named, text.isEmpty {
      adapter = named
      return
    }
    let reading = try InventoryContents.understood { () throws(SQLiteError) in
      try Reading(text, settings, adapters, named)
    }
    adapter = try reading.onlyAdapter(named, isEmpty: text.isEmpty)
    guard let rows = reading.rows else {
      throw InventoryRefusal(
        message: "the adapter \"\(adapter.format)\" lacks a column",
        fix: "select \(Adapter.columns.joined(separator: ", "))"
      )
    }
    self.rows = rows
    let isBare = rows.count == 1 && rows[0].pointer == "$"
    incompleteReason =
      reading.mark ?? (isBare ? "one bare object may be one of many" : nil)
  }

  /// Turns an error of SQLite into a refusal of the file that it reads.
  private static func understood(
    _ read: () throws(SQLiteError) -> Reading
  ) throws(InventoryRefusal) -> Reading {
    do throws(SQLiteError) {
      return try read()
    } catch {
      throw InventoryRefusal(
        message: "SQLite does not read it: \(error.message)",
        fix: "save the output of the tool as it is"
      )
    }
  }

  /// What the database says of a document.
  private struct Reading {
    let matching: [Adapter]
    let keys: [String]
    let mark: String?
    let rows: [AdapterRow]?

    init(
      _ text: InventoryText,
      _ settings: InventorySettings,
      _ adapters: [Adapter],
      _ named: Adapter?
    ) throws(SQLiteError) {
      let database = try AdapterDatabase(text.json, zone: settings.zone)
      matching = try database.matching(named.map { [$0] } ?? adapters)
      keys = try database.topLevelKeys()
      mark = try database.markOfIncompleteness()
      rows = matching.count == 1 ? try database.rows(matching[0]) : []
    }

    func onlyAdapter(_ named: Adapter?, isEmpty: Bool) throws(InventoryRefusal) -> Adapter {
      if matching.count == 1 { return matching[0] }
      let what = keys.isEmpty ? "no names at its top" : "at its top \(quoted(keys))"
      if let named {
        throw InventoryRefusal(
          message: "it is not \"\(named.format)\": it has \(what)",
          fix: "save the output of \"\(named.tool)\", or name another format"
        )
      }
      if isEmpty {
        throw InventoryRefusal(
          message: "it is empty, and every tool prints that alike",
          fix: "name its format in drillbook.yaml, or in the name of the file"
        )
      }
      guard matching.isEmpty else {
        throw InventoryRefusal(
          message: "it may be any of \(quoted(matching.map(\.format)))",
          fix: "name its format in drillbook.yaml"
        )
      }
      throw InventoryRefusal(
        message: "no known format: it has \(what)",
        fix: "name its format in drillbook.yaml, or write an adapter for it"
      )
    }

    private func quoted(_ words: [String]) -> String {
      words.map { "\"\($0)\"" }.joined(separator: ", ")
    }
  }
}
