internal import Bindings

/// Walks a Markdown tree once and makes its outline.
struct OutlineBuilder {
  /// How the lines of a paragraph are told.
  struct Context {
    var kind = Outline.Kind.line
    var depth = 0
    var isOrdered = false
    var isTask = false
  }

  var source: OutlineSource
  var outline = Outline()
  private(set) var sections = OutlineSections()
  private(set) var lead = -1
  /// How many fragments are being read, one in the other.
  private var nesting = 0
  /// The table that the next rows belong to, instead of a new one.
  var continued: Int?
  private let isDamaged: Bool

  private init(_ source: OutlineSource, isDamaged: Bool) {
    self.source = source
    self.isDamaged = isDamaged
  }

  var tree: MarkdownTree { source.tree }

  /// The outline of a document's tree.
  ///
  /// `lines` is the text of the whole file, whose line `lineOffset + 1` is the first of the tree.
  static func outline(
    of tree: MarkdownTree,
    lines: LineIndex,
    lineOffset: Int,
    isDamaged: Bool
  ) -> Outline {
    let source = OutlineSource(tree: tree, lines: lines, offset: lineOffset)
    var builder = OutlineBuilder(source, isDamaged: isDamaged)
    builder.blocks(of: 0, depth: 0)
    return builder.outline
  }

  private mutating func blocks(of parent: Int, depth: Int) {
    let end = Int(tree.nodes[parent].end)
    var index = parent + 1
    while index < end { index = block(index, before: end, depth: depth) }
  }

  /// Reads a block, and those after it that belong to it; the index of the next.
  private mutating func block(_ index: Int, before end: Int, depth: Int) -> Int {
    let node = tree.nodes[index]
    switch node.kind {
    case .heading:
      heading(InlineText.text(of: index, in: tree), Int(node.level), Int(node.line))
    case .paragraph: return paragraph(index, before: end, Context(depth: depth))
    case .list: list(index, depth: depth + 1)
    case .table:
      table(index)
      return rowsAfterTable(index, before: end)
    case .codeBlock: code(index)
    case .htmlBlock: return html(index, before: end)
    case .blockQuote, .footnoteDefinition, .item:
      if depth < 64 { blocks(of: index, depth: depth) }
    default: break
    }
    return Int(node.end)
  }

  private mutating func list(_ index: Int, depth: Int) {
    let last = Int(tree.nodes[index].end)
    var item = index + 1
    while item < last {
      let context = Context(
        kind: .item,
        depth: depth,
        isOrdered: tree.nodes[index].level == 1,
        isTask: tree.nodes[item].number > 0
      )
      let end = Int(tree.nodes[item].end)
      defer { item = end }
      var child = item + 1
      if child < end, tree.nodes[child].kind == .paragraph {
        child = paragraph(child, before: end, context)
      }
      while child < end, depth < 64 { child = block(child, before: end, depth: depth) }
    }
  }

  /// Reads a fragment in the place of what it was made of; false for one that costs too much.
  mutating func read(_ fragment: MarkdownFragment, depth: Int = 0, continuing: Int? = nil) -> Bool {
    guard nesting < 4, !fragment.isEmpty else { return false }
    if let refusal = MarkdownLimits.refusal(of: fragment.text.span) {
      outline.refusals.append((fragment.lines[refusal.line - 1], refusal.reason))
      return false
    }
    let outer = source
    source = OutlineSource(
      tree: MarkdownTree(parsing: fragment.text.span),
      lines: LineIndex(fragment.text),
      fragment: fragment
    )
    nesting += 1
    continued = continuing
    blocks(of: 0, depth: depth)
    continued = nil
    nesting -= 1
    source = outer
    return true
  }

  // MARK: Statements

  /// Adds a heading, and closes the sections that it ends.
  mutating func heading(_ words: String, _ level: Int, _ line: Int) {
    let index = outline.statements.count
    let isDetails = source.fragment?.summaries.contains(line) == true
    let (level, parent) = sections.open(index, level: level, isDetails: isDetails)
    if outline.firstHeading < 0 { outline.firstHeading = index }
    let text = LooseLine.bareHeading(repaired(text: words))
    outline.statements.append(
      Outline.Statement(
        kind: .heading,
        line: source.place(line),
        level: level,
        text: LongText.start(of: text),
        .whole,
        section: parent
      )
    )
    lead = -1
  }

  /// Closes what the last open summary is the heading of.
  mutating func endDetails() {
    if sections.closeDetails() { lead = -1 }
  }

  /// Adds a line of a paragraph or list item.
  mutating func add(_ line: InlineText.Line, _ context: Context) {
    guard !line.text.isEmpty else { return }
    switch LooseLine(line, context.kind) {
    case .text: append(line, context)
    case .nothing: break
    case .heading(let level, let text): heading(text, level, line.line)
    case .item(let mark, let isOrdered):
      let item = Context(kind: .item, depth: context.depth + 1, isOrdered: isOrdered)
      append(line.dropping(mark), item)
    case .definition(let mark): define(line.dropping(mark), context)
    }
  }

  private mutating func append(_ line: InlineText.Line, _ context: Context) {
    guard line.text.utf8.count > LongText.limit else { return append(line, of: line, context) }
    for piece in LongText.pieces(of: line) { append(piece, of: line, context) }
  }

  private mutating func append(
    _ part: InlineText.Line,
    of line: InlineText.Line,
    _ context: Context
  ) {
    let piece = isDamaged ? repaired(part) : part
    let (label, value) = piece.labelled
    let statement = Outline.Statement(
      kind: context.kind,
      line: source.place(piece.line),
      level: context.depth,
      text: piece.text,
      Outline.Statement.Parts(label: label, value: value),
      traits(of: piece, line, label, context),
      section: sections.current,
      lead: lead
    )
    if context.kind == .line {
      lead = leadsOver(piece, statement) ? outline.statements.count : -1
    }
    outline.statements.append(statement)
  }

  /// What is known of a piece of a line.
  private func traits(
    of piece: InlineText.Line,
    _ line: InlineText.Line,
    _ label: String?,
    _ context: Context
  ) -> Outline.Statement.Traits {
    var traits: Outline.Statement.Traits = []
    if context.isOrdered { traits.insert(.ordered) }
    if context.isTask { traits.insert(.task) }
    if piece.strong > 0, label != nil { traits.insert(.bold) }
    if label == nil, isWrapped(line) { traits.insert(.wrapped) }
    if context.kind == .line, piece.strong >= piece.text.utf8.count { traits.insert(.caption) }
    return traits
  }

  /// ": 4 hours" below "RTO" is "RTO: 4 hours".
  private mutating func define(_ line: InlineText.Line, _ context: Context) {
    guard let term = outline.statements.last, term.kind == .line, term.label == nil,
      term.text.utf8.count < 80, source.place(line.line) - term.line <= 2
    else { return append(line, context) }
    outline.statements.removeLast()
    let text = "\(term.text): \(line.text)"
    append(InlineText.Line(line: line.line, text: text, strong: 0), context)
  }

  /// A line that is full breaks where it must; a short one, or one with a label, ends by itself.
  private func isWrapped(_ line: InlineText.Line) -> Bool {
    line.isWrapped
      && outline.statements.last.map { $0.text.utf8.count >= 40 } ?? false
      && line.text.utf8.first.map { $0 != 0xE2 && $0 != 0xF0 } ?? false  // a mark or an emoji
  }

  /// A line of its own that ends in a colon, or is bold as a whole, speaks for what follows.
  private func leadsOver(_ line: InlineText.Line, _ statement: Outline.Statement) -> Bool {
    if line.strong >= line.text.utf8.count {
      return statement.value.isEmpty || statement.label == nil
    }
    return line.text.hasSuffix(":")
  }

  /// Adds the lines of a block of code; an end behind the last of them opens no further one.
  mutating func code(_ text: ArraySlice<UInt8>, language: String, first: Int) {
    let block = outline.codes.count
    var (line, start) = (first, text.startIndex)
    while start < text.endIndex {
      let found = text.span.firstIndex(of: 10, from: start - text.startIndex)
      let end = found.map { text.startIndex + $0 } ?? text.endIndex
      let isPair = end > start && text[end - 1] == 13
      var rest = text[start..<(isPair ? end - 1 : end)]
      // Of a line that is too long the parts.
      repeat {
        let piece = LongText.takePiece(of: &rest)
        outline.statements.append(
          Outline.Statement(
            kind: .code,
            line: source.place(line),
            text: repaired(text: String(piece)),
            section: sections.current,
            lead: lead,
            block: block
          )
        )
      } while !rest.isEmpty
      line += 1
      start = end + 1
    }
    let place = source.place(first)
    outline.codes.append(
      Outline.Code(language: language, lines: place...max(place, source.place(line - 1)))
    )
  }

  // MARK: Damaged text

  /// A text as it was before it was damaged.
  func repaired(text: String) -> String {
    isDamaged ? EncodingRepair.repaired(text) ?? text : text
  }

  private func repaired(_ line: InlineText.Line) -> InlineText.Line {
    guard let text = EncodingRepair.repaired(line.text) else { return line }
    let bold = String(Array(line.text.utf8)[..<line.strong])
    return InlineText.Line(line: line.line, text: text, strong: repaired(text: bold).utf8.count)
  }
}
