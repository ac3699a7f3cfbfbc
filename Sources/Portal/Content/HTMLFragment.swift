/// Writes raw HTML as the Markdown that it stands for: headings, items, paragraphs, tables.
///
/// Tags that only set words in some way are left out, and what nobody closes closes itself. What
/// stands between the tags stays as it is: authors write Markdown there as well.
struct HTMLFragment {
  private(set) var fragment = MarkdownFragment()
  private var table: HTMLTable?
  /// The words of the current block, and the line of the first of them.
  private var words: [UInt8] = []
  private var wordsLine = 0
  /// What stands before the words: "## " of a heading, "- " of an item, "term: " of a definition.
  private var mark: [UInt8] = []
  /// Whether the words are a heading, item or definition, which goes on with the next line.
  private var isJoined = false
  private var isSummary = false
  private var isTerm = false
  private var term: [UInt8] = []
  /// The lists that are open: whether they are numbered.
  private var lists: [Bool] = []
  /// The element whose contents are no words.
  private var skipped: String?
  private var line = 1

  /// Whether a table waits for its end.
  var isTableOpen: Bool { table != nil }

  /// Reads some HTML that starts on a line; `place` gives the line of the file for each.
  mutating func read(_ html: ArraySlice<UInt8>, from first: Int, _ place: (Int) -> Int) {
    line = first
    var index = html.startIndex
    var isStart = true
    for tag in RawHTML.tags(in: html) {
      read(words: html[index..<tag.range.lowerBound], isStart, place)
      let bytes = html[tag.range]
      if !tag.name.isEmpty { read(tag, bytes, place(line)) }
      line += bytes.count { $0 == 10 }
      index = tag.range.upperBound
      isStart = false
    }
    read(words: html[index...], isStart, place)
  }

  /// Ends what is open, and gives what was made of it.
  mutating func finished() -> MarkdownFragment {
    endTable()
    endBlock()
    return fragment
  }

  // MARK: Words

  private mutating func read(words html: ArraySlice<UInt8>, _ isStart: Bool, _ place: (Int) -> Int)
  {
    guard skipped == nil else {
      line += html.count { $0 == 10 }
      return
    }
    var isStart = isStart
    var start = html.startIndex
    while true {
      let end = html[start...].firstIndex(of: 10) ?? html.endIndex
      add(html[start..<end], isStart, place(line))
      guard end < html.endIndex else { return }
      if table != nil {
        table?.endLine()
      } else if !isJoined {
        write()
      } else if let last = words.last, last != Byte.space {
        words.append(Byte.space)
      }
      line += 1
      start = end + 1
      isStart = true
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ isStart: Bool, _ place: Int) {
    if table != nil {
      table?.add(text, isStart, place)
      return
    }
    let text = words.isEmpty ? text.drop(while: Byte.isSpace) : text
    if words.isEmpty { wordsLine = place }
    words += text
  }

  /// Writes the words as a line.
  private mutating func write() {
    let text = words[...].trimmed(of: Byte.isSpace)
    words = []
    guard !text.isEmpty else { return }
    if isSummary { fragment.add(summary: text, line: wordsLine) }
    if !isSummary { fragment.add(mark + text, line: wordsLine) }
    mark = lists.isEmpty ? [] : indent
    isSummary = false
  }

  private mutating func endBlock() {
    let isPending = words.allSatisfy(Byte.isSpace) && isJoined && !lists.isEmpty
    if isPending { return }  // "<li><p>"
    write()
    mark = lists.isEmpty ? [] : indent
    isJoined = false
    isSummary = false
    fragment.addBreak()
  }

  private mutating func endTable() {
    table?.write(into: &fragment)
    table = nil
  }

  // MARK: Tags

  private mutating func read(_ tag: RawHTML.Tag, _ bytes: ArraySlice<UInt8>, _ place: Int) {
    if let name = skipped {
      if tag.isClosing, tag.name == name { skipped = nil }
      return
    }
    if Self.silent.contains(tag.name) {
      if !tag.isClosing { skipped = tag.name }
    } else if tag.name == "b" || tag.name == "strong" {
      add((tag.isClosing ? "</b>" : "<b>").utf8.map(\.self)[...], false, place)
    } else if table != nil {
      if table?.read(tag, bytes, place) == true { endTable() }
    } else if HTMLTable.elements.contains(tag.name) {
      if tag.isClosing { return }
      endBlock()
      table = HTMLTable()
      _ = table?.read(tag, bytes, place)
    } else {
      read(block: tag)
    }
  }

  private static let silent: Set<String> = ["script", "style", "svg", "template"]

  private mutating func read(block tag: RawHTML.Tag) {
    switch tag.name {
    case "br": if isJoined, lists.isEmpty { words.append(Byte.space) } else { write() }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endBlock()
      let level = Int(tag.name.utf8.last ?? 48) - 48
      if !tag.isClosing { open(String(repeating: "#", count: level) + " ") }
    case "summary":
      endBlock()
      if !tag.isClosing {
        open("")
        isSummary = true
      }
    case "ul", "ol":
      write()
      if !tag.isClosing, lists.count < 20 { lists.append(tag.name == "ol") }
      if tag.isClosing { _ = lists.popLast() }
      isJoined = false
      if lists.isEmpty { endBlock() }
    case "li":
      write()
      if !tag.isClosing { openItem() }
    case "dt", "dd": define(tag)
    default: if Self.blocks.contains(tag.name) { endBlock() }
    }
  }

  private mutating func open(_ mark: String) {
    self.mark = Array(mark.utf8)
    isJoined = true
  }

  private mutating func openItem() {
    if lists.isEmpty { lists.append(false) }
    let outer = Array(repeating: Byte.space, count: 3 * (lists.count - 1))
    mark = outer + (lists.last == true ? "1. " : "-  ").utf8
    isJoined = true
  }

  /// What stands before the further lines of an item.
  private var indent: [UInt8] { Array(repeating: Byte.space, count: 3 * lists.count) }

  private mutating func define(_ tag: RawHTML.Tag) {
    if isTerm, !words.isEmpty {
      term = Array(words[...].trimmed(of: Byte.isSpace))
      words = []
    }
    isTerm = tag.name == "dt" && !tag.isClosing
    if tag.name == "dt", tag.isClosing { return }
    endBlock()
    if tag.name == "dd", !tag.isClosing, !term.isEmpty {
      mark = term + ": ".utf8
    }
    isJoined = !tag.isClosing
  }

  /// https://html.spec.whatwg.org/multipage/rendering.html, those that end a paragraph.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "main",
    "menu", "nav", "p", "pre", "section",
  ]
}
