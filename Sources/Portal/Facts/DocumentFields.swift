internal import Bindings

/// Reads document control: front matter, lines at head and foot, tables, lists and comments.
struct DocumentFields {
  private struct Found {
    let field: DocumentField
    /// The index of its statement.
    let index: Int
    let isSure: Bool
  }

  private let outline: MarkedOutline
  /// Which of two small numbers is the day in this document, if that is known.
  private let order: CalendarDate.Order?
  private let head: Int
  private let foot: Int

  private var words: Vocabulary { outline.words }

  /// The fields of a document, in the order in which they stand.
  static func read(_ outline: MarkedOutline, _ document: Document) -> [DocumentField] {
    let fields = DocumentFields(outline, order: nil).all(document)
    guard fields.contains(where: { $0.date == nil && isDate($0.value, outline.words) }),
      let order = CalendarDate.order(in: outline)
    else { return fields }
    return DocumentFields(outline, order: order).all(document)
  }

  private func all(_ document: Document) -> [DocumentField] {
    var found: [Found] = []
    for index in outline.statements.indices { read(index, &found) }
    return front(document.frontMatter) + sure(found).map(\.field) + comments(document)
  }

  private init(_ outline: MarkedOutline, order: CalendarDate.Order?) {
    self.outline = outline
    self.order = order
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

  // MARK: Lines

  private func read(_ index: Int, _ found: inout [Found]) {
    guard outline.marks[index].has(.field) else { return }
    let statement = outline.statements[index]
    switch statement.kind {
    case .line, .item, .heading:
      guard !statement.isTask else { return }
      for pair in FieldLine.pairs(statement, outline.texts[index], words)
      where statement.kind != .heading || pair.kind.isTelling {
        append(pair.kind, pair.label, pair.value, index, isControl(index), &found)
      }
    case .row: row(index, &found)
    case .code: return
    }
  }

  private func append(
    _ kind: DocumentField.Kind,
    _ label: String,
    _ value: String,
    _ index: Int,
    _ isSure: Bool,
    _ found: inout [Found],
    line: Int? = nil
  ) {
    let line = line ?? outline.statements[index].line
    guard let field = field(kind, label, value, line) else { return }
    // "Updated: when a row changes" tells nothing of the document.
    let isTelling =
      kind.isTelling
      && (field.date != nil || field.state != .stated
        || label.contains { $0 == " " || $0 > "\u{2E80}" })
    found.append(Found(field: field, index: index, isSure: isSure || isTelling))
  }

  /// A date whose value is none is none: "Data: the orders of a day".
  private func field(
    _ kind: DocumentField.Kind,
    _ label: String,
    _ value: String,
    _ line: Int
  ) -> DocumentField? {
    let isDayFirst = FoldedText(folding: label).contains(words.facts.document.dayFirst)
    let field = DocumentField(
      kind: kind,
      value: value,
      line: line,
      order: order ?? (isDayFirst ? .dayFirst : nil),
      words
    )
    let isNone = kind == .date && field.state == .stated && field.date == nil
    return isNone && !Self.isDate(value, words) ? nil : field
  }

  /// Whether a value is a date once it is known which number is the day.
  private static func isDate(_ value: String, _ words: Vocabulary) -> Bool {
    value.utf8.contains(UInt8(ascii: "/"))
      && CalendarDate(in: value, order: .dayFirst, words) != nil
  }

  /// At the head, at the foot, or under "Document control".
  private func isControl(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    if index < head || index >= foot && statement.level <= 1 { return true }
    return isUnderControl(index)
  }

  private func isUnderControl(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    return statement.section >= 0 && outline.marks[statement.section].has(.control)
      || statement.lead >= 0 && outline.marks[statement.lead].has(.control)
  }

  // MARK: Tables

  /// A row of "Field | Value", or of the people under "Approval".
  private func row(_ index: Int, _ found: inout [Found]) {
    let statement = outline.statements[index]
    let header = outline.outline.tables[statement.block].header
    let isSure = isControl(index)
    guard statement.cells.count > 1 else { return }
    let kinds = stride(from: 0, to: statement.cells.count - 1, by: 2).map {
      FieldLabel.kind(of: statement.cells[$0], words)
    }
    // A wide table is one of people, or has its labels and values in turns.
    let isPairs = kinds.count > 1 && kinds.allSatisfy { $0 != nil }
    guard header.count == 2 || isPairs || isUnderControl(index) else { return }
    // A table without a head of its own has its first label there.
    if header.count == 2, kinds[0] != nil,
      index == 0 || outline.statements[index - 1].block != statement.block,
      let kind = FieldLabel.kind(of: header[0], words),
      FieldLabel.kind(of: header[1], words) == nil
    {
      let line = outline.outline.tables[statement.block].line
      append(kind, header[0], header[1], index, isSure, &found, line: line)
    }
    for (pair, kind) in kinds.prefix(isPairs ? kinds.count : 1).enumerated() {
      guard let kind else { return }
      let (label, value) = (statement.cells[pair * 2], statement.cells[pair * 2 + 1])
      append(kind, label, value, index, isSure, &found)
    }
  }

  // MARK: Front matter and comments

  /// "<!-- Last reviewed: 2026-03-01 -->": telling labels with a date.
  private func comments(_ document: Document) -> [DocumentField] {
    let tree = document.tree
    var fields: [DocumentField] = []
    for node in tree.nodes
    where node.kind == .htmlBlock && tree.bytes[node.text].starts(with: "<!--".utf8) {
      let lines = tree.bytes[node.text].split(separator: 10, omittingEmptySubsequences: false)
      for (offset, bytes) in lines.enumerated() where bytes.count <= 2000 {
        fields += comment(bytes, Int(node.line) + document.lineOffset + offset)
      }
    }
    return fields
  }

  private func comment(_ bytes: ArraySlice<UInt8>, _ line: Int) -> [DocumentField] {
    let signs = "<!- >".utf8
    let text = String(bytes.trimmed { Byte.isSpace($0) || signs.contains($0) })
    let statement = Outline.Statement(kind: .line, line: line, text: text, section: -1)
    return FieldLine.pairs(statement, FoldedText(folding: text), words).compactMap { pair in
      guard pair.kind.isTelling, let field = field(pair.kind, pair.label, pair.value, line) else {
        return nil
      }
      return field.date == nil ? nil : field
    }
  }

  private func front(_ node: YAMLNode?, under parent: String = "") -> [DocumentField] {
    (node?.pairs ?? []).flatMap { pair -> [DocumentField] in
      let key = Self.spaced(pair.key)
      if let value = pair.value.text {
        // "review: {next: …}" is the next review.
        let names = parent.isEmpty ? [key] : ["\(key) \(parent)", "\(parent) \(key)"]
        let kind = names.lazy.compactMap { FieldLabel.kind(of: $0, words) }.first
        return kind.flatMap { field($0, key, value, pair.line) }.map { [$0] } ?? []
      }
      if parent.isEmpty, pair.value.pairs != nil { return front(pair.value, under: key) }
      let revisions = (pair.value.elements ?? []).flatMap { front($0) }
      return revisions.filter { $0.date != nil }.max {
        ($0.date?.last.text ?? "") < ($1.date?.last.text ?? "")
      }.map { [$0] } ?? []
    }
  }

  /// "lastUpdated" and "last-updated" are "last updated".
  private static func spaced(_ key: String) -> String {
    CodeLine.spaced(key.spacing("_-.")).lowercased()
  }
}
