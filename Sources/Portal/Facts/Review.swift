/// When a document was last and will next be reviewed, as it says itself.
struct Review: Equatable, Sendable {
  let last: Civil?
  let lastLine: Int?
  let next: Civil?
  let nextLine: Int?

  /// The dates of a document: a stated review or update, else its newest revision, else its date.
  static func read(_ fields: [DocumentField], _ outline: MarkedOutline) -> Review {
    func field(_ kinds: [DocumentField.Kind]) -> (date: Civil, line: Int)? {
      for kind in kinds {
        for field in fields where field.kind == kind {
          if let day = field.date?.day { return (day, field.line) }
        }
      }
      return nil
    }
    let last =
      field([.lastReview, .lastUpdated]) ?? newestRevision(outline)
      ?? field([.date, .version, .status, .approval])
    let next = field([.nextReview])
    return Review(last: last?.date, lastLine: last?.line, next: next?.date, nextLine: next?.line)
  }

  /// The newest date of a table "Version | Date | …", or of a list of changes.
  private static func newestRevision(_ outline: MarkedOutline) -> (date: Civil, line: Int)? {
    let dates = revisions(outline)
    // Some of them may tell which number is the day.
    let isClear = dates.allSatisfy { CalendarDate(in: $0.text, outline.words) != nil }
    let order = isClear ? nil : CalendarDate.order(in: outline)
    return dates.compactMap { text, line in
      CalendarDate(in: text, order: order, outline.words)?.day.map { ($0, line) }
    }.max { $0.0.text < $1.0.text }
  }

  /// What stands as a date in the tables and lists of changes.
  private static func revisions(_ outline: MarkedOutline) -> [(text: String, line: Int)] {
    let columns = outline.outline.tables.map { column(of: $0.header, outline.words) }
    return outline.statements.compactMap { statement in
      switch statement.kind {
      case .row:
        guard let column = columns[statement.block], statement.cells.indices.contains(column)
        else { return nil }
        return (statement.cells[column], statement.line)
      case .line, .item, .heading:
        return entry(statement, outline).map { ($0, statement.line) }
      case .code: return nil
      }
    }
  }

  /// The column of the dates in a table of versions, or of changes with their authors.
  private static func column(of header: [String], _ words: Vocabulary) -> Int? {
    let kinds = header.map { FieldLabel.kind(of: $0, words) }
    guard kinds.contains(.version) || kinds.contains(.author) else { return nil }
    return kinds.firstIndex(of: .date) ?? kinds.firstIndex(of: .lastUpdated)
  }

  /// The start of an entry of a list of changes that opens with its date or version.
  private static func entry(_ statement: Outline.Statement, _ outline: MarkedOutline) -> String? {
    let isChange = [statement.lead, statement.section].contains {
      $0 >= 0 && outline.marks[$0].has(.control)
        && outline.texts[$0].contains(outline.words.facts.document.history)
    }
    guard isChange else { return nil }
    let bytes = Array(statement.text.utf8.prefix(32))
    guard bytes.drop(while: { "v[( ".utf8.contains($0) }).first?.isDigit == true else {
      return nil
    }
    return String(bytes[...])
  }
}
