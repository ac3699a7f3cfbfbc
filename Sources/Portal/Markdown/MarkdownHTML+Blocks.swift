internal import Bindings

extension MarkdownHTML {
  /// Writes the start of a block.
  mutating func block(_ index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .paragraph: paragraph(index)
    case .heading: heading(index)
    case .blockQuote: push(index, "<blockquote>\n", "</blockquote>\n")
    case .list: list(index)
    case .item: item(index)
    case .codeBlock: code(index)
    case .htmlBlock:
      append("<div")
      lineID()
      append(">")
      rawHTML(node.text)
      append("</div>\n")
    case .thematicBreak:
      append("<hr")
      lineID()
      append(">\n")
    case .table, .tableRow, .tableCell: table(index)
    case .footnoteDefinition: footnote(index)
    default: break
    }
  }

  private mutating func paragraph(_ index: Int) {
    if open.count > 1, open[open.count - 1].kind == .item, open[open.count - 2].isTight {
      push(index, "\n")
      return
    }
    append("<p")
    lineID()
    push(index, ">", "</p>\n")
    lineMarks()
  }

  private mutating func heading(_ index: Int) {
    let level = min(max(Int(tree.nodes[index].level), 1), 6)
    append("<h")
    append(number: level)
    let anchor = nextHeading()?.anchor ?? ""
    if !anchor.isEmpty {
      append(" id=\"")
      append(text: anchor)
      append("\"")
    }
    append("><a class=\"anchor\"")
    lineID()
    append(" href=\"#")
    append(text: LinkAddress.encoded(anchor))
    append("\" aria-label=\"Link to this section\">#</a>")
    lineMarks()
    let closings: [String] = [
      "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
    ]
    push(index, closings[level - 1])
  }

  private mutating func list(_ index: Int) {
    let node = tree.nodes[index]
    guard node.level == 1 else { return push(index, "<ul>\n", "</ul>\n") }
    append("<ol")
    if node.number != 1, node.number >= 0 {
      append(" start=\"")
      append(number: Int(node.number))
      append("\"")
    }
    push(index, ">\n", "</ol>\n")
  }

  private mutating func item(_ index: Int) {
    let task = tree.nodes[index].number
    append(task > 0 ? "<li class=\"task\"" : "<li")
    lineID()
    append(">")
    lineMarks()
    if task > 0 {
      append(
        task == 2
          ? "<input type=\"checkbox\" disabled checked> " : "<input type=\"checkbox\" disabled> "
      )
    }
    push(index, "</li>\n")
  }

  private mutating func code(_ index: Int) {
    let node = tree.nodes[index]
    append("<pre")
    if node.level == 1 {
      lineID()
      line += 1
    }
    append("><code")
    let language = tree.bytes[node.target].prefix {
      $0.isLetterOrDigit || "-+#._".utf8.contains($0)
    }
    if !language.isEmpty {
      append(" class=\"language-")
      html.append(escaping: language)
      append("\"")
    }
    append(">")
    var start = node.text.lowerBound
    while start < node.text.upperBound {
      let end =
        tree.bytes[start..<node.text.upperBound].firstIndex(of: 10) ?? node.text.upperBound
      append("<span")
      lineID()
      append(" class=\"line\">")
      appendText(start..<end)
      lineMarks()
      append("</span>\n")
      line += 1
      start = end + 1
    }
    append("</code></pre>\n")
  }

  /// Writes what stands before the text, line by line, so that a link leads to each.
  mutating func write(frontMatter lines: [ArraySlice<UInt8>]) {
    guard !lines.isEmpty else { return }
    append("<details class=\"front\"><summary>Front matter</summary>\n<pre><code>")
    for (index, text) in lines.enumerated() {
      line = index + 1
      append("<span")
      lineID()
      append(" class=\"line\">")
      html.append(escaping: display.shown(text))
      lineMarks()
      append("</span>\n")
    }
    append("</code></pre></details>\n")
  }

  private mutating func table(_ index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .table:
      append("<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n")
      push(index, hasBody(index) ? "</tbody></table></div>\n" : "</table></div>\n")
      open[open.count - 1].columns = node.target
      open[open.count - 1].isMarked = tree.children(of: index).contains {
        marks[Int(tree.nodes[$0].line) + lineOffset] != nil
      }
    case .tableRow: row(index)
    default: cell(index)
    }
  }

  /// The marks of a table's lines stand in a column of their own, behind the last.
  private mutating func row(_ index: Int) {
    let node = tree.nodes[index]
    let isHead = node.level == 1
    if isHead { append("<thead>") }
    append("<tr")
    lineID()
    let table = open.last
    var closing = "</tr>\n"
    if isHead {
      let hasRows = table.map { Int(node.end) < $0.end } ?? false
      closing = hasRows ? "</tr></thead>\n<tbody>\n" : "</tr></thead>\n"
    }
    if table?.isMarked ?? false {
      let mark = marks.removeValue(forKey: line).map { String(decoding: $0.bytes, as: UTF8.self) }
      let cell = isHead ? "th" : "td"
      closing = "<\(cell) class=\"beside\">\(mark ?? "")</\(cell)>\(closing)"
    }
    push(index, ">", closing)
    open[open.count - 1].columns = table?.columns ?? 0..<0
    open[open.count - 1].isTight = isHead
  }

  /// Whether a table has rows below its head.
  private func hasBody(_ table: Int) -> Bool {
    table + 1 < tree.nodes.count && tree.nodes[table + 1].end < tree.nodes[table].end
  }

  private mutating func cell(_ index: Int) {
    guard let row = open.indices.last, open[row].kind == .tableRow else {
      return push(index, "<td>", "</td>")
    }
    let columns = open[row].columns
    let column = open[row].column
    open[row].column += 1
    append(open[row].isTight ? "<th" : "<td")
    if column < columns.count {
      switch tree.bytes[columns.lowerBound + column] {
      case UInt8(ascii: "c"): append(" class=\"center\"")
      case UInt8(ascii: "r"): append(" class=\"right\"")
      default: break
      }
    }
    push(index, ">", open[row].isTight ? "</th>" : "</td>")
  }

  /// The notes stand at the end of the tree, in the order in which the text refers to them.
  private mutating func footnote(_ index: Int) {
    if footnoteCount == 0 {
      append("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
    }
    footnoteCount += 1
    append("<li id=\"fn.")
    append(number: footnoteCount)
    append("\"><a class=\"back\" href=\"#fnref.")
    append(number: footnoteCount)
    push(index, "\" aria-label=\"Back to the text\">↩</a>\n", "</li>\n")
  }
}
