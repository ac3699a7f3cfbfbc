/// A text of rows and cells; `,`, `;` or a tab parts them, whichever its first line has most of.
///
/// Source: RFC 4180.
struct CSVTable {
  /// A row with the line on which it starts, from 1.
  struct Row: Equatable {
    var cells: [String] = []
    let line: Int
  }

  /// Without empty rows.
  private(set) var rows: [Row] = []
  private let separator: UInt8
  private var cell: [UInt8] = []
  private var row = Row(line: 1)
  private var isQuoted = false

  init(_ bytes: [UInt8]) throws(LogRefusal) {
    let first = bytes.prefix { $0 != 10 }
    let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), 9].map { byte in
      (byte, first.count { $0 == byte })
    }
    separator = counts.max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    var line = 1
    var index = 0
    while index < bytes.count {
      if bytes[index] == 10 { line += 1 }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      index += take(bytes[index], next, line)
    }
    guard !isQuoted else {
      throw LogRefusal(
        message: "a quote in the record of line \(row.line) never ends",
        fix: "close it with \"",
        line: row.line
      )
    }
    endRow(nextLine: line)
  }

  /// Takes a byte, or a doubled quote; the number of bytes taken.
  private mutating func take(_ byte: UInt8, _ next: UInt8, _ line: Int) -> Int {
    let quote = UInt8(ascii: "\"")
    switch byte {
    case quote where isQuoted && next == quote:
      cell.append(quote)
      return 2
    case quote where isQuoted: isQuoted = false
    case _ where isQuoted: cell.append(byte)
    case quote where cell.allSatisfy(Byte.isSpace): isQuoted = true
    case separator: endCell()
    case 10: endRow(nextLine: line)
    default: cell.append(byte)
    }
    return 1
  }

  private mutating func endCell() {
    row.cells.append(String(cell[...].trimmed(of: Byte.isSpace)))
    cell = []
  }

  private mutating func endRow(nextLine: Int) {
    endCell()
    if row.cells != [""] { rows.append(row) }
    row = Row(line: nextLine)
  }
}
