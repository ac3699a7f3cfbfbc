/// Writes the TOML that front matter uses as YAML, line by line, so that lines keep their numbers.
///
/// A table is a mapping whose key is its whole name ("objectives.database"). What TOML has beyond
/// that (text over several lines, dates with a space) is left as it is, and may be no YAML then.
enum TOMLText {
  /// The lines as YAML.
  static func yaml(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var writer = Writer()
    return lines.map { writer.line($0.trimmed(of: Byte.isSpace))[...] }
  }

  private struct Writer {
    /// What stands before the next key: the indent of a table, and "- " for a new element.
    private var indent = ""
    private var isElement = false
    private var list: ArraySlice<UInt8>?
    /// How many brackets of a value are open.
    private var depth = 0

    mutating func line(_ line: ArraySlice<UInt8>) -> [UInt8] {
      guard let first = line.first, first != UInt8(ascii: "#") else { return [] }
      if depth > 0 { return Array("    ".utf8) + value(line) }
      if first == UInt8(ascii: "[") { return table(line) }
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else { return Array(line) }
      let key = line[..<sign].trimmed { Byte.isSpace($0) || "\"'".utf8.contains($0) }
      let start = isElement ? "  - " : indent
      isElement = false
      return Array(start.utf8) + key + ": ".utf8
        + value(line[(sign + 1)...].trimmed(of: Byte.isSpace))
    }

    /// "[a.b]" and "[[a]]".
    private mutating func table(_ line: ArraySlice<UInt8>) -> [UInt8] {
      let isList = line.starts(with: "[[".utf8)
      let name = line.dropFirst(isList ? 2 : 1).prefix { $0 != UInt8(ascii: "]") }
        .trimmed(of: Byte.isSpace)
      indent = isList ? "    " : "  "
      isElement = isList
      defer { list = isList ? name : nil }
      return isList && list == name ? [] : Array(name) + ":".utf8
    }

    /// A value; in "{a = 1}" each "=" is ": ".
    private mutating func value(_ value: ArraySlice<UInt8>) -> [UInt8] {
      var result: [UInt8] = []
      var quote: UInt8?
      for byte in value {
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
          depth += 1
        } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
          depth -= 1
        } else if byte == UInt8(ascii: "="), depth > 0 {
          result += ": ".utf8
          continue
        }
        result.append(byte)
      }
      return result
    }
  }
}
