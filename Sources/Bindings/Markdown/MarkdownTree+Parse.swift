internal import CCMark
internal import Glibc

extension MarkdownTree {
  /// Parses CommonMark with GitHub's tables, strikethrough, autolinks, task lists and footnotes.
  ///
  /// Never fails: every text is a document. The time is bounded by `MarkdownLimits`, which the
  /// caller asks first; the library itself cannot be interrupted.
  package init(parsing source: Span<UInt8>) { self.init(parsing: source, isUTF8: source.isUTF8) }

  /// The same for a text of which is known whether it is UTF-8.
  package init(parsing source: Span<UInt8>, isUTF8: Bool) {
    _ = registered
    // Of what is no UTF-8 the library makes characters, which takes a copy of each line.
    let options = CMARK_OPT_FOOTNOTES | (isUTF8 ? 0 : CMARK_OPT_VALIDATE_UTF8)
    let parser = unsafe cmark_parser_new_with_mem(options, ParseMemory.functions)
    // The parser and its tree go with it.
    defer { ParseMemory.reset() }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    unsafe source.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    let root = unsafe cmark_parser_finish(parser)
    bytes.reserveCapacity(source.count)
    nodes.reserveCapacity(source.count / 24)
    unsafe copy(root)
    mendLines()
  }

  /// Gives a paragraph that ends where a table starts its lines, and the table's head its own.
  ///
  /// The library splits such a block in two: the paragraph has no lines then, and the table all.
  private mutating func mendLines() {
    for index in nodes.indices.dropFirst() {
      let table = Int(nodes[index].end)
      guard nodes[index].kind == .paragraph, nodes[index].line == 0, table < nodes.count,
        nodes[table].kind == .table
      else { continue }
      let breaks = nodes[index..<table].count { $0.kind == .softBreak || $0.kind == .lineBreak }
      let first = nodes[table].line
      nodes[index].line = first
      nodes[index].lastLine = first + Int32(breaks)
      nodes[table].line = nodes[index].lastLine + 1
      guard table + 1 < nodes.count, nodes[table + 1].kind == .tableRow else { continue }
      for cell in (table + 1)..<Int(nodes[table + 1].end) where nodes[cell].line == first {
        nodes[cell].line = nodes[table].line
        nodes[cell].lastLine = nodes[table].line
      }
    }
  }

  /// Copies the tree out of C at once, so that no pointer outlives the parser.
  private mutating func copy(_ root: OpaquePointer?) {
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    var open: [Int] = []
    var kinds = ExtensionKinds()
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_EXIT {
        if let index = open.popLast(), index >= 0 { nodes[index].end = Int32(nodes.count) }
        continue
      }
      let node = unsafe cmark_iter_get_node(iterator)
      let kind = unsafe kinds.kind(of: node)
      if isTooDeep(kind, at: open.count) {
        open.append(-1)
        continue
      }
      unsafe append(node, kind)
      if unsafe isLeaf(node) {
        nodes[nodes.count - 1].end = Int32(nodes.count)
      } else {
        open.append(nodes.count - 1)
      }
    }
  }

  private mutating func append(_ node: OpaquePointer?, _ kind: Kind) {
    var level: Int32 = 0
    var number: Int32 = 0
    var target = 0..<0
    var title = 0..<0
    switch kind {
    case .heading: level = unsafe cmark_node_get_heading_level(node)
    case .list:
      level = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? 1 : 0
      number = unsafe cmark_node_get_list_start(node)
    case .item: number = unsafe task(node)
    case .table: target = unsafe alignments(of: node)
    case .tableRow: level = unsafe cmark_gfm_extensions_get_table_row_is_header(node)
    case .codeBlock:
      target = unsafe intern(cmark_node_get_fence_info(node))
      level = unsafe fenced(node)
    case .link, .image:
      target = unsafe intern(cmark_node_get_url(node))
      title = unsafe intern(cmark_node_get_title(node))
    default: break
    }
    let text = kind.isLiteral ? unsafe intern(cmark_node_get_literal(node)) : 0..<0
    nodes.append(
      Node(
        kind: kind,
        level: level,
        line: unsafe cmark_node_get_start_line(node),
        lastLine: unsafe cmark_node_get_end_line(node),
        number: number,
        text: text,
        target: target,
        title: title
      )
    )
    if kind == .list {
      nodes[nodes.count - 1].isTight = unsafe cmark_node_get_list_tight(node) == 1
    }
  }

  private mutating func alignments(of table: OpaquePointer?) -> Range<Int> {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(table))
    guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(table) else {
      return 0..<0
    }
    let start = bytes.count
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: letters, count: count))
    return start..<bytes.count
  }

  private mutating func intern(_ text: UnsafePointer<CChar>?) -> Range<Int> {
    guard let text = unsafe text else { return 0..<0 }
    let start = bytes.count
    let count = unsafe strlen(text)
    unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
    return start..<bytes.count
  }
}

extension MarkdownTree.Kind {
  /// Whether it may hold a literal.
  fileprivate var isLiteral: Bool {
    switch self {
    case .text, .code, .codeBlock, .html, .htmlBlock, .footnoteReference, .footnoteDefinition: true
    default: false
    }
  }
}

/// Tells what nodes are.
///
/// Those of extensions have no constants in Debian's headers, only names; each is asked for once.
private struct ExtensionKinds {
  private var known: [(type: cmark_node_type, kind: MarkdownTree.Kind)] = []

  mutating func kind(of node: OpaquePointer?) -> MarkdownTree.Kind {
    let type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_HTML_INLINE: return .html
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: break
    }
    for other in known where other.type == type { return other.kind }
    let kind = unsafe Self.named(node)
    known.append((type, kind))
    return kind
  }

  private static func named(_ node: OpaquePointer?) -> MarkdownTree.Kind {
    switch unsafe String(cString: cmark_node_get_type_string(node)) {
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    case "tasklist": .item
    default: .paragraph
    }
  }
}

/// Attaching extensions needs them registered once in the process.
private let registered: Void = cmark_gfm_core_extensions_ensure_registered()

/// 0: no task; 1: open; 2: done.
private func task(_ node: OpaquePointer?) -> Int32 {
  guard unsafe strcmp(cmark_node_get_type_string(node), "tasklist") == 0 else { return 0 }
  return unsafe cmark_gfm_extensions_get_tasklist_item_checked(node) ? 2 : 1
}

/// 1 for a block between fences, 0 for an indented one; the library writes to all three places.
private func fenced(_ node: OpaquePointer?) -> Int32 {
  var length: Int32 = 0
  var offset: Int32 = 0
  var character: CChar = 0
  return unsafe cmark_node_get_fenced(node, &length, &offset, &character)
}

/// Beyond a hundred levels what contains is left out and its contents move up.
///
/// So a reader may recurse. Items go one level deeper than lists: both stay, or both go.
private func isTooDeep(_ kind: MarkdownTree.Kind, at depth: Int) -> Bool {
  switch kind {
  case .blockQuote, .list, .emphasis, .strong, .strikethrough, .link, .image: depth >= 100
  case .item: depth >= 101
  default: false
  }
}

/// The iterator gives these no exit event, as `iterator.c` lists them.
private func isLeaf(_ node: OpaquePointer?) -> Bool {
  switch unsafe cmark_node_get_type(node) {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
    true
  default: false
  }
}
