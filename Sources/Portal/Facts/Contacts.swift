/// Reads the contacts of a plan: from tables, lists, blocks of text and headings per role.
struct Contacts {
  private let outline: MarkedOutline
  /// What each column of each table holds.
  private let kinds: [[ContactColumn?]]

  private var words: Vocabulary { outline.words }

  /// The contacts of a document; a table of roles and their duties is none.
  static func read(_ outline: MarkedOutline) -> [Contact] {
    let kinds = outline.outline.tables.map { table in
      table.header.map { head in
        let column = ContactColumn(head: head, outline.words)
        return column == .aside ? nil : column
      }
    }
    let reader = Contacts(outline: outline, kinds: kinds)
    let rows = outline.statements.indices.compactMap { index in
      outline.statements[index].kind == .row ? reader.row(index) : nil
    }
    let others = ContactLines.read(outline)
    guard !rows.isEmpty, !others.isEmpty else { return rows + others }
    return (rows + others).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  private func row(_ index: Int) -> Contact? {
    let row = outline.statements[index]
    let header = outline.outline.tables[row.block].header
    let kinds = kinds[row.block]
    guard !kinds.contains(.closed), isContacts(kinds, header, index), let role = role(kinds),
      row.cells.indices.contains(role), !row.cells[role].isEmpty
    else { return nil }
    var values: [ContactColumn: String] = [:]
    for (column, kind) in kinds.enumerated() where column != role {
      guard let kind, kind != .role, row.cells.indices.contains(column),
        !row.cells[column].isEmpty, values[kind] == nil
      else { continue }
      values[kind] = row.cells[column]
    }
    return Contact(row.cells[role], values, line: row.line, words)
  }

  private func isContacts(_ kinds: [ContactColumn?], _ header: [String], _ index: Int) -> Bool {
    if kinds.contains(.phone) || kinds.contains(.email) { return true }
    let names = kinds.indices.dropFirst().filter { kinds[$0] == .name || kinds[$0] == .person }
    guard !names.isEmpty else { return false }
    return outline.isUnder(.contact, index)
      || names.contains { words.facts.marks(in: header[$0]).has(.contact) }
  }

  /// The last column for a role before the first one for a name; a list of names has none.
  private func role(_ kinds: [ContactColumn?]) -> Int? {
    let reach = kinds.firstIndex { $0 != nil && $0 != .role } ?? kinds.count
    return kinds[..<reach].lastIndex(of: .role) ?? kinds.firstIndex(of: .role) ?? 0
  }
}
