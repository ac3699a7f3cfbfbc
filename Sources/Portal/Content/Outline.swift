internal import Bindings

/// A document as the list of its statements: what a reader of facts looks at.
///
/// Headings, lines of paragraphs and lists, rows of tables and lines of code stand in the order of
/// the document, each with its line and with the heading and the lead above it. Mark-up is gone.
struct Outline: Sendable {
  /// What a statement was in the document.
  enum Kind: UInt8, Sendable {
    case heading
    case line
    case item
    case row
    case code
  }

  /// One thing that a document says.
  ///
  /// It never changes, and is a class for that: readers hand it on thousands of times.
  final class Statement: Sendable {
    let kind: Kind
    /// From 1, in the file.
    let line: Int
    /// A heading's level; the depth of a list item, from 1.
    let level: Int
    /// The words without mark-up; a code line as it is.
    let text: String
    private let parts: Parts
    private let traits: Traits
    /// The index of the heading above, in `statements`; -1 before the first.
    let section: Int
    /// The index of the line that leads over to this list or table ("**Targets:**"); -1 for none.
    let lead: Int
    /// The index of the table or block of code.
    let block: Int

    /// What the words of a statement are.
    enum Parts: Sendable {
      case none
      /// All of the text is the value.
      case whole
      case labelled(label: String, value: String)
      case cells([String], places: [Int])

      /// A label and a value; without a label all of the text is the value.
      init(label: String?, value: String) {
        self = label.map { .labelled(label: $0, value: value) } ?? .whole
      }
    }

    /// What else is known of a line or an item.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8

      static let bold = Traits(rawValue: 1)
      static let caption = Traits(rawValue: 2)
      static let ordered = Traits(rawValue: 4)
      static let task = Traits(rawValue: 8)
      static let wrapped = Traits(rawValue: 16)
    }

    init(
      kind: Kind,
      line: Int,
      level: Int = 0,
      text: String,
      _ parts: Parts = .none,
      _ traits: Traits = [],
      section: Int,
      lead: Int = -1,
      block: Int = -1
    ) {
      self.kind = kind
      self.line = line
      self.level = level
      self.text = text
      self.parts = parts
      self.traits = traits
      self.section = section
      self.lead = lead
      self.block = block
    }

    /// Whether the label is set in bold.
    var isBold: Bool { traits.contains(.bold) }
    /// Whether a line of its own is bold as a whole, as a heading would be.
    var isCaption: Bool { traits.contains(.caption) }
    /// Whether the item is ordered, or has a box to tick.
    var isOrdered: Bool { traits.contains(.ordered) }
    var isTask: Bool { traits.contains(.task) }
    /// Whether it goes on with the sentence of the statement before it.
    var isWrapped: Bool { traits.contains(.wrapped) }

    /// The bytes of `text` before the colon or dash of "**Label**: value" and "Label: value".
    var label: String? {
      if case .labelled(let label, _) = parts { label } else { nil }
    }

    /// What follows the label; all of the text where a line has none.
    var value: String {
      switch parts {
      case .labelled(_, let value): value
      case .whole: text
      case .none, .cells: ""
      }
    }

    /// The cells of a row.
    var cells: [String] {
      if case .cells(let cells, _) = parts { cells } else { [] }
    }

    /// The line of each cell in the file; empty where the row stands on one line.
    var cellPlaces: [Int] {
      if case .cells(_, let places) = parts { places } else { [] }
    }

    /// The statement with its text parted into other words.
    func parted(_ parts: Parts) -> Statement {
      Statement(
        kind: kind,
        line: line,
        level: level,
        text: text,
        parts,
        traits,
        section: section,
        lead: lead,
        block: block
      )
    }

    /// Whether the value is still to be filled in: "[daily or weekly]".
    var isUnfilled: Bool { value.hasPrefix("[") && value.hasSuffix("]") }

    /// Where a cell stands, from 1, in the file.
    func line(ofCell index: Int) -> Int {
      cellPlaces.indices.contains(index) ? cellPlaces[index] : line
    }
  }

  /// A table: what its columns are called, and how many rows it has.
  struct Table: Sendable {
    let header: [String]
    let line: Int
    var rows = 0
  }

  /// A block of code: the language of its fence, in lower case, and its lines.
  struct Code: Sendable {
    let language: String
    let lines: ClosedRange<Int>
    /// Whether it is a template of a document.
    let isTemplate: Bool

    init(language: String, lines: ClosedRange<Int>) {
      self.language = language
      self.lines = lines
      isTemplate = language == "markdown" || language == "md"
    }
  }

  var statements: [Statement] = []
  var tables: [Table] = []
  var codes: [Code] = []
  /// The index of the first heading; -1 for none.
  var firstHeading = -1
  /// The parts that were not read, each with its line and the reason.
  var refusals: [(line: Int, reason: String)] = []

  /// The heading above a statement.
  func heading(of statement: Statement) -> Statement? {
    statement.section < 0 ? nil : statements[statement.section]
  }

  /// Whether a heading is the title of the document: the first of all, of the first level.
  func isTitle(_ index: Int) -> Bool {
    index >= 0 && index == firstHeading && statements[index].level == 1
  }

  /// The headings above a statement, the nearest first.
  func headings(of statement: Statement) -> [Statement] {
    var result: [Statement] = []
    var next = statement.section
    while next >= 0 {
      result.append(statements[next])
      next = statements[next].section
    }
    return result
  }

  /// The line that leads over to a statement.
  func lead(of statement: Statement) -> Statement? {
    statement.lead < 0 ? nil : statements[statement.lead]
  }

  /// The last line of the section that a heading opens, among `lineCount` lines.
  func lastLine(ofSection index: Int, lineCount: Int) -> Int {
    let level = statements[index].level
    for statement in statements[(index + 1)...]
    where statement.kind == .heading && statement.level <= level {
      return statement.line - 1
    }
    return lineCount
  }
}
