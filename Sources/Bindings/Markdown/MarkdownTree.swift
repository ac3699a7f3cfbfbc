/// A Markdown document as a flat list of nodes, each before its children.
///
/// The children of node `i` start at `i + 1`; `nodes[i].end` is the index after its last
/// descendant. Texts are ranges of `bytes`.
package struct MarkdownTree: Sendable {
  /// What a node is; the names of CommonMark and GitHub's extensions.
  package enum Kind: UInt8, Sendable {
    case document
    case blockQuote
    case list
    case item
    case codeBlock
    case htmlBlock
    case paragraph
    case heading
    case thematicBreak
    case footnoteDefinition
    case table
    case tableRow
    case tableCell
    case text
    case softBreak
    case lineBreak
    case code
    case html
    case emphasis
    case strong
    case strikethrough
    case link
    case image
    case footnoteReference
  }

  /// A block or a span of the document.
  package struct Node: Sendable {
    package let kind: Kind
    /// A heading's level; 1 for an ordered list, a table's header row and a fenced block of code.
    package let level: Int32
    /// The first and last line, from 1; 0 for most spans.
    package internal(set) var line: Int32
    package internal(set) var lastLine: Int32
    /// The first number of an ordered list; 1 or 2 for an open or done task of a list item.
    package let number: Int32
    /// Whether the items of a list stand without empty lines between them.
    package internal(set) var isTight = false
    /// The index after the last descendant.
    package internal(set) var end: Int32 = 0
    /// The literal: text, code, HTML.
    package let text: Range<Int>
    /// The address of a link or image; the info string of a fence; `l`, `c`, `r` or 0
    /// for each column of a table.
    package let target: Range<Int>
    /// The title of a link or image.
    package let title: Range<Int>
  }

  package internal(set) var nodes: [Node] = []
  package internal(set) var bytes: [UInt8] = []

  /// The text of a range of `bytes`.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The indices of a node's children, in order.
  package func children(of index: Int) -> Children { Children(tree: self, parent: index) }

  /// The children of one node.
  package struct Children: Sequence, IteratorProtocol {
    private let tree: MarkdownTree
    private var position: Int
    private let end: Int

    fileprivate init(tree: MarkdownTree, parent: Int) {
      self.tree = tree
      position = parent + 1
      end = Int(tree.nodes[parent].end)
    }

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(tree.nodes[position].end) }
      return position
    }
  }
}
