/// Reads contacts that stand in lists, lines and blocks of text, and below headings for a role.
struct ContactLines {
  /// What is said of one role, on one line or on several with labels such as "Phone".
  private struct Group {
    /// The statement that names the role.
    let owner: Int
    let role: String
    let line: Int
    var values: [ContactColumn: String] = [:]
    /// Whether a name is enough, without a number or an address.
    var isNamed = false
  }

  private let outline: MarkedOutline
  private var open: Group?
  private var found: [Contact] = []
  /// The last statement that is no item; -1 for none.
  private var before = -1
  /// The last line of code that opens a group: "Lead:".
  private var head: (index: Int, indent: Int)?

  private var words: Vocabulary { outline.words }

  /// The contacts outside of tables, in the order in which they stand.
  static func read(_ outline: MarkedOutline) -> [Contact] {
    var reader = ContactLines(outline)
    for index in outline.statements.indices {
      if index > 0, outline.statements[index - 1].kind != .item { reader.before = index - 1 }
      switch outline.statements[index].kind {
      case .line, .item: reader.line(index)
      case .code: reader.code(index)
      case .heading, .row: reader.close()
      }
    }
    reader.close()
    return reader.found
  }

  private init(_ outline: MarkedOutline) { self.outline = outline }

  private mutating func add(
    _ column: ContactColumn,
    _ value: String,
    to owner: Int,
    _ role: String,
    _ index: Int,
    isNamed: Bool
  ) {
    if open?.owner != owner {
      close()
      open = Group(owner: owner, role: role, line: outline.statements[index].line)
    }
    if open?.values[column] == nil { open?.values[column] = value }
    if isNamed { open?.isNamed = true }
  }

  private mutating func close() {
    guard let group = open else { return }
    open = nil
    let isReach = group.values.contains { ContactValue($0.value, words).isReach }
    guard isReach || group.isNamed,
      let contact = Contact(group.role, group.values, line: group.line, words)
    else { return }
    found.append(contact)
  }

  // MARK: Lists and lines

  private mutating func line(_ index: Int) {
    let statement = outline.statements[index]
    guard !statement.isTask else { return }
    guard let label = statement.label else { return unlabelled(index) }
    guard !statement.value.isEmpty else { return }
    switch ContactColumn(label: label, words) {
    case .name?, .phone?, .email?, .availability?:
      detail(index)
    case .aside? where !isReached(statement.value), .role? where owner(index) == open?.owner:
      return
    default:
      guard isListed(index) || statement.kind == .item && isCallable(statement.value, label),
        FieldLabel.kind(of: label, words) == nil || isNumber(statement.value)
      else { return }
      let isItem = statement.kind == .item
      guard isItem && !statement.isOrdered || isReached(statement.value) else { return }
      let isNamed = isItem && !statement.isOrdered && isKnown(statement.value, label)
      close()
      add(.name, statement.value, to: index, label, index, isNamed: isNamed)
    }
  }

  /// "- Ada Quill (duty lead), +44 20 7946 0000".
  private mutating func unlabelled(_ index: Int) {
    let statement = outline.statements[index]
    guard statement.kind == .item, isListed(index),
      outline.marks[index].has(.number) || statement.text.has(UInt8(ascii: "@"))
    else { return }
    let value = ContactValue(statement.text, words)
    guard value.email != nil || value.phone != nil else { return }
    let name = Array(statement.text.utf8).prefix { !"(,;:<".utf8.contains($0) }
    let dash = name.indices.first { name[$0...].starts(with: " - ".utf8) }
    close()
    add(
      .name,
      statement.text,
      to: index,
      String(name[..<(dash ?? name.endIndex)]),
      index,
      isNamed: false
    )
  }

  /// "Phone: …" below an item, a line or a heading that names the role.
  private mutating func detail(_ index: Int) {
    let statement = outline.statements[index]
    let owner = owner(index)
    guard owner >= 0, let label = statement.label,
      let column = ContactColumn(label: label, words),
      // Who has a role is said in a list below its heading, or among contacts.
      isListed(index) || outline.isUnder(.contact, index)
        || statement.kind == .item && isRole(owner)
    else { return }
    let above = outline.statements[owner]
    add(
      column,
      statement.value,
      to: owner,
      above.kind == .heading ? above.text : above.label ?? above.text,
      index,
      isNamed: column == .name
    )
  }

  /// The item, the line or the heading below which a statement stands.
  private func owner(_ index: Int) -> Int {
    let statement = outline.statements[index]
    if outline.parents[index] >= 0 { return outline.parents[index] }
    // "Contact methods:" below the heading of a role is no role.
    let lead = statement.lead
    let isNamed = lead >= 0 && (isJob(outline.statements[lead].text) || !isRole(statement.section))
    return isNamed ? lead : statement.section
  }

  /// Whether a heading names a role, by the heading above it.
  private func isRole(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let heading = outline.statements[index]
    guard heading.kind == .heading, heading.section >= 0 else { return false }
    let text = outline.texts[heading.section]
    return outline.marks[heading.section].has([.contact, .duties])
      || words.facts.contacts.columns.first(in: text, 0..<text.bytes.count) != nil
  }

  /// Whether the heading, the lead or the paragraph before a list speaks of contacts.
  private func isListed(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    if statement.lead >= 0 { return outline.marks[statement.lead].has(.contact) }
    if outline.isUnder(.contact, index) { return true }
    guard before >= 0, outline.statements[before].kind == .line else { return false }
    return (max(0, before - 2)...before).contains { outline.marks[$0].has(.contact) }
  }

  // MARK: Values

  /// Whether a value holds a number, an address or the place for one.
  private func isReached(_ text: String) -> Bool {
    isNumber(text) || ContactValue(text, words).state == .placeholder
  }

  private func isNumber(_ text: String) -> Bool {
    let value = ContactValue(text, words)
    return value.email != nil || value.phone != nil || value.state == .masked
  }

  /// Whether a line names somebody to call wherever it stands: "DBA: [Name] - [Phone]".
  private func isCallable(_ text: String, _ label: String) -> Bool {
    guard isJob(label) else { return false }
    if isNumber(text) { return true }
    guard ContactValue(text, words).state == .placeholder else { return false }
    let gaps = text.split(separator: "[", omittingEmptySubsequences: false).dropFirst()
    return gaps.contains { gap in
      let column = gap.split(separator: "]").first.flatMap {
        ContactColumn(head: String($0), words)
      }
      return column == .phone || column == .email
    }
  }

  /// Whether a role has somebody's name, a rota, or a page where help is asked for.
  private func isKnown(_ value: String, _ label: String) -> Bool {
    let isRole = isJob(label) || ContactColumn(label: label, words) == .person
    guard isRole else { return false }
    let text = FoldedText(folding: value)
    return isPerson(value) || value.contains("://")
      || words.facts.contacts.rotas.first(in: text, 0..<text.bytes.count) != nil
  }

  /// Whether a value is a name: two or three words with capitals that say no work.
  private func isPerson(_ text: String) -> Bool {
    let name = Array(text.utf8).prefix { !"(,;/|+".utf8.contains($0) }
    let dash = name.indices.first { name[$0...].starts(with: " - ".utf8) }
    let parts = name[..<(dash ?? name.endIndex)].split(separator: Byte.space)
    guard (2...3).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      let isCapital = part.first.map { $0 >= 0xC0 || $0 >= 65 && $0 <= 90 } ?? false
      let rest = part.dropFirst()
      return isCapital && !isJob(String(part)) && rest.contains { $0 >= 97 || $0 == 46 }
        && rest.allSatisfy { $0.isLetter || "'.-".utf8.contains($0) }
    }
  }

  private func isJob(_ text: String) -> Bool {
    let text = FoldedText(folding: text)
    return words.facts.contacts.jobs.first(in: text, 0..<text.bytes.count) != nil
  }

  // MARK: Blocks of text

  private mutating func code(_ index: Int) {
    let statement = outline.statements[index]
    guard outline.isUnder(.contact, index), !outline.isTemplate(index) else { return }
    let line = CodeLine(statement.text)
    guard let key = line.key, line.comment == nil else { return }
    let indent = statement.text.utf8.prefix(while: Byte.isSpace).count
    if let head, outline.statements[head.index].block != statement.block || head.indent >= indent {
      self.head = nil
    }
    if line.value.isEmpty {
      head = (index, indent)
    } else if let head, let column = ContactColumn(label: key, words) {
      let role = CodeLine(outline.statements[head.index].text).key ?? ""
      add(column, line.value, to: head.index, role, index, isNamed: column == .name)
    } else if isReached(line.value) {
      let value = ContactValue(line.value, words)
      guard value.state != .placeholder else { return }
      close()
      add(.name, line.value, to: index, key, index, isNamed: false)
    }
  }
}
