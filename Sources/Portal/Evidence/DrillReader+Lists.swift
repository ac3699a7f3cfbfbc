internal import Bindings

/// The steps, the evidence and the actions of a record.
extension DrillReader {
  mutating func readLists(_ record: inout DrillRecord) {
    let stepKeys = ["title", "started_at", "finished_at", "outcome", "note"]
    record.steps = list("steps", stepKeys, DrillRecord.Step.init(of:)) { reader, entry in
      DrillRecord.Step(
        title: entry["title"]?.text.map(Mask.masked) ?? "",
        startedAt: reader.instant(entry["started_at"], "started_at"),
        finishedAt: reader.instant(entry["finished_at"], "finished_at"),
        outcome: entry["outcome"]?.text.map(Mask.masked),
        note: entry["note"]?.text.map(Mask.masked)
      )
    }
    let evidenceKeys = ["path", "sha256"]
    record.evidence = list("evidence", evidenceKeys, DrillRecord.Evidence.init(of:)) {
      reader,
      entry in
      let hash = entry["sha256"]
      return DrillRecord.Evidence(
        path: entry["path"]?.text ?? "",
        sha256: reader.digest(hash?.text, "sha256", hash?.line ?? reader.row.line)
      )
    }
    let actionKeys = ["text", "owner", "due", "done_at"]
    record.actions = list("actions", actionKeys, DrillRecord.Action.init(of:)) { reader, entry in
      if let due = entry["due"], let text = due.text, Instant.civil(text) == nil {
        reader.reject(due.line, "\"due\" is no day such as 2026-12-31: \"\(text)\"")
      }
      return DrillRecord.Action(
        text: entry["text"]?.text.map(Mask.masked) ?? "",
        owner: entry["owner"]?.text.map(Mask.masked),
        due: entry["due"]?.text,
        doneAt: entry["done_at"]?.text.map(Mask.masked)
      )
    }
  }

  /// The mappings of a list, with names from `keys` alone.
  private mutating func list<Element>(
    _ name: String,
    _ keys: [String],
    _ single: (String) -> Element,
    _ element: (inout DrillReader, YAMLNode) -> Element
  ) -> [Element] {
    guard let field = field(name) else { return [] }
    // A single text, as in a table, is the first thing that an entry would name.
    switch field.value {
    case .text(let text): return [single(Mask.masked(text))]
    case .node(let node): if let text = node.text { return [single(Mask.masked(text))] }
    }
    guard case .node(let node) = field.value, let entries = node.elements else {
      reject(field.line, "\"\(name)\" is no list")
      return []
    }
    var elements: [Element] = []
    for entry in entries {
      guard let pairs = entry.pairs, entry[keys[0]]?.text != nil else {
        reject(entry.line, "an entry of \"\(name)\" has no \"\(keys[0])\"")
        continue
      }
      for pair in pairs where !keys.contains(pair.key) {
        note(
          pair.line,
          "unknown key \"\(pair.key)\" in \"\(name)\"",
          fix: "take one of \(keys.joined(separator: ", "))"
        )
      }
      elements.append(element(&self, entry))
    }
    return elements
  }
}

// A list that is written as one text holds what an entry names first.

extension DrillRecord.Step {
  fileprivate init(of text: String) { self.init(title: text) }
}

extension DrillRecord.Evidence {
  fileprivate init(of text: String) { self.init(path: text) }
}

extension DrillRecord.Action {
  fileprivate init(of text: String) { self.init(text: text) }
}
