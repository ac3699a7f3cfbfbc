/// Somebody whom a plan names to be called.
struct Contact: Equatable, Sendable {
  /// How much of what is needed to reach them is there.
  enum State: String, Sendable {
    case stated
    /// A name or duty hours without a number or an address.
    case partial
    case placeholder
    case masked
  }

  let role: String
  let name: String?
  let phone: String?
  let email: String?
  let availability: String?
  let state: State
  let line: Int
}

/// Reads the contacts of a plan: from tables, lists, blocks of text and headings per role.
struct Contacts {
  private let outline: MarkedOutline
  /// What each column of each table holds.
  private let kinds: [[String?]]
  /// The last statement before each that is no item; -1 for none.
  private let before: [Int]

  private var words: Vocabulary { outline.words }

  /// The contacts of a document; a table of roles and their duties is none.
  static func read(_ outline: MarkedOutline) -> [Contact] {
    let kinds = outline.outline.tables.map { $0.header.map { kind($0, outline.words) } }
    let reader = Contacts(outline: outline, kinds: kinds, before: Self.before(in: outline))
    return outline.statements.indices.compactMap { index in
      switch outline.statements[index].kind {
      case .row: reader.row(index)
      case .item: reader.item(index)
      case .code: reader.code(index)
      case .heading, .line: nil
      }
    }
  }

  private static func before(in outline: MarkedOutline) -> [Int] {
    var last = -1
    return outline.statements.enumerated().map { index, statement in
      defer { if statement.kind != .item { last = index } }
      return last
    }
  }

  // MARK: Tables

  private func row(_ index: Int) -> Contact? {
    let row = outline.statements[index]
    let header = outline.outline.tables[row.block].header
    let kinds = kinds[row.block]
    guard !kinds.contains("closed"), isContacts(kinds, header, index),
      let role = role(kinds), row.cells.indices.contains(role), !row.cells[role].isEmpty
    else { return nil }
    var values: [String: String] = [:]
    for (column, kind) in kinds.enumerated() where column != role {
      guard let kind, kind != "role", row.cells.indices.contains(column),
        !row.cells[column].isEmpty, values[kind] == nil
      else { continue }
      values[kind] = row.cells[column]
    }
    return contact(row.cells[role], values, row.line)
  }

  private static func kind(_ header: String, _ words: Vocabulary) -> String? {
    let text = FoldedText(folding: header)
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return nil }
    return words.facts.columns.longest(in: text, at: start)?.value
  }

  private func isContacts(_ kinds: [String?], _ header: [String], _ index: Int) -> Bool {
    if kinds.contains("phone") || kinds.contains("email") { return true }
    guard let name = kinds.lastIndex(of: "name"), name > 0 else { return false }
    return words.facts.marks(in: header[name]).has(.contact) || outline.isUnder(.contact, index)
  }

  /// The last column for a role before the first one for a name.
  private func role(_ kinds: [String?]) -> Int? {
    let reach = kinds.firstIndex { $0 != nil && $0 != "role" } ?? kinds.count
    return kinds[..<reach].lastIndex(of: "role") ?? kinds.firstIndex(of: "role")
      ?? (reach > 0 ? 0 : nil)
  }

  // MARK: Lists, blocks and headings

  private func item(_ index: Int) -> Contact? {
    guard outline.statements[index].label != nil, !outline.statements[index].isOrdered else {
      return nil
    }
    let statement = outline.statements[index]
    guard let label = statement.label, !statement.value.isEmpty, !statement.isOrdered,
      !statement.isTask
    else { return nil }
    if label.utf8.count == 4, label.lowercased() == "name",
      let heading = outline.outline.heading(of: statement),
      isRole(heading)
    {
      return contact(heading.text, ["name": statement.value], statement.line)
    }
    guard isListed(index), FieldLabel.kind(of: label, words) == nil,
      ContactValue(statement.value, words).isReach
    else { return nil }
    return contact(label, ["name": statement.value], statement.line)
  }

  /// Whether a heading names a role, by the heading above it.
  private func isRole(_ heading: Outline.Statement) -> Bool {
    guard heading.section >= 0 else { return false }
    let text = outline.texts[heading.section]
    return outline.marks[heading.section].has(.contact)
      || words.facts.columns.first(in: text, 0..<text.bytes.count) != nil
      || text.contains([Array("roles".utf8)])
  }

  /// Whether the heading, the lead or the paragraph before a list speaks of contacts.
  private func isListed(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    if statement.lead >= 0 { return outline.marks[statement.lead].has(.contact) }
    if outline.isUnder(.contact, index) { return true }
    let before = before[index]
    guard before >= 0, outline.statements[before].kind == .line else { return false }
    return outline.statements[max(0, before - 2)...before].indices.contains {
      outline.marks[$0].has(.contact)
    }
  }

  private func code(_ index: Int) -> Contact? {
    let statement = outline.statements[index]
    guard outline.isUnder(.contact, index), !outline.isTemplate(index) else { return nil }
    let line = CodeLine(statement.text)
    guard let key = line.key, line.comment == nil else { return nil }
    let value = ContactValue(line.value, words)
    guard value.phone != nil || value.state == .masked || value.email != nil else { return nil }
    return contact(key, ["name": line.value], statement.line)
  }

  // MARK: Values

  private func contact(_ role: String, _ values: [String: String], _ line: Int) -> Contact? {
    let read = values.mapValues { ContactValue($0, words) }
    guard read.values.contains(where: { $0.state != .blank }) else { return nil }
    let reach = read.filter { $0.key != "availability" }
    let email = reach.values.lazy.compactMap(\.email).first
    let phone = reach.values.lazy.compactMap(\.phone).first
    let state: Contact.State
    if reach.values.contains(where: { $0.state == .masked }) {
      state = .masked
    } else if email != nil || phone != nil {
      state = .stated
    } else if reach.values.contains(where: { $0.state == .placeholder }) {
      state = .placeholder
    } else {
      state = .partial
    }
    let name = read["name"].flatMap { value in
      value.state == .stated && value.email == nil && value.phone == nil ? values["name"] : nil
    }
    return Contact(
      role: MarkedOutline.tidied(role),
      name: name,
      phone: phone,
      email: email,
      availability: values["availability"] ?? reach.values.lazy.compactMap(\.hours).first,
      state: state,
      line: line
    )
  }
}
