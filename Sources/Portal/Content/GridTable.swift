/// Reads tables that are drawn: "+---+---+" of Pandoc and reStructuredText, and boxes of "┌─┬─┐".
struct GridTable {
  /// The lines of the table, among those that were looked at.
  let range: Range<Int>
  let rows: [TableRow]

  private static let bar = UInt8(ascii: "|")

  /// The first table at or after a line; a drawing without a head above a whole rule is none.
  init?(in lines: [LooseTable.Line], from start: Int) {
    var index = start
    while index < lines.count {
      guard Self.isDrawn(lines[index].text) else {
        index += 1
        continue
      }
      var end = index
      while end < lines.count, Self.isDrawn(lines[end].text) { end += 1 }
      if let rows = Self.rows(lines[index..<end]) {
        self.rows = rows
        range = index..<end
        return
      }
      index = end
    }
    return nil
  }

  /// A line as ASCII: "├─┼─┤" is "+-+-+", "│" is "|".
  static func plain(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.contains(0xE2) else { return line.trimmed(of: Byte.isSpace) }
    var plain: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == 0xE2, index + 2 < line.endIndex,
        let sign = sign(line[index + 1], line[index + 2])
      {
        plain.append(sign)
        index += 3
      } else {
        plain.append(line[index])
        index += 1
      }
    }
    return plain[...].trimmed(of: Byte.isSpace)
  }

  /// The sign for a character of U+2500 to U+257F.
  private static func sign(_ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (second, third) {
    case (0x94, 0x80...0x81), (0x94, 0x84...0x85), (0x94, 0x88...0x89): UInt8(ascii: "-")
    case (0x94, 0x82...0x83), (0x94, 0x86...0x87), (0x94, 0x8A...0x8B), (0x95, 0x91): bar
    case (0x95, 0x90): UInt8(ascii: "=")
    case (0x94, 0x8C...0xBF), (0x95, 0x80...0x8F), (0x95, 0x92...0xB0): UInt8(ascii: "+")
    default: nil
    }
  }

  private static func isDrawn(_ line: ArraySlice<UInt8>) -> Bool {
    isRule(line) || line.first == bar && line.count > 2 && line.last == bar
  }

  /// A whole line of a grid: no space in it.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 2, line.first == UInt8(ascii: "+") || line.first == bar else { return false }
    var isDashed = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="): isDashed = true
      case UInt8(ascii: "+"), bar, Byte.colon: break
      default: return false
      }
    }
    return isDashed
  }

  /// The rows between the rules, head first; nil for fewer than a head and a row of two cells.
  private static func rows(_ lines: ArraySlice<LooseTable.Line>) -> [TableRow]? {
    guard lines.contains(where: { isRule($0.text) }) else { return nil }
    var groups = lines.split { isRule($0.text) }.map { group in
      group.map { TableRow(cells: LooseTable.cells(of: $0.text), line: $0.place) }
    }
    // A title over the whole width.
    while groups.first?.allSatisfy({ $0.cells.count == 1 }) == true { groups.removeFirst() }
    guard groups.count > 1, let width = groups[0].map(\.cells.count).max(), width > 1 else {
      return nil
    }
    let body = groups.dropFirst().map { $0.filter { $0.cells.count == width } }
    // Whole rows follow one another without a rule, or each rule ends a row of several lines.
    let isPacked = groups.count == 2 || body.contains { $0.dropFirst().contains(where: isWhole) }
    var rows = [joined(groups[0][...])]
    for group in body where !group.isEmpty {
      rows += isPacked ? packed(group) : [joined(group[...])]
    }
    return rows.count > 1 ? rows : nil
  }

  private static func isWhole(_ row: TableRow) -> Bool { row.cells.allSatisfy { !$0.isEmpty } }

  /// Rows of one line each; one without a first cell goes on with the row above.
  private static func packed(_ lines: [TableRow]) -> [TableRow] {
    var rows: [TableRow] = []
    var start = 0
    for index in 1...lines.count
    where index == lines.count || lines[index].cells.first?.isEmpty == false {
      rows.append(joined(lines[start..<index]))
      start = index
    }
    return rows
  }

  /// The lines of one row, cell by cell; a cell stands where its first words stand.
  private static func joined(_ lines: ArraySlice<TableRow>) -> TableRow {
    let first = lines[lines.startIndex]
    if lines.count == 1 { return first }
    var cells = first.cells.map { Array($0) }
    var places = first.cells.map { _ in first.line }
    for line in lines.dropFirst() {
      for (column, more) in line.cells.enumerated() where column < cells.count && !more.isEmpty {
        if cells[column].isEmpty { places[column] = line.line } else { cells[column].append(32) }
        cells[column] += more
      }
    }
    return TableRow(cells: cells.map { $0[...] }, line: first.line, places: places)
  }
}
