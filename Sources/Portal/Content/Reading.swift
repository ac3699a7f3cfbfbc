/// What one document says: all that is kept of it until its page is rendered.
struct Reading: Sendable {
  let path: String
  let title: String
  let sha256: String
  let size: Int
  let facts: Facts
  let headings: [Heading]
  let named: Set<String>
  let links: [Links.Address]
  let problems: [Problem]
  /// The lines that facts stand on, as they are written.
  private let quotes: [Int: String]

  init(_ document: Document) {
    path = document.file.path
    title = document.title
    sha256 = document.file.sha256
    size = document.file.bytes.count
    facts = Facts(document)
    let anchors = Anchors(document.tree, lineOffset: document.lineOffset)
    headings = anchors.headings
    named = anchors.named
    links = Links.addresses(in: document.tree, lineOffset: document.lineOffset)
    problems = document.problems
    var quotes: [Int: String] = [:]
    for line in facts.lines + links.map(\.line) + [1] where quotes[line] == nil {
      quotes[line] = document.lines.quote(line)
    }
    self.quotes = quotes
  }

  /// Whether it is a plan: it states an objective, or more than one scenario.
  var isPlan: Bool {
    facts.objectives.contains(where: \.isRecovery) || facts.scenarios.count > 1
  }

  /// Where a fact stands, with its line.
  func location(_ line: Int) -> SourceLocation {
    SourceLocation(file: path, line: line, quote: quotes[line] ?? "")
  }

  /// The headings above a line, the nearest first.
  func headings(above line: Int) -> [Heading] {
    var path: [Heading] = []
    for heading in headings.reversed() where heading.line <= line {
      if path.last.map({ heading.level < $0.level }) ?? true { path.append(heading) }
    }
    return path
  }
}
