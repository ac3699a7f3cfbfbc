internal import Bindings

/// The anchors of a document: those that GitHub makes of its headings, and those it writes itself.
struct Anchors: Equatable, Sendable {
  /// The headings in order, one for each heading node of the tree.
  let headings: [Heading]
  /// `id` and `name` of `<a>` in raw HTML.
  let named: Set<String>

  init(_ tree: MarkdownTree, display: DisplayText = .plain, lineOffset: Int = 0) {
    var headings: [Heading] = []
    var named: Set<String> = []
    var used: [String: Int] = [:]
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .heading:
        let text = Anchors.text(of: index, in: tree)
        let line = Int(node.line) + lineOffset
        headings.append(
          Heading(
            level: Int(node.level),
            text: String(display.shown(text[...]).trimmed(of: Byte.isSpace)),
            anchor: Anchors.unique(Anchors.anchor(of: String(text[...])), among: &used),
            line: line
          )
        )
      case .html, .htmlBlock:
        for tag in RawHTML.tags(in: tree.bytes[node.text]) {
          if let id = tag.anchor { named.insert(id) }
        }
      default: break
      }
    }
    self.headings = headings
    self.named = named
  }

  /// Whether "#anchor" leads to a place of the document.
  func contains(_ anchor: String) -> Bool {
    named.contains(anchor) || headings.contains { $0.anchor == anchor }
  }

  /// The anchor of a heading's text before it is made unique.
  ///
  /// As GitHub's: lower case, letters, marks, decimal digits and connectors stay, a space becomes
  /// "-", everything else goes; runs of "-" are kept.
  /// Source: the table-of-contents filter of github.com/gjtorikian/html-pipeline.
  static func anchor(of text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D: result.unicodeScalars.append(scalar)
      case 0x41...0x5A: result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      case 0x20: result += "-"
      case 0x80...: if isWord(scalar) { result += scalar.properties.lowercaseMapping }
      default: break
      }
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }

  /// The second "restore" is "restore-1"; a heading that is called so is "restore-1-1".
  private static func unique(_ anchor: String, among used: inout [String: Int]) -> String {
    var result = anchor
    while used[result] != nil {
      let count = (used[anchor] ?? 0) + 1
      used[anchor] = count
      result = "\(anchor)-\(count)"
    }
    used[result] = 0
    return result
  }

  /// The words of a heading, without mark-up, pictures and raw HTML.
  private static func text(of heading: Int, in tree: MarkdownTree) -> [UInt8] {
    var text: [UInt8] = []
    var index = heading + 1
    while index < Int(tree.nodes[heading].end) {
      let node = tree.nodes[index]
      switch node.kind {
      case .text, .code: text += tree.bytes[node.text]
      case .softBreak, .lineBreak: text.append(Byte.space)
      default: break
      }
      index = node.kind == .image ? Int(node.end) : index + 1
    }
    return text
  }
}
