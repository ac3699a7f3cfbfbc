/// Reads Pandoc's simple tables: columns that stand below each other, under lines of dashes.
struct ColumnTable {
  /// The lines of the table, among those that were looked at.
  let range: Range<Int>
  let rows: [TableRow]

  /// The first table at or after a line; the lines keep the white space at their start.
  init?(in lines: [LooseTable.Line], from start: Int) {
    for index in lines.indices.dropFirst(start + 1) {
      guard let columns = Self.columns(of: lines[index].raw), !lines[index - 1].isBlank else {
        continue
      }
      var end = index + 1
      while end < lines.count, !lines[end].isBlank, Self.columns(of: lines[end].raw) == nil {
        end += 1
      }
      guard end > index + 1 else { continue }
      range = (index - 1)..<end
      rows = ([index - 1] + ((index + 1)..<end)).map { Self.row(lines[$0], columns) }
      return
    }
    return nil
  }

  /// The columns that a line of dashes with gaps marks; nil for any other line.
  static func columns(of line: ArraySlice<UInt8>) -> [Range<Int>]? {
    var columns: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in line.enumerated() {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="): if start == nil { start = offset }
      case Byte.space:
        if let first = start { columns.append(first..<offset) }
        start = nil
      default: return nil
      }
    }
    if let start { columns.append(start..<line.count) }
    return columns.count > 1 && columns.allSatisfy { $0.count > 1 } ? columns : nil
  }

  /// The cells of a line: each reaches to where the next column starts.
  private static func row(_ line: LooseTable.Line, _ columns: [Range<Int>]) -> TableRow {
    var cells: [ArraySlice<UInt8>] = []
    var starts = columns.dropFirst().map(\.lowerBound)[...]
    var column = 0
    var cellStart = line.raw.startIndex
    for index in line.raw.indices where line.raw[index] & 0xC0 != 0x80 {
      if column == starts.first {
        cells.append(line.raw[cellStart..<index].trimmed(of: Byte.isSpace))
        cellStart = index
        starts.removeFirst()
      }
      column += 1
    }
    cells.append(line.raw[cellStart...].trimmed(of: Byte.isSpace))
    return TableRow(cells: cells.map(escaped), line: line.place)
  }

  /// A cell whose bars do not part it.
  private static func escaped(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.contains(UInt8(ascii: "|")) else { return cell }
    return Array(cell.map { $0 == UInt8(ascii: "|") ? [92, $0] : [$0] }.joined())[...]
  }
}
