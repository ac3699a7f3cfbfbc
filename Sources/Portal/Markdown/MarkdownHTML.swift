internal import Bindings

/// Renders a Markdown tree as HTML: one pass over its nodes, into one buffer of bytes.
///
/// Nothing of the document reaches the page unescaped: raw HTML is reduced to its words, breaks and
/// anchors, and an address is written only when `resolve` allows it. Each block, item, row, line of
/// a paragraph and line of code has the id "L12" of its line in the file.
struct MarkdownHTML {
  /// Where a link or a picture leads: its address, and whether it is a picture.
  typealias Resolve = (_ address: String, _ isImage: Bool) -> LinkTarget

  let tree: MarkdownTree
  let display: DisplayText
  let lineOffset: Int
  let anchors: Anchors
  let resolve: Resolve
  /// What stands beside a line, by its number in the file.
  var marks: [Int: HTML]
  var html: [UInt8] = []
  /// What is open, the innermost last.
  var open: [Frame] = []
  /// The line in the file of what is being written.
  var line = 0
  var isLinked = false
  private var anchoredLines: [Bool]
  private var headingCount = 0
  var footnoteCount = 0
  var writtenAnchors: Set<String> = []

  /// A node whose end has to be written.
  struct Frame {
    let kind: MarkdownTree.Kind
    let end: Int
    let closing: String
    var isTight = false
    /// The alignment of a table's columns, as a range of the tree's bytes; the next cell's column.
    var columns = 0..<0
    var column = 0
    /// Whether something stands beside a row of the table.
    var isMarked = false
  }

  /// Renders a whole document; the lines of its front matter stand before the tree's first.
  static func render(
    _ tree: MarkdownTree,
    anchors: Anchors,
    display: DisplayText = .plain,
    frontMatter: [ArraySlice<UInt8>] = [],
    marks: [Int: HTML] = [:],
    resolve: @escaping Resolve
  ) -> RenderedMarkdown {
    var renderer = MarkdownHTML(tree, anchors, display, frontMatter.count, marks, resolve)
    renderer.write(frontMatter: frontMatter)
    renderer.write()
    return RenderedMarkdown(html: renderer.html, headings: anchors.headings)
  }

  private init(
    _ tree: MarkdownTree,
    _ anchors: Anchors,
    _ display: DisplayText,
    _ lineOffset: Int,
    _ marks: [Int: HTML],
    _ resolve: @escaping Resolve
  ) {
    self.tree = tree
    self.anchors = anchors
    self.display = display
    self.lineOffset = lineOffset
    self.marks = marks
    self.resolve = resolve
    let lastLine = tree.nodes.reduce(0) { max($0, Int(max($1.line, $1.lastLine))) }
    anchoredLines = [Bool](repeating: false, count: lastLine + lineOffset + 2)
    html.reserveCapacity(tree.bytes.count * 2)
  }

  private mutating func write() {
    var index = 1
    while index < tree.nodes.count {
      closeFrames(before: index)
      index = write(index)
    }
    closeFrames(before: tree.nodes.count)
    if footnoteCount > 0 { append("</ol>\n</section>\n") }
  }

  private mutating func closeFrames(before index: Int) {
    while let frame = open.last, frame.end <= index {
      append(frame.closing)
      if frame.kind == .link { isLinked = false }
      open.removeLast()
    }
  }

  /// Writes the start of a node; the index at which to go on.
  private mutating func write(_ index: Int) -> Int {
    let node = tree.nodes[index]
    if node.line > 0, !node.kind.isSpan { line = Int(node.line) + lineOffset }
    switch node.kind {
    case .document: break
    case .text: appendText(node.text)
    case .softBreak: lineBreak("")
    case .lineBreak: lineBreak("<br>")
    case .code: element(index, "<code>", "</code>", text: node.text)
    case .emphasis: push(index, "<em>", "</em>")
    case .strong: push(index, "<strong>", "</strong>")
    case .strikethrough: push(index, "<del>", "</del>")
    case .html: rawHTML(node.text)
    case .link: link(index)
    case .image:
      image(index)
      return Int(node.end)
    case .footnoteReference: footnoteReference(node)
    default: block(index)
    }
    return index + 1
  }

  /// Writes a start tag now and the end tag after the node's last descendant.
  mutating func push(_ index: Int, _ opening: String, _ closing: String) {
    append(opening)
    push(index, closing)
  }

  /// Remembers the end tag of a node.
  mutating func push(_ index: Int, _ closing: String) {
    let node = tree.nodes[index]
    open.append(Frame(kind: node.kind, end: Int(node.end), closing: closing, isTight: node.isTight))
  }

  private mutating func element(
    _ index: Int,
    _ opening: String,
    _ closing: String,
    text: Range<Int>
  ) {
    append(opening)
    appendText(text)
    append(closing)
  }

  /// A line of a paragraph ends; the next one gets the anchor of its line.
  private mutating func lineBreak(_ mark: String) {
    append(mark)
    append("\n")
    line += 1
    if takesLine(line) { lineStart() }
  }

  /// The anchor and the marks of a line that starts within a block.
  mutating func lineStart() {
    append("<span")
    lineID()
    append("></span>")
    lineMarks()
  }

  /// ` id="L12"` of the current line, unless an element before has it.
  mutating func lineID() {
    guard takesLine(line) else { return }
    anchoredLines[line] = true
    append(" id=\"L")
    append(number: line)
    append("\"")
  }

  /// The marks of the current line, once.
  mutating func lineMarks() {
    if let mark = marks.removeValue(forKey: line) { html += mark.bytes }
  }

  /// Whether no element has the id of a line yet.
  func takesLine(_ line: Int) -> Bool {
    anchoredLines.indices.contains(line) && !anchoredLines[line]
  }

  /// The heading of the document that is written next.
  mutating func nextHeading() -> Heading? {
    guard headingCount < anchors.headings.count else { return nil }
    headingCount += 1
    return anchors.headings[headingCount - 1]
  }
}

extension MarkdownTree.Kind {
  /// Whether the node stands inside a line.
  fileprivate var isSpan: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .html, .emphasis, .strong, .strikethrough, .link,
      .image, .footnoteReference:
      true
    default: false
    }
  }
}
