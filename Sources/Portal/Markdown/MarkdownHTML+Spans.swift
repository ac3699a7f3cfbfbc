internal import Bindings

extension MarkdownHTML {
  /// Writes the start of a link, or of the words of a link that leads nowhere.
  mutating func link(_ index: Int) {
    let node = tree.nodes[index]
    guard !isLinked else { return }
    let target = resolve(tree.string(node.target), false)
    switch target {
    case .page(let url, _), .external(let url):
      append("<a href=\"")
      append(text: url)
      append(target.isExternal ? "\" class=\"external\" rel=\"noopener noreferrer\"" : "\"")
      title(node)
      push(index, ">", "</a>")
      isLinked = true
    case .nowhere(let reason):
      append("<span class=\"broken\" title=\"")
      append(text: reason)
      push(index, "\">", "</span>")
    }
  }

  /// Writes a picture of the content; another one as a link to it, or as its words.
  mutating func image(_ index: Int) {
    let node = tree.nodes[index]
    let alternative = words(of: index)
    let target = resolve(tree.string(node.target), true)
    switch target {
    case .page(let url, _):
      append("<img src=\"")
      append(text: url)
      append("\" alt=\"")
      html.append(escaping: alternative[...])
      append("\" loading=\"lazy\"")
      title(node)
      append(">")
    case .external(let url) where !isLinked:
      append("<a href=\"")
      append(text: url)
      append("\" class=\"external image\" rel=\"noopener noreferrer\">")
      alternative.isEmpty ? append(text: url) : html.append(escaping: alternative[...])
      append("</a>")
    case .external: html.append(escaping: alternative[...])
    case .nowhere(let reason):
      append("<span class=\"broken\" title=\"")
      append(text: reason)
      append("\">")
      html.append(escaping: alternative[...])
      append("</span>")
    }
  }

  /// Writes the number of a footnote; the first one of a note is where its way back leads.
  mutating func footnoteReference(_ node: MarkdownTree.Node) {
    let number = tree.bytes[node.text]
    guard number.allSatisfy(\.isDigit) else { return html.append(escaping: number) }
    append("<sup class=\"footnote\"><a href=\"#fn.")
    html += number
    append("\"")
    if writtenAnchors.insert("fnref." + String(number)).inserted {
      append(" id=\"fnref.")
      html += number
      append("\"")
    }
    append(">")
    html += number
    append("</a></sup>")
  }

  /// Writes the words, breaks and anchors of raw HTML; nothing else of it.
  mutating func rawHTML(_ range: Range<Int>) {
    let source = tree.bytes[range]
    var index = range.lowerBound
    var hidden: String?
    for tag in RawHTML.tags(in: source) {
      let before = source[index..<tag.range.lowerBound]
      if hidden == nil { words(before) } else { lines(before) }
      lines(source[tag.range])
      index = tag.range.upperBound
      switch tag.name {
      case "script", "style": hidden = tag.isClosing ? nil : tag.name
      case "br": append("<br>")
      default: if let anchor = tag.anchor { self.anchor(anchor) }
      }
    }
    if hidden == nil { words(source[index...]) }
  }

  /// The lines of what is not shown: a fact may stand in a comment, and a link lead to it.
  private mutating func lines(_ hidden: ArraySlice<UInt8>) {
    for byte in hidden where byte == 10 {
      line += 1
      if takesLine(line) { lineStart() }
    }
  }

  /// Text between tags: entities stay what they are, since they can only stand for characters.
  private mutating func words(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    for index in text.indices {
      if takesLine(line), !Byte.isSpace(text[index]) {
        html.append(escaping: display.shown(text[start..<index]))
        lineStart()
        start = index
      }
      if text[index] == 10 {
        html.append(escaping: display.shown(text[start..<index]))
        append("\n")
        line += 1
        start = index + 1
      } else if text[index] == UInt8(ascii: "&"), let end = entityEnd(text, from: index) {
        html.append(escaping: display.shown(text[start..<index]))
        html += text[index..<end]
        start = end
      }
    }
    if start < text.endIndex { html.append(escaping: display.shown(text[start...])) }
  }

  private func entityEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start + 1
    while index < text.endIndex, index < start + 32 {
      let byte = text[index]
      if byte == UInt8(ascii: ";") { return index > start + 1 ? index + 1 : nil }
      guard byte < 0x80, byte.isLetterOrDigit || byte == UInt8(ascii: "#") else { return nil }
      index += 1
    }
    return nil
  }

  /// An `<a id>` of the document, unless the page has the same id already.
  private mutating func anchor(_ id: String) {
    let isOwn = id.utf8.first == UInt8(ascii: "L") && id.utf8.dropFirst().allSatisfy(\.isDigit)
    guard !isOwn, !anchors.headings.contains(where: { $0.anchor == id }),
      writtenAnchors.insert(id).inserted
    else { return }
    append("<a id=\"")
    append(text: id)
    append("\"></a>")
  }

  private mutating func title(_ node: MarkdownTree.Node) {
    guard !node.title.isEmpty else { return }
    append(" title=\"")
    appendText(node.title)
    append("\"")
  }

  /// The words inside a node, for an attribute.
  private func words(of index: Int) -> [UInt8] {
    var words: [UInt8] = []
    for node in tree.nodes[(index + 1)..<Int(tree.nodes[index].end)] {
      switch node.kind {
      case .text, .code: words += display.shown(tree.bytes[node.text])
      case .softBreak, .lineBreak: words.append(Byte.space)
      default: break
      }
    }
    return words
  }
}
