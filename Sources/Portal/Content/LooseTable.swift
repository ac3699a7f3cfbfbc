/// Finds tables of bars that the parser does not take for tables.
///
/// It wants a line of dashes with as many cells as the head. Authors leave cells of it out, write
/// "|---+---|" or no such line at all, and put empty lines between the rows.
struct LooseTable {
  /// A line that may be part of a table.
  struct Line {
    /// As it is written.
    let raw: ArraySlice<UInt8>
    /// In ASCII as far as it draws lines, without white space around it.
    let text: ArraySlice<UInt8>
    /// In the file.
    let place: Int

    init(_ raw: ArraySlice<UInt8>, place: Int) {
      self.raw = raw
      text = GridTable.plain(raw)
      self.place = place
    }

    var isBlank: Bool { text.isEmpty }

    /// Whether it only parts the head from the rows: "|---|:-:|", "|---+---|".
    var isRule: Bool { LooseTable.isRule(text) }

    /// Whether it starts and ends with a bar.
    var isFramed: Bool {
      text.first == LooseTable.bar && text.count > 2 && text.last == LooseTable.bar
    }
  }

  private static let bar = UInt8(ascii: "|")

  /// The lines of the table, among those of the paragraph.
  let range: Range<Int>
  let rows: [TableRow]

  /// The first table at or after a line.
  init?(in lines: [Line], from start: Int) {
    for index in start..<lines.count where lines[index].text.contains(Self.bar) {
      if index + 1 < lines.count, lines[index + 1].isRule,
        !lines[index].isRule
      {
        let end = Self.end(of: lines, from: index + 2) { $0.text.contains(Self.bar) }
        self.init(lines, index..<end)
        return
      }
      if lines[index].isFramed, let end = Self.framedEnd(lines, from: index) {
        self.init(lines, index..<end)
        return
      }
    }
    return nil
  }

  private init(_ lines: [Line], _ range: Range<Int>) {
    self.range = range
    let rows = lines[range].filter { !$0.isRule }.map { line in
      TableRow(cells: Self.cells(of: line.text), line: line.place)
    }
    let isUnheaded = rows.count == range.count && rows[0].isStatement
    self.rows = isUnheaded ? [.head(for: rows[0])] + rows : rows
  }

  /// Where rows in a frame end, when there are two and all have as many cells.
  private static func framedEnd(_ lines: [Line], from start: Int) -> Int? {
    let width = cells(of: lines[start].text).count
    guard width > 1, !lines[start].isRule else { return nil }
    let end = end(of: lines, from: start + 1) { line in
      line.isFramed && (line.isRule || cells(of: line.text).count == width)
    }
    return end - start > 1 ? end : nil
  }

  private static func end(of lines: [Line], from start: Int, _ isRow: (Line) -> Bool) -> Int {
    var end = start
    while end < lines.count, isRow(lines[end]) { end += 1 }
    return end
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = 0
    var joints = 0
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
      case bar, UInt8(ascii: "+"): joints += 1
      case Byte.space, 9, Byte.colon: break
      case 0xE2
      where line[index...].starts(with: [0xE2, 0x80, 0x93])
        || line[index...].starts(with: [0xE2, 0x80, 0x94]):
        dashes += 1
        index += 2
      default: return false
      }
      index += 1
    }
    return dashes > 0 && joints > 0
  }

  /// The cells of a row; "||head||head||" has two.
  static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var rest = line.trimmed(of: Byte.isSpace)
    let isDouble = rest.starts(with: [bar, bar]) && rest.count > 4
    if rest.first == bar { rest.removeFirst() }
    if rest.last == bar, rest.dropLast().last != escape { rest.removeLast() }
    var cells: [ArraySlice<UInt8>] = []
    var start = rest.startIndex
    for index in rest.indices where rest[index] == bar {
      if index > rest.startIndex, rest[index - 1] == escape { continue }
      cells.append(rest[start..<index].trimmed(of: Byte.isSpace))
      start = index + 1
    }
    cells.append(rest[start...].trimmed(of: Byte.isSpace))
    return isDouble ? cells.filter { !$0.isEmpty } : cells
  }

  private static let escape = UInt8(ascii: "\\")
}
