/// Markdown that was made of a part of a document, with the line that each of its lines came from.
///
/// What the parser does not take for Markdown (a grid, raw HTML, the text of a note) is written
/// again as what it means, and parsed by itself.
struct MarkdownFragment {
  private(set) var text: [UInt8] = []
  /// The line of the file, by the line of the fragment less 1.
  private(set) var lines: [Int] = []
  /// Where the cells of a row stand in the file, by the line of the fragment.
  private(set) var cellPlaces: [Int: [Int]] = [:]
  /// The lines of the fragment that hold the summary of `<details>`.
  private(set) var summaries: Set<Int> = []

  var isEmpty: Bool { lines.isEmpty }

  /// Adds a line that stands on a line of the file.
  mutating func add(_ bytes: some Sequence<UInt8>, line: Int) {
    text += bytes
    text.append(10)
    lines.append(line)
  }

  /// Adds an empty line, unless one is there.
  mutating func addBreak() {
    guard let last = lines.last, !text.suffix(2).elementsEqual([10, 10]) else { return }
    add([], line: last)
  }

  /// Adds the heading that a summary is.
  mutating func add(summary: ArraySlice<UInt8>, line: Int) {
    add("###### ".utf8 + summary, line: line)
    summaries.insert(lines.count)
  }

  /// Adds a table; the first row is its head, and the widest row says how many columns it has.
  mutating func add(_ rows: [TableRow]) {
    guard let head = rows.first else { return }
    let width = rows.reduce(1) { max($0, $1.cells.count) }
    let missing = [UInt8](repeating: UInt8(ascii: "|"), count: width - head.cells.count)
    addBreak()
    add(head.markdown + missing, line: head.line)
    add(("|" + String(repeating: "-|", count: width)).utf8, line: head.line)
    for row in rows.dropFirst() {
      add(row.markdown, line: row.line)
      if !row.places.isEmpty { cellPlaces[lines.count] = row.places }
    }
    addBreak()
  }
}

/// A row of a table, as it is written into a fragment.
struct TableRow {
  /// Inline Markdown; bars are escaped.
  var cells: [ArraySlice<UInt8>]
  let line: Int
  /// The line of each cell, where they differ.
  var places: [Int] = []

  /// Whether the row states something and is no head: "RTO | 4 hours", "**Owner:** Ops | …".
  var isStatement: Bool {
    if cells.count == 2, let byte = cells[1].first, byte.isDigit || "<>~&".utf8.contains(byte) {
      return true
    }
    return cells.contains { cell in
      cell.indices.dropLast().contains { index in
        cell[index] == Byte.colon && (cell[index + 1] == Byte.space || cell[index + 1] == 42)
      }
    }
  }

  /// A head without words for a row.
  static func head(for row: TableRow) -> TableRow {
    TableRow(cells: row.cells.map { _ in [] }, line: row.line)
  }

  /// "|a|b|".
  fileprivate var markdown: [UInt8] {
    var bytes = [UInt8(ascii: "|")]
    for cell in cells {
      bytes.append(Byte.space)
      bytes += cell
      bytes += " |".utf8
    }
    return bytes
  }
}
