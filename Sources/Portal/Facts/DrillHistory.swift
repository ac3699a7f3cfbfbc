/// Tables in which a plan tells of the drills that were held.
struct DrillHistory {
  /// The columns of a table that say when, of what and how it went.
  private struct Columns {
    let date: Int
    let subject: Int
    let outcome: Int
  }

  private let outline: MarkedOutline
  /// For each table; nil for one of something else.
  private let columns: [Columns?]

  init(_ outline: MarkedOutline) {
    self.outline = outline
    columns = outline.outline.tables.indices.map { table in
      // A date is a label of document control as well, and most tables have none.
      guard outline.headers[table].contains(where: { $0.has(.field) }) else { return nil }
      return Self.columns(of: outline.outline.tables[table].header)
    }
  }

  private static func columns(of header: [String]) -> Columns? {
    let fields = header.map { DrillWords.standard.meaning(of: $0)?.field }
    guard let date = fields.firstIndex(of: "date"), let outcome = fields.firstIndex(of: "outcome")
    else { return nil }
    let subject = header.indices.first { place in
      place != date && fields[place].map { ["kind", "scenario", "component"].contains($0) } == true
    }
    return Columns(date: date, subject: subject ?? date, outcome: outcome)
  }

  /// What a row tells of a drill: its day and how it went; nothing of one that is still to come.
  func fact(_ index: Int) -> Fact? {
    let row = outline.statements[index]
    guard let columns = columns[row.block], row.cells.count > max(columns.date, columns.outcome),
      outline.headers[row.block].contains(where: { $0.has(.drill) })
        || outline.topicAbove(index) == .drill,
      !outline.isExample(index),
      let day = CalendarDate(in: row.cells[columns.date], outline.words)?.day,
      let outcome = Self.outcome(row.cells[columns.outcome])
    else { return nil }
    let subject = columns.subject == columns.date ? "" : row.cells[columns.subject]
    return Fact(
      kind: "drill.told",
      line: row.line,
      subject: MarkedOutline.bare(subject),
      value: "\(day.text) \(outcome)"
    )
  }

  /// How a drill went that was held: "✅ passed".
  private static func outcome(_ cell: String) -> String? {
    let names = [cell, MarkedOutline.bare(cell)].flatMap { text in
      [text] + text.split { " ,;:(".contains($0) }.prefix(1).map { String($0) }
    }
    let outcome = names.lazy.compactMap { DrillWords.standard.outcome($0) }.first
    return ["pass", "fail", "partial", "aborted"].contains(outcome ?? "") ? outcome : nil
  }
}
