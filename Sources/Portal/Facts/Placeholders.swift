internal import Bindings

/// Something in a plan that is still to be filled in.
struct Placeholder: Equatable, Sendable {
  /// As it is written, with its brackets.
  let text: String
  let line: Int

  /// What placeholders of one kind share: the words before a number, a colon or a dot.
  var family: String {
    let text = FoldedText(folding: text).bytes
    if text.starts(with: "___".utf8) { return "___" }
    let isVariable = text.starts(with: "{{".utf8) || text.starts(with: "[[".utf8)
    let name = text.prefix { byte in
      byte != Byte.colon && !byte.isDigit && !(isVariable && ".-_".utf8.contains(byte))
    }
    return String(name.trimmed { Byte.isSpace($0) || $0 == UInt8(ascii: "]") })
  }
}

/// Reads the placeholders of a plan; parameters of commands and bare examples are none.
struct Placeholders {
  private let words: Vocabulary
  private var found: [Placeholder] = []

  /// The placeholders of a document, line by line.
  static func read(_ outline: MarkedOutline, _ document: Document) -> [Placeholder] {
    var reader = Placeholders(words: outline.words)
    reader.front(document.frontMatter)
    for index in outline.statements.indices {
      let text = outline.texts[index]
      let marks = outline.marks[index]
      guard marks.has(.open) || text.bytes.contains(where: { "[{<_x".utf8.contains($0) }) else {
        continue
      }
      let statement = outline.statements[index]
      if statement.kind == .code, !outline.isSentence(index) {
        reader.masked(statement, text)
      } else {
        reader.scan(statement, text, marks)
      }
    }
    reader.tags(document)
    return reader.found.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  private init(words: Vocabulary) { self.words = words }

  private mutating func scan(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ marks: Marks
  ) {
    var offset = 0
    while offset < text.bytes.count {
      switch text.bytes[offset] {
      case UInt8(ascii: "["):
        offset = bracket(statement, text, offset)
        continue
      case UInt8(ascii: "{") where text.bytes[offset...].starts(with: "{{".utf8):
        offset = variable(statement, text, offset)
        continue
      case UInt8(ascii: "<"): angle(statement, text, offset)
      case UInt8(ascii: "_") where text.bytes[offset...].starts(with: "_____".utf8):
        let run = text.bytes[offset...].prefix { $0 == UInt8(ascii: "_") }
        add(statement, offset..<run.endIndex)
        offset = run.endIndex
        continue
      default: break
      }
      offset += 1
    }
    masked(statement, text)
    guard marks.has(.open) else { return }
    for value in statement.cells.isEmpty
      ? [statement.label == nil ? "" : statement.value]
      : statement.cells
    {
      whole(statement, value)
    }
  }

  /// The first of each family: "[Step 1]" and "[Step 2]" are one, as are the fields of a variable.
  static func distinct(_ placeholders: [Placeholder]) -> [Placeholder] {
    var seen: Set<String> = []
    return placeholders.filter { seen.insert($0.family).inserted }
  }

  // MARK: Forms

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
    let isLink =
      end < text.bytes.count && "([:".utf8.contains(text.bytes[end]) && !isDouble
      && text.bytes[end] != Byte.colon
    guard !isIndex, !isLink, isText(inner) else { return open }
    add(statement, start..<end)
    return end
  }

  private func isText(_ inner: ArraySlice<UInt8>) -> Bool {
    guard let first = inner.first, first.isLetter, inner.count > 1, inner.count <= 160 else {
      return false
    }
    guard !inner.contains(where: { "=\"{};$\\<>^".utf8.contains($0) }) else { return false }
    let text = FoldedText(bytes: Array(inner))
    return !words.facts.asides.contains { text.has($0, at: 0) }
  }

  /// "{{ owner }}".
  private mutating func variable(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ start: Int
  ) -> Int {
    var end = start + 2
    while end + 1 < text.bytes.count, !text.bytes[end...].starts(with: "}}".utf8) { end += 1 }
    guard end + 1 < text.bytes.count, end - start < 100 else { return start + 2 }
    add(statement, start..<(end + 2))
    return end + 2
  }

  /// "<TBD>" in words that are set as code.
  private mutating func angle(_ statement: Outline.Statement, _ text: FoldedText, _ start: Int) {
    for word in words.placeholders where text.has(word, at: start + 1) && word.count > 2 {
      let end = start + 1 + word.count
      if end < text.bytes.count, text.bytes[end] == UInt8(ascii: ">") {
        add(statement, start..<(end + 1))
        return
      }
    }
  }

  /// "+1-XXX-XXX-XXXX".
  private mutating func masked(_ statement: Outline.Statement, _ text: FoldedText) {
    guard text.bytes.contains(UInt8(ascii: "x")), ContactValue.isMasked(text) else { return }
    for token in text.bytes.split(whereSeparator: {
      Byte.isSpace($0) || ",;|)\"'`".utf8.contains($0)
    })
    where token.count < 24 && ContactValue.isMasked(FoldedText(bytes: Array(token))) {
      let end = token.last == UInt8(ascii: ".") ? token.endIndex - 1 : token.endIndex
      add(statement, token.startIndex..<end)
    }
  }

  /// A value that is a word for nothing: "TBD", "(Name)", "YYYY-MM-DD".
  private mutating func whole(_ statement: Outline.Statement, _ value: String) {
    let text = FoldedText(folding: value)
    let start = text.skipSpaces(0)
    guard start < text.bytes.count, text.bytes[start] != UInt8(ascii: "[") else { return }
    for word in words.placeholders where word.count > 2 && text.has(word, at: start) {
      let isWord = word.count <= 4 || word.contains(Byte.space)
      let end = text.skipSpaces(start + word.count)
      guard isWord,
        end == text.bytes.count || !text.bytes[end].isLetterOrDigit
      else { continue }
      found.append(
        Placeholder(
          text: String(Array(value.utf8)[start..<(start + word.count)]),
          line: statement.line
        )
      )
      return
    }
    let inner = text.bytes[...].trimmed { "() ".utf8.contains($0) }
    let isDate = inner.starts(with: "yyyy".utf8) || inner.starts(with: "dd".utf8)
    if inner.count < text.bytes.count || isDate || inner.contains(Byte.space),
      words.facts.dummies.contains(String(inner))
    {
      found.append(Placeholder(text: value, line: statement.line))
    }
  }

  // MARK: Tags and front matter

  /// "<region>" in the text: a tag that HTML does not know.
  private mutating func tags(_ document: Document) {
    let tree = document.tree
    var line = 0
    for node in tree.nodes {
      if node.line > 0 { line = Int(node.line) + document.lineOffset }
      guard node.kind == .html, let name = Self.unknownTag(tree.bytes[node.text]) else { continue }
      found.append(Placeholder(text: name, line: line))
    }
  }

  private static func unknownTag(_ html: ArraySlice<UInt8>) -> String? {
    let inner = html.dropFirst().dropLast()
    guard html.first == UInt8(ascii: "<"), let first = inner.first, first.isASCIILetter,
      inner.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    let name = String(inner).lowercased()
    return elements.contains(name) ? nil : String(html)
  }

  /// https://html.spec.whatwg.org/multipage/indices.html#elements-3, those met in Markdown.
  private static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body",
    "br",
    "button", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd",
    "label", "li", "link", "main", "mark", "meta", "nav", "ol", "option", "p", "picture", "pre",
    "q", "s", "samp", "script", "section", "select", "small", "source", "span", "strike", "strong",
    "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]

  private mutating func front(_ node: YAMLNode?) {
    for pair in node?.pairs ?? [] {
      guard let value = pair.value.text, words.facts.dummies.contains(value.lowercased()) else {
        continue
      }
      found.append(Placeholder(text: value, line: pair.line))
    }
  }

  private mutating func add(_ statement: Outline.Statement, _ range: Range<Int>) {
    let text = String(Array(statement.text.utf8)[range])
    guard !found.suffix(8).contains(Placeholder(text: text, line: statement.line)) else { return }
    found.append(Placeholder(text: text, line: statement.line))
  }
}
