internal import Bindings

/// What the parser takes for paragraphs and code, and what is meant for more.
extension OutlineBuilder {
  /// Reads a paragraph, and the blocks after it that are part of the same note or table.
  mutating func paragraph(_ index: Int, before end: Int, _ context: Context) -> Int {
    let lines = InlineText.lines(of: index, in: tree)
    if let next = note(index, lines, before: end, context)
      ?? columnTable(index, lines, before: end, context)
    {
      return next
    }
    if lines.contains(where: { Self.mayBeTable($0.text) }),
      let next = tables(index, lines, before: end, context)
    {
      return next
    }
    for line in lines { add(line, context) }
    return Int(tree.nodes[index].end)
  }

  /// Whether a line holds a bar, or is a rule of a table of reStructuredText.
  private static func mayBeTable(_ text: String) -> Bool {
    text.has(UInt8(ascii: "|"))
      || text.utf8.first == UInt8(ascii: "=") && (text.hasPrefix("== ") || text.hasPrefix("==="))
  }

  // MARK: Notes

  /// `!!! warning` with text set in below it, which the parser takes for code.
  private mutating func note(
    _ index: Int,
    _ lines: [InlineText.Line],
    before end: Int,
    _ context: Context
  ) -> Int? {
    guard context.kind == .line, let first = lines.first?.text.utf8.first,
      "!?=".utf8.contains(first)
    else { return nil }
    let source = source
    let opening = Int(tree.nodes[index].line)
    guard IndentedNote.isOpening(source[opening]) else { return nil }
    let (fragment, last) = IndentedNote.read(
      at: opening,
      until: lastLine(from: index, before: end),
      { source[$0] },
      place: source.place
    )
    guard last > opening, read(fragment, depth: context.depth) else { return nil }
    for line in lines where line.line > last { add(line, context) }
    var next = Int(tree.nodes[index].end)
    while next < end, Int(tree.nodes[next].line) <= last { next = Int(tree.nodes[next].end) }
    return next
  }

  /// The last line of a block and of the blocks of code that follow it.
  private func lastLine(from index: Int, before end: Int) -> Int {
    var last = Int(tree.nodes[index].lastLine)
    var next = Int(tree.nodes[index].end)
    while next < end, tree.nodes[next].kind == .codeBlock {
      last = max(last, Int(tree.nodes[next].lastLine))
      next = Int(tree.nodes[next].end)
    }
    return last
  }

  // MARK: Tables in paragraphs

  /// A paragraph with tables in it, and the paragraphs after it that hold more of their rows.
  private mutating func tables(
    _ index: Int,
    _ lines: [InlineText.Line],
    before end: Int,
    _ context: Context
  ) -> Int? {
    let node = tree.nodes[index]
    var raw = rawLines(index, isItem: context.kind == .item)
    var next = Int(node.end)
    if let last = raw.last, last.isFramed {
      let width = LooseTable.cells(of: last.text).count
      next = framedLines(from: next, before: end, width: width, into: &raw)
    }
    var finder = TableFinder(raw, [.grid, .bars, .columns])
    var rest = lines[...]
    var isFound = false
    while let table = finder.found() {
      isFound = true
      add(&rest, before: Int(node.line) + table.range.lowerBound, context)
      guard read(table, context) else { continue }
      rest = rest.drop { $0.line < Int(node.line) + table.range.upperBound }
    }
    guard isFound else { return nil }
    add(&rest, before: .max, context)
    return next
  }

  /// Adds the lines before one.
  private mutating func add(
    _ lines: inout ArraySlice<InlineText.Line>,
    before line: Int,
    _ context: Context
  ) {
    while let first = lines.first, first.line < line {
      add(first, context)
      lines.removeFirst()
    }
  }

  private mutating func read(_ table: TableFinder.Found, _ context: Context) -> Bool {
    var fragment = MarkdownFragment()
    fragment.add(table.rows)
    return read(fragment, depth: context.depth)
  }

  /// Reads the rows that stand behind an empty line after a table; the index of the next block.
  mutating func rowsAfterTable(_ index: Int, before end: Int) -> Int {
    let block = outline.tables.count - 1
    var lines: [LooseTable.Line] = []
    let width = outline.tables[block].header.count
    let after = Int(tree.nodes[index].end)
    let next = framedLines(from: after, before: end, width: width, into: &lines)
    let rows = lines.filter { !$0.isRule }.map { line in
      TableRow(cells: LooseTable.cells(of: line.text), line: line.place)
    }
    guard let first = rows.first else { return next }
    var fragment = MarkdownFragment()
    fragment.add([.head(for: first)] + rows)
    return read(fragment, continuing: block) ? next : after
  }

  /// The lines of paragraphs that hold nothing but rows of a width; the index of the next block.
  private func framedLines(
    from index: Int,
    before end: Int,
    width: Int,
    into lines: inout [LooseTable.Line]
  ) -> Int {
    var next = index
    while width > 1, next < end, tree.nodes[next].kind == .paragraph {
      let more = rawLines(next)
      let after = Int(tree.nodes[next].end)
      let isRows = more.allSatisfy { line in
        line.isFramed && (line.isRule || LooseTable.cells(of: line.text).count == width)
      }
      // A row above a rule is the head of the next table.
      let isHead = after < end && !more[more.count - 1].isRule && isRule(after)
      guard isRows, !isHead else { break }
      lines += more
      next = after
    }
    return next
  }

  private func isRule(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    let line = source[Int(node.line)].drop { Byte.isSpace($0) || $0 == UInt8(ascii: ">") }
    return node.kind == .paragraph && LooseTable.Line(line, place: 0).isRule
  }

  /// The lines of a block without the marks of the quotes and of the item that it stands in.
  private func rawLines(_ index: Int, isItem: Bool = false) -> [LooseTable.Line] {
    let first = Int(tree.nodes[index].line)
    return (first...max(first, Int(tree.nodes[index].lastLine))).map { line in
      var text = source[line].drop { Byte.isSpace($0) || $0 == UInt8(ascii: ">") }
      if isItem, line == first {
        let mark = text.prefix { $0.isDigit || "-*+.)".utf8.contains($0) }
        text = text.dropFirst(mark.count).drop(while: Byte.isSpace)
      }
      if text.contains(0xEF) { text = PlainCharacter.plain(text) }
      return LooseTable.Line(text, place: source.place(line))
    }
  }

  // MARK: Columns

  /// A paragraph above a line of dashes with gaps, and the rows below.
  private mutating func columnTable(
    _ index: Int,
    _ lines: [InlineText.Line],
    before end: Int,
    _ context: Context
  ) -> Int? {
    let rule = Int(tree.nodes[index].end)
    let head = Int(tree.nodes[index].lastLine)
    guard rule + 1 < end, tree.nodes[rule].kind == .thematicBreak,
      Int(tree.nodes[rule].line) == head + 1, ColumnTable.columns(of: source[head + 1]) != nil,
      tree.nodes[rule + 1].kind == .paragraph, Int(tree.nodes[rule + 1].line) == head + 2
    else { return nil }
    let raw = (head...Int(tree.nodes[rule + 1].lastLine)).map { line in
      LooseTable.Line(source[line], place: source.place(line))
    }
    var finder = TableFinder(raw, .columns)
    guard let table = finder.found() else { return nil }
    var rest = lines[...]
    add(&rest, before: head, context)
    guard read(table, context) else { return nil }
    return Int(tree.nodes[rule + 1].end)
  }

  // MARK: Code

  /// The lines of a text; an end behind the last of them opens no further one.
  private static func lines(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while let end = text[start...].firstIndex(of: 10) {
      lines.append(text[start..<end])
      start = end + 1
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  /// Reads a block of code; a table that is drawn in it is a table.
  mutating func code(_ index: Int) {
    let node = tree.nodes[index]
    let isFenced = node.level == 1
    let language = Self.language(tree.bytes[node.target])
    let bytes = tree.bytes[node.text]
    let first = Int(node.line) + (isFenced ? 1 : 0)
    guard Self.plainLanguages.contains(language),
      bytes.contains(where: { "|-".utf8.contains($0) || $0 == 0xE2 })
    else { return code(bytes, language: language, first: first) }
    let lines = Self.lines(of: bytes)
    let raw = lines.enumerated().map { offset, text in
      LooseTable.Line(text, place: source.place(first + offset))
    }
    var finder = TableFinder(raw, isFenced ? [.grid, .columns] : [.grid, .columns, .bars])
    var start = 0
    while let table = finder.found() {
      let before = lines[start..<table.range.lowerBound]
      if before.contains(where: { !$0.allSatisfy(Byte.isSpace) }) {
        code(before, of: bytes, language, first + start)
      }
      start = read(table, Context()) ? table.range.upperBound : table.range.lowerBound
    }
    if start == 0 || lines[start...].contains(where: { !$0.allSatisfy(Byte.isSpace) }) {
      code(lines[start...], of: bytes, language, first + start)
    }
  }

  /// Adds some of the lines of a block, each with its end.
  private mutating func code(
    _ lines: ArraySlice<ArraySlice<UInt8>>,
    of text: ArraySlice<UInt8>,
    _ language: String,
    _ first: Int
  ) {
    let start = lines.first?.startIndex ?? text.endIndex
    let end = lines.last.map { min($0.endIndex + 1, text.endIndex) } ?? text.endIndex
    code(text[start..<end], language: language, first: first)
  }

  /// The first word behind a fence, in lower case.
  private static func language(_ info: ArraySlice<UInt8>) -> String {
    let word = info.drop { " {,".utf8.contains($0) }.prefix { !" {,".utf8.contains($0) }
    return word.isEmpty ? "" : String(word).lowercased()
  }

  /// The words that a fence has around a drawing.
  private static let plainLanguages: Set<String> = [
    "", "text", "txt", "plain", "plaintext", "ascii", "none", "table",
  ]
}
