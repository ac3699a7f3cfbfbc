internal import Bindings

/// Reads the placeholders of a plan; parameters of commands and bare examples are none.
struct Placeholders {
  private let words: Vocabulary
  private var found: [Placeholder] = []
  /// The spans of code on the line that is read.
  private var code: [String] = []

  /// The placeholders of a document, line by line.
  static func read(_ outline: MarkedOutline, _ document: Document) -> [Placeholder] {
    var reader = Placeholders(words: outline.words)
    reader.front(document.frontMatter)
    reader.definitions(document)
    let tags = AngleGaps.Tags(document)
    let hasMask = hasMask(document.text.span)
    var lastLine = 0
    for index in outline.statements.indices {
      // Of code in a language only numbers with digits left out are looked for.
      if !hasMask, outline.isProgram(index) { continue }
      let text = outline.texts[index]
      let signs = PlaceholderSigns(text.bytes.span)
      let line = outline.statements[index].line
      if !signs.isEmpty || outline.marks[index].has(.open) {
        reader.read(outline, index, signs, document)
      }
      // A long line is several statements and is looked at once.
      if line != lastLine, signs.contains(.angle) || tags.lines.contains(line) {
        lastLine = line
        let gaps = AngleGaps.read(outline, index, document, tags)
        reader.found += gaps.map { Placeholder(text: $0, line: line) }
      }
    }
    return reader.found.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  private init(words: Vocabulary) { self.words = words }

  /// Whether a number may stand in a text that has its digits left out: "xx" in either case.
  private static func hasMask(_ text: Swift.Span<UInt8>) -> Bool {
    for letter in "xX".utf8 {
      var next = 0
      while let place = text.firstIndex(of: letter, from: next), place + 1 < text.count {
        if text[place + 1] | 32 == UInt8(ascii: "x") { return true }
        next = place + 1
      }
    }
    return false
  }

  private mutating func read(
    _ outline: MarkedOutline,
    _ index: Int,
    _ signs: PlaceholderSigns,
    _ document: Document
  ) {
    let statement = outline.statements[index]
    let text = outline.texts[index]
    if statement.kind == .code, !outline.isSentence(index) {
      if signs.contains(.mask) { masked(statement, text) }
      // A list of people that is set as code.
      guard signs.contains(.bracket), outline.outline.codes[statement.block].language.isEmpty,
        outline.isUnder(.contact, index), CodeLine(statement.text).key != nil
      else { return }
      return scan(statement, text)
    }
    if !signs.isDisjoint(with: [.bracket, .brace, .run]) {
      scan(statement, text, code: Self.code(document.text[document.lines.range(statement.line)]))
    }
    if signs.contains(.mask) { masked(statement, text) }
    guard outline.marks[index].has(.open) || !signs.isDisjoint(with: [.mask, .format, .round])
    else { return }
    if statement.cells.isEmpty {
      let isValue = statement.label != nil || statement.text.utf8.count < 40
      if isValue { whole(statement.label == nil ? statement.text : statement.value, statement) }
    } else {
      for cell in statement.cells { whole(cell, statement) }
    }
  }

  /// What stands between backticks.
  private static func code(_ line: ArraySlice<UInt8>) -> [String] {
    guard line.count <= 2000, line.contains(UInt8(ascii: "`")) else { return [] }
    let parts = line.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { $0 % 2 == 1 ? String($1) : nil }
  }

  // MARK: Inside of a text

  private mutating func scan(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    code: [String] = []
  ) {
    self.code = code
    var offset = 0
    while offset < text.bytes.count {
      let rest = text.bytes[offset...]
      switch rest.first {
      case UInt8(ascii: "["):
        offset = bracket(statement, text, offset)
      case UInt8(ascii: "{"):
        offset =
          rest.starts(with: "{{".utf8)
          ? variable(statement, text, offset) : brace(statement, text, offset)
      case UInt8(ascii: "_"), UInt8(ascii: "."):
        offset = run(statement, text, offset)
      default: offset += 1
      }
    }
  }

  /// "[Name]", "[TBD: 4h]", "[[ site.primary ]]".
  private mutating func bracket(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ start: Int
  ) -> Int {
    let isDouble = text.bytes[start...].starts(with: "[[".utf8)
    let open = start + (isDouble ? 2 : 1)
    guard let close = text.bytes[open...].firstIndex(of: UInt8(ascii: "]")) else {
      return text.bytes.count
    }
    let end = isDouble ? min(text.bytes.count, close + 2) : close + 1
    let inner = text.bytes[open..<close].trimmed(of: Byte.isSpace)
    let isIndex =
      start > 0 && (text.bytes[start - 1].isLetterOrDigit || text.bytes[start - 1] == 93)
    let isLink = end < text.bytes.count && "([".utf8.contains(text.bytes[end]) && !isDouble
    guard !isIndex, !isLink, isDouble ? isName(inner) : isText(inner) else { return open }
    add(statement, start..<end)
    return end
  }

  private func isText(_ inner: ArraySlice<UInt8>) -> Bool {
    let start = inner.first.map { "#@".utf8.contains($0) } == true ? inner.dropFirst() : inner
    guard start.first?.isLetter == true, inner.count > 1, inner.count <= 160,
      !inner.contains(where: { "=\"{};$\\<>^".utf8.contains($0) })
    else { return false }
    let text = FoldedText(bytes: Array(inner))
    return !words.facts.document.asides.contains(String(inner))
      && !words.facts.document.notes.contains { text.has($0, at: 0) }
  }

  /// The name of a variable; "[[Two words]]" leads to a page of a wiki.
  private func isName(_ inner: ArraySlice<UInt8>) -> Bool {
    inner.contains { "._".utf8.contains($0) }
      && inner.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
  }

  /// "{{ owner }}".
  private mutating func variable(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ start: Int
  ) -> Int {
    let limit = min(text.bytes.count, start + 100)
    var end = start + 2
    while end + 1 < limit, !text.bytes[end...].starts(with: "}}".utf8) { end += 1 }
    guard end + 1 < limit, text.bytes[start..<end].contains(where: \.isLetter) else {
      return start + 2
    }
    add(statement, start..<(end + 2))
    return end + 2
  }

  /// "{Name of the team}" and "{TEAM_NAME}", but no part of a path.
  private mutating func brace(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ start: Int
  ) -> Int {
    let inner = text.bytes[(start + 1)...].prefix(60).prefix { byte in
      byte.isLetterOrDigit || " _-".utf8.contains(byte)
    }
    let end = inner.endIndex
    guard inner.first?.isLetter == true, inner.count > 1, end < text.bytes.count,
      text.bytes[end] == UInt8(ascii: "}"), inner.contains(where: { " _".utf8.contains($0) }),
      start == 0 || " (\"'".utf8.contains(text.bytes[start - 1]),
      end + 1 == text.bytes.count || " .,;:)\"'".utf8.contains(text.bytes[end + 1])
    else { return start + 1 }
    add(statement, start..<(end + 1))
    return end + 1
  }

  /// "____", "......".
  private mutating func run(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ start: Int
  ) -> Int {
    let run = text.bytes[start...].prefix { $0 == text.bytes[start] }
    let isFree =
      (start == 0 || !text.bytes[start - 1].isLetterOrDigit)
      && (run.endIndex == text.bytes.count || !text.bytes[run.endIndex].isLetterOrDigit)
    let isLine = text.bytes[start] == UInt8(ascii: "_") && isFree
    if run.count >= (isLine ? 3 : 5) { add(statement, start..<run.endIndex) }
    return run.endIndex
  }

  /// "+1-XXX-XXX-XXXX".
  private mutating func masked(_ statement: Outline.Statement, _ text: FoldedText) {
    for range in MaskedNumber.ranges(in: text) { add(statement, range) }
  }

  private mutating func add(_ statement: Outline.Statement, _ range: Range<Int>) {
    let text = String(Array(statement.text.utf8)[range])
    // In code within a sentence brackets are part of the code; as a whole value they are a gap.
    let isValue = statement.value == text || statement.cells.contains(text)
    guard isValue || !code.contains(where: { $0.has(text) }) else { return }
    guard !found.suffix(8).contains(Placeholder(text: text, line: statement.line)) else { return }
    found.append(Placeholder(text: text, line: statement.line))
  }

  /// "- [Lead]: [Phone]", which Markdown takes for the address of a link and does not show.
  private mutating func definitions(_ document: Document) {
    for (index, kind) in document.tree.nodes.lazy.map(\.kind).enumerated() {
      guard case .item = kind, Int(document.tree.nodes[index].end) == index + 1 else { continue }
      let line = Int(document.tree.nodes[index].line) + document.lineOffset
      let statement = Outline.Statement(
        kind: .item,
        line: line,
        text: document.lines.quote(line),
        section: -1
      )
      scan(statement, FoldedText(folding: statement.text))
    }
  }

  // MARK: Whole values

  /// A value that is a word for nothing, or the form of one: "TBD", "(Name)", "YYYY-MM-DD".
  private mutating func whole(_ value: String, _ statement: Outline.Statement) {
    guard let text = BlankValue.text(of: value, words) else { return }
    let placeholder = Placeholder(text: text, line: statement.line)
    if !found.suffix(8).contains(placeholder) { found.append(placeholder) }
  }

  private mutating func front(_ node: YAMLNode?) {
    for pair in node?.pairs ?? [] {
      guard let value = pair.value.text,
        words.facts.document.dummies.contains(value.lowercased())
          || BlankValue.text(of: value, words) != nil
      else { continue }
      found.append(Placeholder(text: value, line: pair.line))
    }
  }
}
