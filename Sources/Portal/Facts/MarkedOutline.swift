/// An outline as the readers of facts look at it: each statement folded, with its kinds of words.
///
/// One pass over the bytes finds all words; after it a reader skips most statements by a bit.
///
/// A class, although it never changes: every reader holds it, as they hold the vocabulary.
final class MarkedOutline: Sendable {
  /// What a statement about times and lists is about.
  enum Topic: Sendable {
    case backup
    case drill
    case talk
  }

  let outline: Outline
  let words: Vocabulary
  /// The text of each statement in lower case, of the same length in bytes.
  let texts: [FoldedText]
  let marks: [Marks]
  /// The kinds of words in the heads of the columns of each table.
  let headers: [[Marks]]
  /// The list item that each statement hangs below; -1 for none.
  let parents: [Int]
  /// For each statement whether it stands in a section of examples or templates.
  private let examples: [Bool]

  init(_ outline: Outline, _ words: Vocabulary = .standard) {
    var outline = outline
    for index in outline.statements.indices where outline.statements[index].isBold {
      if let parted = Self.parted(outline.statements[index]) { outline.statements[index] = parted }
    }
    self.outline = outline
    self.words = words
    let texts = outline.statements.map { FoldedText(folding: $0.text) }
    let marks = texts.map { words.facts.marks(in: $0) }
    (self.texts, self.marks) = (texts, marks)
    examples = Self.examples(in: outline.statements) {
      Self.isOfExamples(texts[$0], marks[$0], words)
    }
    headers = outline.tables.map { $0.header.map { words.facts.marks(in: $0) } }
    parents = Self.parents(in: outline)
  }

  var statements: [Outline.Statement] { outline.statements }

  /// What a statement is about: its own words decide, then those above it, the nearest first.
  func topic(_ index: Int) -> Topic? {
    if let topic = Self.topic(marks[index], isHeading: false) { return topic }
    return topicAbove(index)
  }

  /// What the items, the lead and the headings above a statement are about.
  func topicAbove(_ index: Int) -> Topic? {
    var parent = parents[index]
    while parent >= 0 {
      if let topic = Self.topic(marks[parent], isHeading: false) { return topic }
      parent = parents[parent]
    }
    let lead = statements[index].lead
    if lead >= 0, let topic = Self.topic(marks[lead], isHeading: true) { return topic }
    return topicOfSection(statements[index].section)
  }

  /// What a heading and those above it are about.
  func topicOfSection(_ section: Int) -> Topic? {
    var heading = section
    while heading >= 0 {
      if let topic = Self.topic(marks[heading], isHeading: true) { return topic }
      heading = statements[heading].section
    }
    return nil
  }

  /// What some words are about.
  static func topic(_ marks: Marks, isHeading: Bool) -> Topic? {
    if marks.has(.drill) { return .drill }
    if marks.has(.verification), isHeading || marks.has([.backup, .restore]) { return .drill }
    if !isHeading, marks.has(.talk) { return .talk }
    if marks.has([.backup, .tool]) { return .backup }
    return marks.has(.talk) ? .talk : nil
  }

  /// The heading that a statement stands under has one of some marks, or one above it.
  func isUnder(_ some: Marks, _ index: Int) -> Bool {
    isUnder(some, in: statements[index].section)
  }

  /// The same for what stands in a section; -1 for none.
  func isUnder(_ some: Marks, in section: Int) -> Bool {
    var heading = section
    while heading >= 0 {
      if marks[heading].has(some) { return true }
      heading = statements[heading].section
    }
    return false
  }

  /// Whether a statement stands in a section of examples or templates; a title is no section.
  func isExample(_ index: Int) -> Bool { examples[index] }

  private static func examples(
    in statements: [Outline.Statement],
    where isOfExamples: (_ heading: Int) -> Bool
  ) -> [Bool] {
    var examples: [Bool] = []
    examples.reserveCapacity(statements.count)
    for (index, statement) in statements.enumerated() {
      let isOwn = statement.kind == .heading && statement.level > 1 && isOfExamples(index)
      examples.append(isOwn || statement.section >= 0 && examples[statement.section])
    }
    return examples
  }

  /// "Examples", but not "Core data (for example: orders)".
  func isOfExamples(_ heading: Int) -> Bool {
    Self.isOfExamples(texts[heading], marks[heading], words)
  }

  private static func isOfExamples(
    _ text: FoldedText,
    _ marks: Marks,
    _ words: Vocabulary
  ) -> Bool {
    guard marks.has(.example) else { return false }
    let open = text.bytes.indices.first { text.sign(at: $0).byte == UInt8(ascii: "(") }
    return open.map { words.facts.marks(in: text.prefix($0)).has(.example) } ?? true
  }

  /// Whether an item stands below "Examples:" in a section that tells what a target is; elsewhere
  /// such a list is what a plan has.
  func isExampleOfTarget(_ index: Int) -> Bool {
    let (lead, section) = (statements[index].lead, statements[index].section)
    return lead >= 0 && statements[index].kind == .item && marks[lead].has(.example)
      && texts[lead].bytes.count(where: Byte.isSpace) < 5
      && section >= 0 && marks[section].has(.target) && !outline.isTitle(section)
  }

  /// Whether a line of code is a sentence of a list that was set in too far.
  func isSentence(_ index: Int) -> Bool {
    let statement = statements[index]
    guard statement.kind == .code, outline.codes[statement.block].language.isEmpty else {
      return false
    }
    let bytes = Array(statement.text.utf8)[...].trimmed(of: Byte.isSpace)
    let number = bytes.prefix { $0.isLetterOrDigit }
    let isNumbered =
      (1...4).contains(number.count)
      && bytes.dropFirst(number.count).starts(with: ". ".utf8)
    return isNumbered && bytes.count(where: Byte.isSpace) >= 7
      && !bytes.contains { "|$`={}".utf8.contains($0) }
  }

  /// Whether a statement is a line of code whose language is known.
  func isProgram(_ index: Int) -> Bool {
    statements[index].kind == .code && !outline.codes[statements[index].block].language.isEmpty
  }

  /// Whether a line of code belongs to a template of a document.
  func isTemplate(_ index: Int) -> Bool {
    statements[index].kind == .code && outline.codes[statements[index].block].isTemplate
  }

  /// The names above a statement, the nearest first: items, lead, headings, without their numbers.
  func names(above index: Int) -> [String] {
    var names: [String] = []
    _ = name(above: index) { name in
      names.append(name)
      return false
    }
    return names
  }

  /// The nearest of the names above a statement that fulfils a condition.
  func name(above index: Int, where isRight: (String) -> Bool) -> String? {
    var place = parents[index]
    while place >= 0 {
      if let name = label(place), isRight(name) { return name }
      place = parents[place]
    }
    place = statements[index].lead
    if place >= 0, let name = label(place), isRight(name) { return name }
    place = statements[index].section
    while place >= 0 {
      let name = Self.tidied(ComponentName.unnumbered(statements[place].text))
      if isRight(name) { return name }
      place = statements[place].section
    }
    return nil
  }

  /// What an item or a lead is called; a sentence tells what something is about, and names nothing.
  private func label(_ index: Int) -> String? {
    let name = statements[index].label ?? statements[index].text
    return name.utf8.count(where: Byte.isSpace) > 7 ? nil : Self.tidied(name)
  }

  /// The cell that names what a row is about, beside a column of values: the first that is neither
  /// a target, a number nor a cadence, else the first number, as in "Tier 1".
  func name(of row: Outline.Statement, besides column: Int?) -> (place: Int, name: String)? {
    let header = headers[row.block]
    let places = row.cells.indices.filter { place in
      place != column && !row.cells[place].isEmpty
        && !(header.indices.contains(place) && header[place].has(.target))
    }
    let isNumbered = places.first.map { row.cells[$0].allSatisfy(\.isNumber) } ?? false
    let named = places.first { place in
      guard isNumbered else { return true }
      let text = FoldedText(folding: row.cells[place])
      return !row.cells[place].allSatisfy(\.isNumber)
        && Cadence.first(in: text, words)?.isAll(of: text) != true
    }
    if let named { return (named, row.cells[named]) }
    let heads = outline.tables[row.block].header
    guard let place = places.first, heads.indices.contains(place) else { return nil }
    return (place, "\(heads[place]) \(row.cells[place])")
  }

  /// The words in the heads of a table, without those of a column for drills beside backups: what
  /// is tested how often says nothing of the copies.
  func heads(of header: [Marks], besides clock: Int?) -> Marks {
    let tests = tests(in: header, besides: clock)
    return header.indices.reduce(into: Marks()) { all, column in
      if column != tests { all.formUnion(header[column]) }
    }
  }

  /// The column that tells of drills in a table whose rows are backups.
  func tests(in header: [Marks], besides clock: Int?) -> Int? {
    let drills: Marks = [.drill, .verification]
    guard header.first?.has(drills) == false,
      header.contains(where: { $0.has([.backup, .retention]) && !$0.has(drills) })
    else { return nil }
    return header.indices.first { $0 > 0 && $0 != clock && header[$0].has(drills) }
  }

  /// A name without signs around it.
  static func tidied(_ name: String) -> String {
    String(
      Array(name.utf8)[...].trimmed {
        Byte.isJoint($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#")
      }
    )
  }

  /// "**Total: 4 hours** (typical)": the label ends at its colon, not with the bold.
  private static func parted(_ statement: Outline.Statement) -> Outline.Statement? {
    guard let label = statement.label, label.has(Byte.colon) else { return nil }
    let bytes = Array(label.utf8)
    guard let colon = bytes.firstIndex(of: Byte.colon), colon + 1 < bytes.count,
      Byte.isSpace(bytes[colon + 1])
    else { return nil }
    let text = Array(statement.text.utf8)
    guard let start = text.firstIndex(of: Byte.colon) else { return nil }
    // "**Status: open.** The rest" says the rest of something else.
    let value = bytes.last == UInt8(ascii: ".") ? bytes[(colon + 1)...] : text[(start + 1)...]
    let words = String(value.trimmed(of: Byte.isSpace))
    return statement.parted(.labelled(label: String(bytes[..<colon]), value: words))
  }

  /// Whether an item hangs below another: it is set in more, or in a list of the other sort right
  /// below "Tier 1:".
  private static func isAbove(_ item: Outline.Statement, _ other: Outline.Statement) -> Bool {
    item.level < other.level
      || item.level == other.level && item.isOrdered != other.isOrdered && item.text.hasSuffix(":")
  }

  private static func parents(in outline: Outline) -> [Int] {
    var open: [Int] = []
    return outline.statements.indices.map { index in
      let level = outline.statements[index].level
      let kind = outline.statements[index].kind
      switch kind {
      case .heading: open = []
      case .line: open.removeAll { outline.statements[$0].level > level }
      case .row, .code: break
      case .item: open.removeAll { !isAbove(outline.statements[$0], outline.statements[index]) }
      }
      defer { if kind == .item { open.append(index) } }
      return open.last ?? -1
    }
  }
}
