internal import Bindings

extension SearchPage {
  /// The page of a document: its outline under the anchors of its headings, in the order of lines.
  ///
  /// Front matter is found too (an owner, an identifier), under no heading.
  init(
    document: Document,
    url: String,
    kind: String,
    system: String?,
    anchors: [(line: Int, anchor: String, level: Int, text: String)]
  ) {
    var builder = SectionBuilder(anchors: anchors)
    for line in 1..<max(1, document.lineOffset) {
      let quote = document.lines.quote(line)
      if quote != "---" { builder.add(quote, isCode: false, line: line) }
    }
    builder.add(document.outline)
    self.init(
      url: url,
      title: EncodingRepair.repaired(document.title) ?? document.title,
      kind: kind,
      system: system,
      sections: builder.sections
    )
  }
}

/// Puts lines under the headings that they follow.
private struct SectionBuilder {
  typealias Anchor = (line: Int, anchor: String, level: Int, text: String)

  private(set) var sections = [SearchPage.Section(anchor: "", level: 0, heading: "")]
  private let anchors: [Anchor]
  private var next = 0

  init(anchors: [Anchor]) { self.anchors = anchors }

  mutating func add(_ outline: Outline) {
    var tables = 0
    for statement in outline.statements {
      if statement.kind == .row, statement.block >= tables {
        // The head of a table is no statement of its own.
        let table = outline.tables[statement.block]
        tables = statement.block + 1
        add(table.header.joined(separator: " | "), isCode: false, line: table.line)
      }
      open(upTo: statement.line)
      let isHeading = statement.kind == .heading && next > 0
      guard !isHeading || anchors[next - 1].line != statement.line else { continue }
      add(statement.text, isCode: statement.kind == .code, line: statement.line)
    }
    open(upTo: .max)
  }

  mutating func add(_ text: String, isCode: Bool, line: Int) {
    open(upTo: line)
    guard text.utf8.contains(where: { !Byte.isSpace($0) }) else { return }
    sections[sections.count - 1].lines.append(
      SearchPage.Line(text: EncodingRepair.repaired(text) ?? text, isCode: isCode, line: line)
    )
  }

  private mutating func open(upTo line: Int) {
    while next < anchors.count, anchors[next].line <= line {
      let text = anchors[next].text
      sections.append(
        SearchPage.Section(
          anchor: anchors[next].anchor,
          level: anchors[next].level,
          heading: EncodingRepair.repaired(text) ?? text
        )
      )
      next += 1
    }
  }
}
