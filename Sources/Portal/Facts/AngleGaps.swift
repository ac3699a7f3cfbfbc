internal import Bindings

/// Finds "<region>" in a text: a gap to fill in, where HTML has no such element.
enum AngleGaps {
  /// The tags of a document.
  struct Tags: Sendable {
    /// The lines of the blocks that hold some.
    private(set) var lines: Set<Int> = []
    /// The names that are closed somewhere: they are elements of a page.
    private(set) var closed: Set<String> = []

    init(_ document: Document) {
      let tree = document.tree
      var block: ClosedRange<Int>?
      for place in tree.nodes.indices {
        let first = tree.nodes[place].line
        if first > 0 { block = Int(first)...Int(max(first, tree.nodes[place].lastLine)) }
        switch tree.nodes[place].kind {
        case .html, .htmlBlock: break
        default: continue
        }
        let node = tree.nodes[place]
        let html = tree.bytes[node.text]
        if node.kind == .html, let range = block {
          for line in range { lines.insert(line + document.lineOffset) }
          block = nil
        }
        for offset in html.indices where html[offset...].starts(with: "</".utf8) {
          closed.insert(String(html[(offset + 2)...].prefix { $0.isLetterOrDigit }))
        }
      }
    }
  }

  /// The gaps in the line of a statement; in code only those that lead nowhere until filled in.
  static func read(
    _ outline: MarkedOutline,
    _ index: Int,
    _ document: Document,
    _ tags: Tags
  ) -> [String] {
    let statement = outline.statements[index]
    guard statement.kind != .code || outline.isSentence(index) else { return [] }
    let line = document.text[document.lines.range(statement.line)]
    var gaps: [String] = []
    var isCode = false
    var offset = line.startIndex
    while offset < line.endIndex {
      if line[offset] == UInt8(ascii: "`") { isCode.toggle() }
      guard line[offset] == UInt8(ascii: "<"), let end = end(line, offset) else {
        offset += 1
        continue
      }
      let isGap =
        isOpen(line[(offset + 1)..<end], outline.words)
        || (isCode ? isHost(line, offset, statement) : isFree(line, offset..<(end + 1)))
          && isUnknown(line[(offset + 1)..<end], tags)
      if isGap { gaps.append(String(line[offset...end])) }
      offset = end + 1
    }
    return gaps
  }

  /// Where a tag ends that holds words alone.
  private static func end(_ line: ArraySlice<UInt8>, _ start: Int) -> Int? {
    let inner = line[(start + 1)...].prefix(60).prefix {
      $0.isLetterOrDigit || " _-.,'|".utf8.contains($0)
    }
    guard inner.first?.isLetter == true, inner.endIndex < line.endIndex,
      line[inner.endIndex] == UInt8(ascii: ">")
    else { return nil }
    return inner.endIndex
  }

  /// "<TBD>".
  private static func isOpen(_ inner: ArraySlice<UInt8>, _ words: Vocabulary) -> Bool {
    let text = FoldedText(folding: String(inner))
    return words.facts.document.blanks.contains { $0.count > 2 && $0.elementsEqual(text.bytes) }
  }

  private static func isUnknown(_ inner: ArraySlice<UInt8>, _ tags: Tags) -> Bool {
    let name = String(inner.prefix { !Byte.isSpace($0) })
    return !elements.contains(name.lowercased()) && !tags.closed.contains(name)
  }

  /// Whether a gap stands alone: "<name>-old" is the pattern of a name.
  private static func isFree(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    func isName(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "-_/".utf8.contains(byte) }
    if range.lowerBound > line.startIndex, isName(line[range.lowerBound - 1]) { return false }
    return range.upperBound == line.endIndex || !isName(line[range.upperBound])
  }

  /// Whether a gap stands in the host of an address that is the value of a label.
  private static func isHost(
    _ line: ArraySlice<UInt8>,
    _ offset: Int,
    _ statement: Outline.Statement
  ) -> Bool {
    let before = line[..<offset]
    let token = before.suffix(from: before.lastIndex(of: UInt8(ascii: "`")) ?? before.startIndex)
    guard statement.label != nil, !token.contains(where: Byte.isSpace),
      let scheme = token.firstIndex(of: Byte.colon), token[scheme...].starts(with: "://".utf8)
    else { return false }
    return !token[(scheme + 3)...].contains(UInt8(ascii: "/"))
  }

  /// https://html.spec.whatwg.org/multipage/indices.html#elements-3, those met in Markdown.
  private static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body",
    "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details",
    "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins",
    "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "ol", "option", "p", "picture",
    "pre", "q", "s", "samp", "script", "section", "select", "small", "source", "span", "strike",
    "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "textarea", "tfoot",
    "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]
}
