/// A small XML text, such as a test report, as JSON: `{"tag", "attributes", "children", "text"}`.
///
/// What it declares of its own (a DTD, entities) is refused: it could make a short text long.
/// Source: https://www.w3.org/TR/xml/, as far as reports go.
struct XMLText {
  private static let deepest = 30

  private let bytes: [UInt8]
  private var offset = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The root element; a refusal names the byte.
  static func json(_ bytes: [UInt8]) throws(JSONScanner.Refusal) -> JSON {
    var reader = XMLText(bytes)
    try reader.skipProlog()
    let root = try reader.element(depth: 1)
    try reader.skipProlog()
    guard reader.offset == bytes.count else { throw reader.refusal("text after the last element") }
    return root
  }

  private func refusal(_ reason: String) -> JSONScanner.Refusal {
    let isCut = offset >= bytes.count
    return JSONScanner.Refusal(
      reason: isCut ? "the XML ends before its root does" : "the XML is damaged: \(reason)",
      offset: min(offset, bytes.count),
      isCut: isCut
    )
  }

  private func starts(_ text: StaticString) -> Bool {
    bytes[offset...].starts(with: text.description.utf8)
  }

  /// Spaces, declarations and comments.
  private mutating func skipProlog() throws(JSONScanner.Refusal) {
    while true {
      while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
      if starts("<?") {
        _ = try text(until: "?>")
      } else if starts("<!--") {
        _ = try text(until: "-->")
      } else {
        return
      }
    }
  }

  private mutating func text(
    until end: StaticString
  ) throws(JSONScanner.Refusal) -> ArraySlice<UInt8> {
    let start = offset
    let mark = Array(end.description.utf8)
    while offset < bytes.count {
      if bytes[offset] == mark[0], bytes[offset...].starts(with: mark) {
        let range = start..<offset
        offset += mark.count
        return bytes[range]
      }
      offset += 1
    }
    throw refusal("")
  }

  private mutating func element(depth: Int) throws(JSONScanner.Refusal) -> JSON {
    guard depth <= Self.deepest else { throw refusal("more than \(Self.deepest) levels") }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "<"), !starts("<!") else {
      throw refusal("an element was expected")
    }
    offset += 1
    let tag = try name()
    let attributes = try attributes()
    var children: [JSON] = []
    var words: [UInt8] = []
    if !starts("/>") {
      offset += 1
      try content(of: tag, depth, &children, &words)
    } else {
      offset += 2
    }
    return [
      "tag": .string(String(tag[...])), "attributes": .object(attributes),
      "children": .array(children),
      "text": .string(String(words[...].trimmed(of: Byte.isSpace).prefix(500))),
    ]
  }

  private mutating func content(
    of tag: [UInt8],
    _ depth: Int,
    _ children: inout [JSON],
    _ words: inout [UInt8]
  ) throws(JSONScanner.Refusal) {
    while true {
      guard offset < bytes.count else { throw refusal("") }
      if starts("</") {
        offset += 2
        guard try name() == tag else { throw refusal("the wrong element ends here") }
        while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: ">") else {
          throw refusal("\">\" was expected")
        }
        offset += 1
        return
      }
      if starts("<![CDATA[") {
        offset += 9
        words += try text(until: "]]>")
      } else if starts("<!--") || starts("<?") {
        try skipProlog()
      } else if bytes[offset] == UInt8(ascii: "<") {
        children.append(try element(depth: depth + 1))
      } else {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
        words += Self.meaning(bytes[start..<offset])
      }
    }
  }

  private mutating func name() throws(JSONScanner.Refusal) -> [UInt8] {
    let name = bytes[offset...].prefix {
      $0.isLetterOrDigit || "_:-.".utf8.contains($0)
    }
    guard !name.isEmpty else { throw refusal("a name was expected") }
    offset += name.count
    return Array(name)
  }

  private mutating func attributes() throws(JSONScanner.Refusal) -> [JSON.Member] {
    var attributes: [JSON.Member] = []
    while true {
      while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
      guard offset < bytes.count else { throw refusal("") }
      if bytes[offset] == UInt8(ascii: ">") || starts("/>") { return attributes }
      let key = String(try name()[...])
      while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
      guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
        throw refusal("\"=\" was expected")
      }
      offset += 1
      while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
      guard offset < bytes.count, "\"'".utf8.contains(bytes[offset]) else {
        throw refusal("a quote was expected")
      }
      let isDouble = bytes[offset] == UInt8(ascii: "\"")
      offset += 1
      let value = try text(until: isDouble ? "\"" : "'")
      guard !attributes.contains(where: { $0.name == key }) else {
        throw refusal("the attribute \"\(key)\" stands twice")
      }
      attributes.append(
        JSON.Member(name: key, value: .string(String(Self.meaning(value)[...])))
      )
    }
  }

  /// A text with its five entities and numbers as what they mean.
  private static func meaning(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    let named: [String: String] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      guard text[index] == UInt8(ascii: "&"), let end else {
        output.append(text[index])
        index += 1
        continue
      }
      let name = String(text[(index + 1)..<end])
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      let scalar = number.map { String(Unicode.Scalar($0) ?? "\u{FFFD}") }
      output += (named[name] ?? scalar ?? "&\(name);").utf8
      index = end + 1
    }
    return output
  }
}
