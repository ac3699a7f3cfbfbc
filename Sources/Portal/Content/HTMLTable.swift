/// The rows of a table in raw HTML, as its tags come along.
struct HTMLTable {
  private struct Cell {
    var text: [UInt8] = []
    /// The line of its first words, or of its tag.
    var place: Int
    var isHead = false
    var columns = 1
    var rows = 1
    /// Whether `place` is that of words.
    var isPlaced = false
  }

  /// The tags of which a table is made.
  static let elements: Set<String> = [
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
  ]

  private static let lineBreak = Array("<br>".utf8)

  private var rows: [[Cell]] = []
  private var cell: Cell?
  private var caption: Cell?
  private var isCaption = false
  private var isHead = false
  /// How many tables are open, one in the other; the cells of an inner one are lines of the outer.
  private var depth = 0
  /// How many bytes were read, which bounds what cells over several rows may repeat.
  private var size = 0

  // MARK: Reading

  /// Reads a tag; true for the one that ends the table.
  mutating func read(_ tag: RawHTML.Tag, _ bytes: ArraySlice<UInt8>, _ place: Int) -> Bool {
    size += bytes.count
    if tag.name == "table" {
      depth += tag.isClosing ? -1 : 1
      if depth <= 0 { endCell() } else if depth > 1 { breakLine() }
      return depth <= 0
    }
    guard depth <= 1 else {
      breakLine()
      return false
    }
    switch tag.name {
    case "tr":
      endCell()
      if !tag.isClosing { rows.append([]) }
    case "td", "th":
      endCell()
      if !tag.isClosing { open(tag, bytes, place) }
    case "caption":
      endCell()
      isCaption = !tag.isClosing
      if isCaption { cell = Cell(place: place) }
    case "thead":
      endCell()
      isHead = !tag.isClosing
    case "tbody", "tfoot": endCell()
    case "a", "abbr", "code", "em", "font", "i", "img", "kbd", "span", "sub", "sup", "tt", "u":
      break
    default: breakLine()
    }
    return false
  }

  private mutating func open(_ tag: RawHTML.Tag, _ bytes: ArraySlice<UInt8>, _ place: Int) {
    if rows.isEmpty { rows.append([]) }
    cell = Cell(
      place: place,
      isHead: isHead || tag.name == "th",
      columns: Self.number("colspan", bytes, limit: 100),
      rows: Self.number("rowspan", bytes, limit: 1_000)
    )
  }

  /// Adds words to the cell that is open; `isStart` tells that they stand at the start of a line.
  mutating func add(_ text: ArraySlice<UInt8>, _ isStart: Bool, _ place: Int) {
    size += text.count
    guard cell != nil else { return }
    var text = text
    if isStart {
      let words = text.drop(while: Byte.isSpace)
      if words.count > 2, "-*+".utf8.contains(words[words.startIndex]),
        words[words.startIndex + 1] == Byte.space
      {
        breakLine()
        text = words.dropFirst(2)
      }
    }
    if cell?.isPlaced == false, !text.allSatisfy(Byte.isSpace) {
      cell?.place = place
      cell?.isPlaced = true
    }
    for byte in text {
      if Byte.isSpace(byte) {
        endLine()
      } else {
        if byte == UInt8(ascii: "|") { cell?.text.append(UInt8(ascii: "\\")) }
        cell?.text.append(byte)
      }
    }
  }

  /// Ends a line of the source, which is a space; many are one.
  mutating func endLine() {
    if let last = cell?.text.last, last != Byte.space { cell?.text.append(Byte.space) }
  }

  private mutating func breakLine() {
    if cell?.text.last == Byte.space { cell?.text.removeLast() }
    guard let end = cell?.text.suffix(4), !end.isEmpty, !end.elementsEqual(Self.lineBreak) else {
      return
    }
    cell?.text += Self.lineBreak
  }

  private mutating func endCell() {
    guard var ended = cell else { return }
    cell = nil
    var text = ended.text[...].trimmed(of: Byte.isSpace)
    while text.suffix(4).elementsEqual(Self.lineBreak) {
      text = text.dropLast(4).trimmedEnd(of: Byte.isSpace)
    }
    ended.text = Array(text)
    if isCaption {
      caption = ended
      isCaption = false
    } else {
      rows[rows.count - 1].append(ended)
    }
  }

  /// The number of an attribute; 1 without one.
  private static func number(_ name: String, _ tag: ArraySlice<UInt8>, limit: Int) -> Int {
    let name = Array(name.utf8)
    for index in tag.indices.dropLast(name.count)
    where tag[index] | 32 == name[0] && tag[index..<(index + name.count)].map({ $0 | 32 }) == name {
      let digits = tag[(index + name.count)...].drop { " =\"'".utf8.contains($0) }
        .prefix(while: \.isDigit)
      return min(limit, max(1, Int(String(digits.prefix(6))) ?? 1))
    }
    return 1
  }

  // MARK: Writing

  /// Writes the table, with its caption before it.
  func write(into fragment: inout MarkdownFragment) {
    var titles = caption.map { [$0] } ?? []
    var rows = rows.filter { !$0.isEmpty }
    // A title over all columns.
    while let first = rows.first, first.count == 1, rows.contains(where: { $0.count > 1 }) {
      titles += first
      rows.removeFirst()
    }
    for title in titles where !title.text.isEmpty {
      fragment.addBreak()
      fragment.add(title.text, line: title.place)
    }
    rows = spread(rows)
    guard let first = rows.first else { return }
    let heads = rows.prefix(while: Self.isHead)
    var head = heads.first ?? []
    if heads.count < rows.count {
      for row in heads.dropFirst() { Self.join(row, to: &head) }
      rows.removeFirst(heads.count)
    } else {
      rows.removeFirst()
    }
    if heads.isEmpty, !isUnheaded(first, rows) {
      head = first
      rows.removeFirst()
    }
    let title = TableRow(cells: head.map { $0.text[...] }, line: (head.first ?? first[0]).place)
    fragment.add([title] + rows.map(Self.row))
  }

  /// Whether a row names the columns; the corner above the names of the rows may be empty.
  private static func isHead(_ row: [Cell]) -> Bool {
    guard let first = row.first, first.isHead || first.text.isEmpty && row.count > 1 else {
      return false
    }
    return row.dropFirst().allSatisfy(\.isHead)
  }

  /// Whether the first row states something: its cells have a head each, or look like a value.
  private func isUnheaded(_ first: [Cell], _ rows: [[Cell]]) -> Bool {
    first.contains(where: \.isHead) || rows.contains { $0.contains(where: \.isHead) }
      || Self.row(first).isStatement
  }

  private static func row(_ cells: [Cell]) -> TableRow {
    let first = cells.first { !$0.text.isEmpty } ?? cells[0]
    return TableRow(
      cells: cells.map { $0.text[...] },
      line: first.place,
      places: cells.map(\.place)
    )
  }

  /// "Targets" above "RTO" is "Targets RTO".
  private static func join(_ row: [Cell], to head: inout [Cell]) {
    for (column, cell) in row.enumerated() where column < head.count {
      if head[column].text == cell.text { continue }
      head[column].text += (head[column].text.isEmpty ? [] : [Byte.space]) + cell.text
    }
    head += row.dropFirst(head.count)
  }

  /// The rows with each cell in its column: a cell over several rows stands in all of them.
  private func spread(_ rows: [[Cell]]) -> [[Cell]] {
    var carried: [Int: (cell: Cell, rows: Int)] = [:]
    // What is repeated may not grow beyond what was read.
    var budget = 10_000 + size
    return rows.map { row in
      var cells: [Cell] = []
      func fill() {
        while let (cell, rows) = carried[cells.count] {
          budget -= cell.text.count + 20
          carried[cells.count] = rows > 1 && budget > 0 ? (cell, rows - 1) : nil
          cells.append(cell)
        }
      }
      for cell in row {
        fill()
        for offset in 0..<cell.columns where offset == 0 || budget > 0 {
          var part = cell
          // Only a head speaks for all the columns that it spans.
          if offset > 0, !cell.isHead { part.text = [] }
          if offset > 0 { budget -= part.text.count + 20 }
          if cell.rows > 1 { carried[cells.count] = (part, cell.rows - 1) }
          cells.append(part)
        }
      }
      fill()
      return cells
    }
  }
}
