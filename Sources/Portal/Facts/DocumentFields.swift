internal import Bindings

/// Reads document control: front matter, lines at head and foot, tables and lists.
struct DocumentFields {
  private struct Found {
    let field: DocumentField
    /// The index of its statement.
    let index: Int
    let isSure: Bool
  }

  private let outline: MarkedOutline
  private let head: Int
  private let foot: Int

  private var words: Vocabulary { outline.words }

  /// The fields of a document, in the order in which they stand.
  static func read(_ outline: MarkedOutline, frontMatter: YAMLNode? = nil) -> [DocumentField] {
    let reader = DocumentFields(outline)
    var found: [Found] = []
    for index in outline.statements.indices { reader.read(index, &found) }
    return reader.front(frontMatter) + reader.sure(found).map(\.field)
  }

  private init(_ outline: MarkedOutline) {
    self.outline = outline
    let headings = outline.statements.indices.filter {
      outline.statements[$0].kind == .heading && outline.statements[$0].level > 1
    }
    // A second heading right after the title is a subtitle.
    let second = headings.count > 1 ? headings[1] : outline.statements.count
    head = min(second, (headings.first ?? 0) <= 1 ? 12 : headings.first ?? 12)
    foot = outline.statements.count - 12
  }

  /// The fields that are sure, and those of the same section within four statements of one.
  private func sure(_ found: [Found]) -> [Found] {
    var near: Set<Int> = []
    for item in found where item.isSure {
      let section = outline.statements[item.index].section
      for index in max(0, item.index - 4)...min(outline.statements.count - 1, item.index + 4)
      where outline.statements[index].section == section { near.insert(index) }
    }
    return found.filter { near.contains($0.index) }
  }

  private func read(_ index: Int, _ found: inout [Found]) {
    guard outline.marks[index].has(.field) else { return }
    let statement = outline.statements[index]
    switch statement.kind {
    case .line, .item:
      guard !statement.isTask, statement.label != nil else { return }
      for (label, value) in parts(statement) {
        guard let kind = kind(label) else { continue }
        append(kind, value, index, isControl(index) || kind.isTelling, &found)
      }
    case .row:
      guard row(index), let label = statement.cells.first, let kind = kind(label) else { return }
      append(kind, statement.cells[1], index, true, &found)
    case .heading, .code: return
    }
  }

  private func append(
    _ kind: DocumentField.Kind,
    _ value: String,
    _ index: Int,
    _ isSure: Bool,
    _ found: inout [Found]
  ) {
    let field = DocumentField(
      kind: kind,
      value: value,
      line: outline.statements[index].line,
      words
    )
    found.append(Found(field: field, index: index, isSure: isSure))
  }

  /// At the head, at the foot, or under "Document control".
  private func isControl(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    if index < head || index >= foot && statement.level <= 1 { return true }
    return statement.section >= 0 && outline.marks[statement.section].has(.control)
  }

  /// A row of "Field | Value", or of the people under "Approval".
  private func row(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    guard statement.cells.count > 1 else { return false }
    let header = outline.outline.tables[statement.block].header
    if isControl(index) { return true }
    guard header.count == 2 else { return false }
    return statement.section >= 0 && outline.marks[statement.section].has(.control)
  }

  /// "Status: v1.0 · Owner: Ops" is two fields.
  private func parts(_ statement: Outline.Statement) -> [(String, String)] {
    let text = Array(statement.text.utf8)
    var cuts: [Range<Int>] = []
    for sign in [" · ", " • ", " | "] {
      let sign = Array(sign.utf8)
      var offset = 0
      while offset + sign.count < text.count {
        if text[offset...].starts(with: sign) { cuts.append(offset..<(offset + sign.count)) }
        offset += 1
      }
    }
    guard !cuts.isEmpty else {
      return statement.label.map { [($0, statement.value)] } ?? []
    }
    cuts.sort { $0.lowerBound < $1.lowerBound }
    let starts = [0] + cuts.map(\.upperBound)
    let ends = cuts.map(\.lowerBound) + [text.count]
    return zip(starts, ends).compactMap { start, end in
      let part = text[start..<max(start, end)]
      guard let colon = part.firstIndex(of: Byte.colon) else { return nil }
      return (
        String(part[..<colon].trimmed(of: Byte.isJoint)),
        String(part[(colon + 1)...].trimmed(of: Byte.isSpace))
      )
    }
  }

  /// The field that a label names in full; signs such as an emoji before it don't count.
  private func kind(_ label: String) -> DocumentField.Kind? {
    guard label.utf8.count < 60 else { return nil }
    if let kind = words.facts.fields[label.lowercased()] { return kind }
    let bare = label.lowercased().drop { !$0.isLetter }
    return words.facts.fields[String(bare)]
  }

  private func front(_ node: YAMLNode?) -> [DocumentField] {
    (node?.pairs ?? []).compactMap { pair in
      let key = pair.key.lowercased().map { "_-".contains($0) ? " " : $0 }
      guard let kind = words.facts.fields[String(key)], let value = pair.value.text else {
        return nil
      }
      return DocumentField(kind: kind, value: value, line: pair.line, words)
    }
  }
}
