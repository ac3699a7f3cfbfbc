/// Finds the tables in some lines one after the other, whatever form they have.
struct TableFinder {
  /// A table, and the lines that it takes.
  struct Found {
    let range: Range<Int>
    let rows: [TableRow]
  }

  /// The forms that are looked for.
  struct Forms: OptionSet {
    let rawValue: Int
    static let grid = Forms(rawValue: 1)
    static let bars = Forms(rawValue: 2)
    static let columns = Forms(rawValue: 4)
  }

  private let lines: [LooseTable.Line]
  private let forms: Forms
  // Looked for once, and again only beyond what was found: so all lines are looked at once.
  private var grid: Found?
  private var columns: Found?
  private var next = 0

  /// `lines` without what they hang in; white space at their start counts for columns only.
  init(_ lines: [LooseTable.Line], _ forms: Forms) {
    self.lines = lines
    self.forms = forms
    findGrid()
    findColumns()
  }

  /// The next table.
  mutating func found() -> Found? {
    let bars = forms.contains(.bars) ? LooseTable(in: lines, from: next) : nil
    let all = [grid, columns, bars.map { Found(range: $0.range, rows: $0.rows) }]
    let first = all.compactMap(\.self).min { $0.range.lowerBound < $1.range.lowerBound }
    guard let first else { return nil }
    next = first.range.upperBound
    if let start = grid?.range.lowerBound, start < next { findGrid() }
    if let start = columns?.range.lowerBound, start < next { findColumns() }
    return first
  }

  private mutating func findGrid() {
    guard forms.contains(.grid) else { return }
    grid = GridTable(in: lines, from: next).map { Found(range: $0.range, rows: $0.rows) }
  }

  private mutating func findColumns() {
    guard forms.contains(.columns) else { return }
    columns = ColumnTable(in: lines, from: next).map { Found(range: $0.range, rows: $0.rows) }
  }
}
