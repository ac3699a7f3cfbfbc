internal import Bindings

extension OutlineBuilder {
  /// Adds the rows of a table.
  mutating func table(_ index: Int) {
    var block = continued
    continued = nil
    let end = Int(tree.nodes[index].end)
    let head = index + 1
    var row = head
    while row < end {
      defer { row = Int(tree.nodes[row].end) }
      if row == head, block != nil { continue }
      let line = Int(tree.nodes[row].line)
      let cells = cells(of: row)
      guard let block, row > head else {
        block = outline.tables.count
        outline.tables.append(Outline.Table(header: cells, line: source.place(line)))
        continue
      }
      if LooseLine.isNothing(cells) { continue }
      outline.tables[block].rows += 1
      outline.statements.append(
        Outline.Statement(
          kind: .row,
          line: source.place(line),
          text: LongText.start(of: Self.joined(cells)),
          .cells(cells, places: source.fragment?.cellPlaces[line] ?? []),
          section: sections.current,
          lead: lead,
          block: block
        )
      )
    }
  }

  private func cells(of row: Int) -> [String] {
    let end = Int(tree.nodes[row].end)
    var cells: [String] = []
    cells.reserveCapacity(8)
    var cell = row + 1
    while cell < end {
      cells.append(repaired(text: LongText.start(of: InlineText.text(of: cell, in: tree))))
      cell = Int(tree.nodes[cell].end)
    }
    return cells
  }

  private static func joined(_ cells: [String]) -> String {
    var text = ByteOutput(capacity: 240)
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(" | ") }
      text.append(cell)
    }
    return text.text
  }
}
