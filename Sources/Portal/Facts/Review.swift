/// When a document was last and will next be reviewed, as it says itself.
struct Review: Equatable, Sendable {
  let last: CalendarDate?
  let lastLine: Int?
  let next: CalendarDate?
  let nextLine: Int?

  /// The dates of a document: a stated review or update, else its newest revision, else its date.
  static func read(_ fields: [DocumentField], _ outline: MarkedOutline) -> Review {
    func field(_ kinds: [DocumentField.Kind]) -> DocumentField? {
      for kind in kinds {
        if let field = fields.first(where: { $0.kind == kind && $0.date != nil }) { return field }
      }
      return nil
    }
    let stated = field([.lastReview, .lastUpdated])
    let revision = stated == nil ? newestRevision(outline) : nil
    let other =
      revision == nil ? stated ?? field([.date, .version, .status, .approval, .created]) : nil
    let next = field([.nextReview])
    return Review(
      last: revision?.date ?? other?.date,
      lastLine: revision?.line ?? other?.line,
      next: next?.date,
      nextLine: next?.line
    )
  }

  /// The newest date of a table "Version | Date | …".
  private static func newestRevision(_ outline: MarkedOutline) -> (date: CalendarDate, line: Int)? {
    var newest: (date: CalendarDate, line: Int)?
    for statement in outline.statements where statement.kind == .row {
      let header = outline.outline.tables[statement.block].header.map { header in
        outline.words.facts.fields[header.lowercased()]
      }
      guard header.contains(.version), let column = header.firstIndex(of: .date),
        statement.cells.indices.contains(column),
        let date = CalendarDate(in: statement.cells[column], outline.words)
      else { continue }
      if newest.map({ $0.date.iso < date.iso }) ?? true { newest = (date, statement.line) }
    }
    return newest
  }
}
