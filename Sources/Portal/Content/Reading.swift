internal import Bindings

/// What one document says: all that is kept of it until its page is rendered.
struct Reading: Sendable {
  /// What a document is, by where it lies and by what it holds.
  enum Kind: String, Sendable {
    case plan
    case runbook
    case review
  }

  let path: String
  let title: String
  let sha256: String
  let size: Int
  let lineCount: Int
  let kind: Kind
  let facts: Facts
  let anchors: Anchors
  let addresses: [Links.Address]
  /// The drill or incident that a review records.
  let log: DrillLog?
  let problems: [Problem]
  /// The lines that were written as UTF-8 and read as Windows-1252.
  let damagedLines: [Int]
  /// The lines that facts stand on, as they are written; empty for others.
  private let quotes: [String]

  init(_ document: Document) {
    path = document.file.path
    title = document.title
    sha256 = document.file.sha256
    size = document.file.bytes.count
    lineCount = document.lines.count
    let facts = Facts(document)
    let addresses = Links.addresses(in: document.tree, lineOffset: document.lineOffset)
    let isReview = ContentFolder.isReview(path)
    kind = isReview ? .review : facts.isPlan ? .plan : .runbook
    log = isReview ? DrillLog.read(document.file) : nil
    problems = document.problems
    anchors = Anchors(document.tree, lineOffset: document.lineOffset)
    var quotes = Array(repeating: "", count: lineCount + 1)
    damagedLines =
      DisplayText(document.text).isDamaged
      ? (1...lineCount).filter { EncodingRepair.repaired(document.lines.text($0)) != nil } : []
    for line in damagedLines + facts.lines + addresses.map(\.line) + anchors.headings.map(\.line)
    where quotes.indices.contains(line) && quotes[line].isEmpty {
      quotes[line] = document.lines.quote(line)
    }
    self.facts = facts
    self.addresses = addresses
    self.quotes = quotes
  }

  /// Where a fact stands, with its line.
  func location(_ line: Int) -> SourceLocation {
    SourceLocation(file: path, line: line, quote: quotes.indices.contains(line) ? quotes[line] : "")
  }

  /// The headings above a line, the nearest first.
  func headings(above line: Int) -> [String] {
    var path: [Heading] = []
    for heading in anchors.headings.reversed() where heading.line <= line {
      if path.last.map({ heading.level < $0.level }) ?? true { path.append(heading) }
    }
    return path.map(\.text)
  }
}

extension Facts {
  /// Every line that a fact stands on.
  var lines: [Int] {
    objectives.flatMap { ($0.targets + $0.overruled).map(\.line) } + scenarios.map(\.line)
      + times.map(\.line)
      + backups.map(\.line) + drills.map(\.line) + contacts.map(\.line) + fields.map(\.line)
      + placeholders.map(\.line) + rejections.map(\.line) + commands.map(\.line) + steps.map(\.line)
      + commands.flatMap { $0.resources.map(\.line) } + list.map(\.line)
  }
}
