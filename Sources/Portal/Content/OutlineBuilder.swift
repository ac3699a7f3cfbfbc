internal import Bindings

/// Walks a Markdown tree once and makes its outline.
struct OutlineBuilder {
  private let tree: MarkdownTree
  private let offset: Int
  private var outline = Outline()
  private var sections: [(level: Int, index: Int)] = []
  private var lead = -1

  private init(_ tree: MarkdownTree, lineOffset: Int) {
    self.tree = tree
    offset = lineOffset
  }

  /// The outline of a tree whose first line is line `lineOffset + 1` of its file.
  static func outline(of tree: MarkdownTree, lineOffset: Int) -> Outline {
    var builder = OutlineBuilder(tree, lineOffset: lineOffset)
    builder.blocks(of: 0, depth: 0)
    return builder.outline
  }

  private mutating func blocks(of parent: Int, depth: Int) {
    var index = parent + 1
    while index < Int(tree.nodes[parent].end) {
      block(index, depth: depth)
      index = Int(tree.nodes[index].end)
    }
  }

  private mutating func block(_ index: Int, depth: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .heading: heading(index)
    case .paragraph: paragraph(index, Context(kind: .line, depth: depth))
    case .list: list(index, depth: depth + 1)
    case .table: table(index)
    case .codeBlock: code(node)
    case .blockQuote, .footnoteDefinition, .item:
      if depth < 64 { blocks(of: index, depth: depth) }
    default: break
    }
  }

  private struct Context {
    let kind: Outline.Kind
    let depth: Int
    var isOrdered = false
    var isTask = false
  }

  private mutating func list(_ index: Int, depth: Int) {
    for item in tree.children(of: index) {
      let context = Context(
        kind: .item,
        depth: depth,
        isOrdered: tree.nodes[index].level == 1,
        isTask: tree.nodes[item].number > 0
      )
      var isFirst = true
      for child in tree.children(of: item) {
        if isFirst, tree.nodes[child].kind == .paragraph {
          paragraph(child, context)
        } else if depth < 64 {
          block(child, depth: depth)
        }
        isFirst = false
      }
    }
  }

  private mutating func heading(_ index: Int) {
    let node = tree.nodes[index]
    let level = Int(node.level)
    while let last = sections.last, last.level >= level { sections.removeLast() }
    var statement = Outline.Statement(
      kind: .heading,
      line: Int(node.line) + offset,
      level: level,
      text: InlineText.lines(of: index, in: tree).map(\.text).joined(separator: " "),
      section: sections.last?.index ?? -1
    )
    statement.value = statement.text
    sections.append((level, outline.statements.count))
    outline.statements.append(statement)
    lead = -1
  }

  private mutating func paragraph(_ index: Int, _ context: Context) {
    var width = 0
    for line in InlineText.lines(of: index, in: tree) where !line.text.isEmpty {
      var statement = Outline.Statement(
        kind: context.kind,
        line: line.line + offset,
        level: context.depth,
        text: line.text,
        section: sections.last?.index ?? -1,
        lead: lead
      )
      statement.isOrdered = context.isOrdered
      statement.isTask = context.isTask
      (statement.label, statement.value) = line.labelled
      statement.isBold = line.strong > 0 && statement.label != nil
      statement.isWrapped = isWrapped(line, statement, after: width)
      width = line.text.utf8.count
      if context.kind == .line {
        lead = leadsOver(line, statement) ? outline.statements.count : -1
      }
      outline.statements.append(statement)
    }
  }

  /// A line that is full breaks where it must; a short one, or one with a label, ends by itself.
  private func isWrapped(
    _ line: InlineText.Line,
    _ statement: Outline.Statement,
    after width: Int
  ) -> Bool {
    line.isWrapped && width >= 40 && statement.label == nil
      && line.text.utf8.first.map { $0 != 0xE2 && $0 != 0xF0 } ?? false  // a mark or an emoji
  }

  /// A line of its own that ends in a colon, or is bold as a whole, speaks for what follows.
  private func leadsOver(_ line: InlineText.Line, _ statement: Outline.Statement) -> Bool {
    if line.strong >= line.text.utf8.count {
      return statement.value.isEmpty || statement.label == nil
    }
    return line.text.hasSuffix(":") || line.text.hasSuffix("：")
  }

  private mutating func table(_ index: Int) {
    let block = outline.tables.count
    for row in tree.children(of: index) {
      let node = tree.nodes[row]
      let cells = tree.children(of: row).map { cell in
        InlineText.lines(of: cell, in: tree).map(\.text).joined(separator: " ")
      }
      if node.level == 1 || outline.tables.count == block {
        outline.tables.append(Outline.Table(header: cells, line: Int(node.line) + offset))
        continue
      }
      outline.tables[block].rows += 1
      var statement = Outline.Statement(
        kind: .row,
        line: Int(node.line) + offset,
        text: cells.joined(separator: " | "),
        section: sections.last?.index ?? -1,
        lead: lead
      )
      statement.cells = cells
      statement.block = block
      outline.statements.append(statement)
    }
  }

  private mutating func code(_ node: MarkdownTree.Node) {
    let block = outline.codes.count
    let first = Int(node.line) + offset + (node.level == 1 ? 1 : 0)
    let info = tree.string(node.target).lowercased()
    let language = info.split(whereSeparator: { $0 == " " || $0 == "{" || $0 == "," }).first
    var line = first
    for bytes in tree.bytes[node.text].split(separator: 10, omittingEmptySubsequences: false) {
      let isLast = bytes.endIndex == node.text.upperBound
      if isLast && bytes.isEmpty { break }
      var statement = Outline.Statement(
        kind: .code,
        line: line,
        text: String(decoding: bytes.last == 13 ? bytes.dropLast() : bytes, as: UTF8.self),
        section: sections.last?.index ?? -1,
        lead: lead
      )
      statement.block = block
      outline.statements.append(statement)
      line += 1
    }
    outline.codes.append(
      Outline.Code(language: language.map(String.init) ?? "", lines: first...max(first, line - 1))
    )
  }
}
