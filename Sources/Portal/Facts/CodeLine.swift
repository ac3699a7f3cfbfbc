/// A line of code as a statement: its comment, or its key and value.
struct CodeLine {
  /// What follows "#", "//", "--" or "*" at the start; nil when the line is no comment.
  let comment: String?
  /// "Frequency" of "- Frequency: Daily"; nil when the line has none.
  let key: String?
  /// What follows the key, without quotes and without the comment behind it.
  let value: String
  private let text: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.text = bytes
    let trimmed = bytes[...].trimmed(of: Byte.isSpace)
    if let body = Self.comment(trimmed) {
      comment = String(body)
      (key, value) = Self.pair(body)
    } else {
      comment = nil
      (key, value) = Self.pair(trimmed)
    }
  }

  /// The key and what follows it.
  var pair: (key: String, value: String)? { key.map { ($0, value) } }

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

  private static func comment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for sign in ["#", "//", "--", "* "] where line.starts(with: sign.utf8) {
      guard !line.starts(with: "#!".utf8) else { return nil }
      let rest = line.dropFirst(sign.utf8.count)
      guard sign != "--" || rest.first == Byte.space else { return nil }
      return rest.trimmed { Byte.isSpace($0) || $0 == UInt8(ascii: "#") }
    }
    return nil
  }

  private static func pair(_ line: ArraySlice<UInt8>) -> (String?, String) {
    var line = line
    if line.starts(with: "- ".utf8) { line = line.dropFirst(2) }
    guard let colon = line.prefix(60).firstIndex(of: Byte.colon), colon > line.startIndex,
      colon + 1 == line.endIndex || Byte.isSpace(line[colon + 1]),
      line[..<colon].allSatisfy({ $0.isLetterOrDigit || " _-/().\"".utf8.contains($0) })
    else { return (nil, "") }
    var value = line[(colon + 1)...].trimmed(of: Byte.isSpace)
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = value.dropFirst().prefix { $0 != quote }
    } else if let mark = value.indices.first(where: { index in
      value[index] == UInt8(ascii: "#") && index > value.startIndex
        && Byte.isSpace(value[index - 1])
    }) {
      value = value[..<mark].trimmed(of: Byte.isSpace)
    }
    return (String(line[..<colon].trimmed { $0 == UInt8(ascii: "\"") }), String(value))
  }
}
