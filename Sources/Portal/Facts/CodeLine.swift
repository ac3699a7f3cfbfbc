/// A line of code as a statement: its comment, or its key and value.
struct CodeLine {
  private let text: [UInt8]
  /// The line without the sign of a comment and the spaces around it.
  private let body: ArraySlice<UInt8>
  /// Whether it begins as a comment does.
  let isComment: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let trimmed = Self.untied(bytes[...].trimmed(of: Byte.isSpace))
    let comment = Self.comment(trimmed)
    self.text = bytes
    body = comment ?? trimmed
    isComment = comment != nil
  }

  private var parts: (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? { Self.pair(body) }

  /// What follows "#", "//", "--" or "*" at the start; nil when the line is no comment.
  var comment: String? { isComment ? String(body) : nil }

  /// "Frequency" of "- Frequency: Daily"; nil when the line has none.
  var key: String? { parts.map { String($0.key) } }

  /// What follows the key, without quotes and without the comment behind it.
  var value: String { parts.map { String($0.value) } ?? "" }

  /// The key and what follows it.
  var pair: (key: String, value: String)? { parts.map { (String($0.key), String($0.value)) } }

  /// "BACKUP_SCHEDULE" and "@daily" of "export BACKUP_SCHEDULE="@daily"".
  var assignment: (key: String, value: String)? {
    let bytes = text[...].trimmed { Byte.isSpace($0) || $0 == UInt8(ascii: "-") }
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign > bytes.startIndex,
      let name = bytes[..<sign].split(whereSeparator: Byte.isSpace).last,
      name.allSatisfy({ $0.isASCIILetter || $0.isDigit || "_.-\"".utf8.contains($0) })
    else { return nil }
    let value = bytes[(sign + 1)...].trimmed { Byte.isSpace($0) || "\"',;".utf8.contains($0) }
    return value.isEmpty ? nil : (String(name.trimmed { $0 == UInt8(ascii: "\"") }), String(value))
  }

  /// A key as words: "ScheduleExpression" is "Schedule Expression".
  static func spaced(_ key: String) -> String {
    var bytes: [UInt8] = []
    for byte in key.utf8 {
      if byte >= 65, byte <= 90, let last = bytes.last, last >= 97, last <= 122 {
        bytes.append(Byte.space)
      }
      bytes.append(byte)
    }
    return String(bytes[...])
  }

  /// Whether a line without the spaces before it is a comment.
  static func isComment(_ line: ArraySlice<UInt8>) -> Bool { comment(line) != nil }

  /// A line without the signs of a tree before it: "│   ├── Ledger: daily".
  private static func untied(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.starts(with: [0xE2, 0x94]) else { return line }
    // U+2500 to U+257F, and spaces that do not break.
    return line.drop { Byte.isSpace($0) || $0 == 0xE2 || $0 == 0xC2 || (0x80..<0xC0).contains($0) }
  }

  private static func comment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let second = line.dropFirst().first
    let count: Int
    switch line.first {
    case UInt8(ascii: "#") where second != UInt8(ascii: "!"): count = 1
    case UInt8(ascii: "/") where second == UInt8(ascii: "/"): count = 2
    case UInt8(ascii: "-") where line.starts(with: "-- ".utf8): count = 2
    case UInt8(ascii: "*") where second == Byte.space: count = 2
    default: return nil
    }
    return line.dropFirst(count).trimmed { Byte.isSpace($0) || $0 == UInt8(ascii: "#") }
  }

  private static func pair(
    _ line: ArraySlice<UInt8>
  ) -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    let line = line.starts(with: "- ".utf8) ? line.dropFirst(2) : line
    guard let colon = line.prefix(60).firstIndex(of: Byte.colon), colon > line.startIndex,
      colon + 1 == line.endIndex || Byte.isSpace(line[colon + 1]),
      line[..<colon].allSatisfy({ $0.isLetterOrDigit || " _-/().\"".utf8.contains($0) })
    else { return nil }
    var value = line[(colon + 1)...].trimmed(of: Byte.isSpace)
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = value.dropFirst().prefix { $0 != quote }
    } else if let mark = value.indices.first(where: { index in
      value[index] == UInt8(ascii: "#") && index > value.startIndex
        && Byte.isSpace(value[index - 1])
    }) {
      value = value[..<mark].trimmed(of: Byte.isSpace)
    }
    return (line[..<colon].trimmed { $0 == UInt8(ascii: "\"") }, value)
  }
}
