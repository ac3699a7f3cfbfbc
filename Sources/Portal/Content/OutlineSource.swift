internal import Bindings

/// A parsed text, and where its lines stand in the file.
struct OutlineSource {
  let tree: MarkdownTree
  /// The text, line by line; it may start before the first line of the tree.
  let lines: LineIndex
  /// How many lines of the text stand before the tree.
  var offset = 0
  /// What was made of a part of the file; nil for the file itself.
  var fragment: MarkdownFragment?
  /// Blocks after which no table of raw HTML ends, so that nobody looks there again.
  var unclosed = 0..<0

  /// The line of the file that a line of the tree stands on.
  func place(_ line: Int) -> Int {
    guard let lines = fragment?.lines else { return line + offset }
    return lines.isEmpty ? 1 : lines[min(max(line, 1), lines.count) - 1]
  }

  /// A line of the tree as it is written.
  subscript(line: Int) -> ArraySlice<UInt8> { lines[line + offset] }

  /// The lines of a block as they are written.
  func text(of node: MarkdownTree.Node) -> ArraySlice<UInt8> {
    let first = Int(node.line) + offset
    return lines[first...max(first, Int(node.lastLine) + offset)]
  }
}
