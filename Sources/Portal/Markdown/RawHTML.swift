/// The tags of raw HTML in a document: they are read for anchors and breaks, and never passed on.
enum RawHTML {
  /// A tag, comment or declaration.
  struct Tag {
    /// In the slice that was read.
    let range: Range<Int>
    /// In lower case; empty for comments, declarations and instructions.
    let name: String
    let isClosing: Bool
    /// The `id`, else the `name`, of an `<a>`.
    var anchor: String?
  }

  /// Every tag of some HTML, in order; a "<" that opens none is text.
  static func tags(in html: ArraySlice<UInt8>) -> [Tag] {
    var tags: [Tag] = []
    var index = html.startIndex
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      if let tag = tag(in: html, at: open) {
        tags.append(tag)
        index = tag.range.upperBound
      } else {
        index = open + 1
      }
    }
    return tags
  }

  private static func tag(in html: ArraySlice<UInt8>, at open: Int) -> Tag? {
    var index = open + 1
    guard index < html.endIndex else { return nil }
    if html[index] == UInt8(ascii: "!") || html[index] == UInt8(ascii: "?") {
      return Tag(range: open..<declarationEnd(html, at: open), name: "", isClosing: false)
    }
    let isClosing = html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let start = index
    while index < html.endIndex, html[index].isLetterOrDigit, html[index] < 0x80 { index += 1 }
    guard index > start, html[start].isLetter else { return nil }
    let name = String(html[start..<index]).lowercased()
    let (end, anchor) = attributes(html, from: index, of: name)
    guard let end else { return nil }
    return Tag(
      range: open..<end,
      name: name,
      isClosing: isClosing,
      anchor: isClosing ? nil : anchor
    )
  }

  /// The end of a comment, or of a declaration: the whole rest when nothing closes it.
  private static func declarationEnd(_ html: ArraySlice<UInt8>, at open: Int) -> Int {
    let isComment = html[open...].starts(with: "<!--".utf8)
    var index = open + (isComment ? 4 : 2)
    while index < html.endIndex {
      if html[index] == UInt8(ascii: ">"), !isComment || html[open..<index].suffix(2) == [45, 45] {
        return index + 1
      }
      index += 1
    }
    return html.endIndex
  }

  /// The index after the tag, and its anchor; nil when the tag does not end.
  private static func attributes(
    _ html: ArraySlice<UInt8>,
    from start: Int,
    of tag: String
  ) -> (end: Int?, anchor: String?) {
    var index = start
    var names: [String: String] = [:]
    while index < html.endIndex, html[index] != UInt8(ascii: ">") {
      let nameStart = index
      while index < html.endIndex, !isSeparator(html[index]) { index += 1 }
      let name = html[nameStart..<index]
      // Another tag opens: this one was text.
      if index < html.endIndex, html[index] == UInt8(ascii: "<") { return (nil, nil) }
      guard !name.isEmpty else {
        index += 1
        continue
      }
      if index < html.endIndex, html[index] == UInt8(ascii: "=") {
        let value = value(html, from: index + 1)
        if tag == "a", name.count <= 4, let text = anchor(html[value.range]) {
          names[String(name).lowercased()] = text
        }
        index = value.end
      }
    }
    guard index < html.endIndex else { return (nil, nil) }
    return (index + 1, names["id"] ?? names["name"])
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "/"): true
    default: Byte.isSpace(byte)
    }
  }

  private static func value(
    _ html: ArraySlice<UInt8>,
    from start: Int
  ) -> (range: Range<Int>, end: Int) {
    var index = start
    guard index < html.endIndex else { return (index..<index, index) }
    let quote = html[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < html.endIndex, html[index] != quote { index += 1 }
      return ((start + 1)..<index, min(index + 1, html.endIndex))
    }
    while index < html.endIndex, !Byte.isSpace(html[index]), html[index] != UInt8(ascii: ">") {
      index += 1
    }
    return (start..<index, index)
  }

  /// An anchor that stands for itself in a page: no white space, and none of the portal's own.
  private static func anchor(_ value: ArraySlice<UInt8>) -> String? {
    guard !value.isEmpty, value.count <= 200, !value.contains(where: { $0 <= 32 }) else {
      return nil
    }
    return String(value)
  }
}
