/// Text that is set in below a line such as `!!! warning "Title"`, as MkDocs writes notes and tabs.
enum IndentedNote {
  private static let openings = ["!!! ", "!!!+ ", "??? ", "???+ ", "=== \""].map { Array($0.utf8) }

  /// Whether a line opens a note: a mark, then the name of its kind or the title of a tab.
  static func isOpening(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == Byte.space }
    guard let opening = openings.first(where: { text.starts(with: $0) }) else { return false }
    return text.dropFirst(opening.count).first?.isLetter == true
  }

  /// The text of a note as Markdown of its own, and the last line that belongs to it.
  ///
  /// `line` is the line that opens it, of a text whose line n is `lines(n)`; `count` is its last.
  static func read(
    at line: Int,
    until count: Int,
    _ lines: (Int) -> ArraySlice<UInt8>,
    place: (Int) -> Int
  ) -> (fragment: MarkdownFragment, last: Int) {
    let opening = lines(line)
    let indent = indent(of: opening) + 4
    var fragment = MarkdownFragment()
    if let title = title(opening) {
      fragment.add(title, line: place(line))
      fragment.addBreak()
    }
    var last = line
    var next = line + 1
    while next <= count {
      let text = lines(next)
      let isBlank = text.allSatisfy(Byte.isSpace)
      guard isBlank || self.indent(of: text) >= indent else { break }
      if !isBlank { last = next }
      next += 1
    }
    for inner in (line + 1)..<max(line + 1, last + 1) {
      fragment.add(unindented(lines(inner), by: indent), line: place(inner))
    }
    return (fragment, last)
  }

  /// How far a line is set in, in columns.
  static func indent(of line: ArraySlice<UInt8>) -> Int {
    var columns = 0
    for byte in line {
      if byte == Byte.space {
        columns += 1
      } else if byte == 9 {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  /// A line without some columns of white space at its start.
  static func unindented(_ line: ArraySlice<UInt8>, by width: Int) -> ArraySlice<UInt8> {
    var columns = 0
    var rest = line
    while columns < width, let byte = rest.first, byte == Byte.space || byte == 9 {
      columns += byte == 9 ? 4 - columns % 4 : 1
      rest.removeFirst()
    }
    return rest
  }

  /// The words between the quotes of the opening line.
  private static func title(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let quote = UInt8(ascii: "\"")
    guard let open = line.firstIndex(of: quote), let close = line.lastIndex(of: quote),
      close > open + 1
    else { return nil }
    return line[(open + 1)..<close]
  }
}
