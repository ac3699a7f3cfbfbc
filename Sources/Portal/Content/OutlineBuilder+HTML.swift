internal import Bindings

extension OutlineBuilder {
  /// Reads raw HTML, and the blocks after it as far as one of its tables reaches.
  mutating func html(_ index: Int, before end: Int) -> Int {
    var html = HTMLFragment()
    var details = 0
    var next = index
    var last = index
    while next <= last {
      let node = tree.nodes[next]
      // An empty line ends raw HTML for the parser: what follows is code, where it is set in.
      let isLiteral = node.kind == .htmlBlock || node.kind == .codeBlock && node.level == 0
      let bytes = isLiteral ? tree.bytes[node.text] : source.text(of: node)
      html.read(bytes, from: Int(node.line), source.place)
      details += Self.count("</details", in: bytes)
      next = Int(node.end)
      if html.isTableOpen, next > last { last = tableEnd(from: next, before: end) ?? last }
    }
    _ = read(html.finished())
    for _ in 0..<details { endDetails() }
    return next
  }

  /// The block in which a table that is open ends, before another one or a section starts.
  private mutating func tableEnd(from index: Int, before end: Int) -> Int? {
    var next = index
    scan: while next < end, !source.unclosed.contains(next) {
      let node = tree.nodes[next]
      switch node.kind {
      case .heading, .thematicBreak: break scan
      case .htmlBlock:
        let bytes = tree.bytes[node.text]
        if Self.count("</table", in: bytes) > 0 { return next }
        if Self.count("<table", in: bytes) > 0 { break scan }
      default: break
      }
      next = Int(node.end)
    }
    source.unclosed = index..<max(next, source.unclosed.upperBound)
    return nil
  }

  private static func count(_ word: String, in bytes: ArraySlice<UInt8>) -> Int {
    let word = Array(word.utf8)
    return bytes.indices.count { index in
      bytes[index] == word[0] && bytes.endIndex - index >= word.count
        && zip(bytes[index...], word).allSatisfy { $0 | 32 == $1 | 32 }
    }
  }
}
