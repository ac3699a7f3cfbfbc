internal import Bindings

/// The one adapter that knows a document; of a list of Kubernetes, one for each kind in it.
struct AdapterMatch {
  let form: InventoryText.Form
  private(set) var records: [AdapterRecords]
  /// The document, or several after each other that are each a listing of their own.
  private(set) var documents: [ArraySlice<UInt8>]
  /// Where the elements of the only document begin, if it is a list.
  let elements: [Int]

  init(
    _ text: InventoryText,
    _ adapters: [Adapter],
    _ named: Adapter?
  ) throws(InventoryRefusal) {
    form = text.form
    documents = [text.whole]
    elements = text.elements
    let candidates = named.map { [$0] } ?? adapters
    if text.form == .lines, text.isError { throw text.refusal(adapters) }
    records = try AdapterMatch.records(text, text.shape, candidates)
    if records.isEmpty, !text.parts.isEmpty {
      try readParts(text, candidates)
    }
    if records.isEmpty || records.count > 1 && !records.allSatisfy(\.isKubernetes) {
      throw refusal(text, adapters, named)
    }
    if let reason = records[0].adapter.refusal {
      let tool = records[0].adapter.tool
      throw InventoryRefusal(message: reason, fix: "save the output of \"\(tool)\"")
    }
  }

  /// Pages, or single objects, that were written into one file.
  private mutating func readParts(
    _ text: InventoryText,
    _ adapters: [Adapter]
  ) throws(InventoryRefusal) {
    var found: [AdapterRecords] = []
    for part in text.parts {
      let reading = try? JSONScanner.reading(Array(part))
      guard let shape = reading?.shape else { return }
      let own = try AdapterMatch.records(text, shape, adapters)
      guard own.count == 1, found.isEmpty || found[0].adapter.format == own[0].adapter.format else {
        return
      }
      found = own
    }
    records = found
    documents = text.parts
  }

  private static func records(
    _ text: InventoryText,
    _ shape: JSONShape,
    _ adapters: [Adapter]
  ) throws(InventoryRefusal) -> [AdapterRecords] {
    let isKubernetes = ["$.items[*].apiVersion", "$.apiVersion", "$[*].apiVersion"]
      .contains { shape.holds($0) }
    return try InventoryRefusal.understood { () throws(SQLiteError) in
      let database = try AdapterDatabase(zone: nil)
      let kinds = isKubernetes ? try database.kubernetesKinds(text.whole) : []
      var records: [AdapterRecords] = []
      for adapter in adapters {
        for detection in adapter.detection {
          var holds = false
          switch detection {
          case .paths(let clauses):
            holds = text.form != .lines && clauses.allSatisfy { $0.holds(of: shape) }
          case .line(let pattern):
            if text.form == .lines { holds = try database.matches(pattern, text.head) }
          case .kubernetes(let kind): holds = kinds.contains(kind)
          }
          guard holds else { continue }
          records.append(AdapterRecords(adapter: adapter, detection: detection))
          break
        }
      }
      return records
    }
  }

  private func refusal(
    _ text: InventoryText,
    _ adapters: [Adapter],
    _ named: Adapter?
  ) -> InventoryRefusal {
    guard records.isEmpty else {
      return InventoryRefusal(
        message: "it may be any of \(AdapterMatch.quoted(records.map(\.adapter.format)))",
        fix: "name its format in drillbook.yaml"
      )
    }
    if text.form == .lines { return text.refusal(named.map { [$0] } ?? adapters) }
    let keys = text.shape.topLevelNames
    let what = keys.isEmpty ? "no names at its top" : "at its top \(AdapterMatch.quoted(keys))"
    if let named {
      return InventoryRefusal(
        message: "it is not \"\(named.format)\": it has \(what)",
        fix: "save the output of \"\(named.tool)\", or name another format"
      )
    }
    if text.isEmpty {
      return InventoryRefusal(
        message: "it is empty, and every tool prints that alike",
        fix: "name its format in drillbook.yaml, or in the name of the file"
      )
    }
    return InventoryRefusal(
      message: "no known format: it has \(what)",
      fix: "name its format in drillbook.yaml, or write an adapter for it"
    )
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

extension AdapterRecords {
  fileprivate var isKubernetes: Bool {
    if case .kubernetes = detection { true } else { false }
  }
}
