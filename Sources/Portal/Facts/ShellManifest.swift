/// Finds the scripts within a manifest: what stands below "|", and what follows "-c".
enum ShellManifest {
  /// The scripts, each line where it stands; nil where there is none.
  static func text(_ lines: [ArraySlice<UInt8>], _ rules: CommandRules) -> [UInt8]? {
    var bytes: [UInt8] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let indent = scalar(line) {
        bytes.append(UInt8(ascii: "\n"))
        let end = lines[index...].firstIndex { Self.ends($0, indent) } ?? lines.count
        let body = lines[index..<end]
        let isScript = Self.isScript(body, rules)
        for row in body {
          if isScript { bytes += row }
          bytes.append(UInt8(ascii: "\n"))
        }
        index = end
      } else {
        if let text = argument(line) { bytes += text }
        bytes.append(UInt8(ascii: "\n"))
        guard index < lines.count, isFlag(line), scalar(lines[index]) == nil,
          let text = item(lines[index])
        else { continue }
        bytes += text
        bytes.append(UInt8(ascii: "\n"))
        index += 1
      }
    }
    return bytes.contains(where: \.isLetter) ? bytes : nil
  }

  /// The indentation of "key: |" or "- |".
  private static func scalar(_ line: ArraySlice<UInt8>) -> Int? {
    var text = line.trimmed(of: Byte.isSpace)
    if let last = text.last, "-+".utf8.contains(last) { text = text.dropLast() }
    guard let sign = text.last, sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">") else {
      return nil
    }
    let before = text.dropLast().trimmed(of: Byte.isSpace)
    guard let last = before.last, last == Byte.colon || before.elementsEqual("-".utf8) else {
      return nil
    }
    return line.prefix { $0 == Byte.space }.count
  }

  /// Whether a line stands no deeper than the one that opened a script.
  private static func ends(_ line: ArraySlice<UInt8>, _ indent: Int) -> Bool {
    let depth = line.prefix { $0 == Byte.space }.count
    return depth < line.count && depth <= indent
  }

  private static func isTelling(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { !Byte.isSpace($0) }.map { $0 != UInt8(ascii: "#") } ?? false
  }

  private static func isScript(
    _ lines: ArraySlice<ArraySlice<UInt8>>,
    _ rules: CommandRules
  ) -> Bool {
    guard let line = lines.first(where: isTelling) else { return false }
    let first = line.drop(while: Byte.isSpace).prefix { !Byte.isSpace($0) }
    guard
      ["if", "for", "while", "until", "set"].contains(where: { first.elementsEqual($0.utf8) })
        || ShellBlock.looks(line, rules, withAssignments: true)
    else { return false }
    return lines.contains { ShellBlock.looks($0, rules, withAssignments: false) }
  }

  /// The script of ["/bin/sh", "-c", "pg_dump …"].
  private static func argument(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for (flag, quote) in [("\"-c\"", UInt8(ascii: "\"")), ("'-c'", UInt8(ascii: "'"))] {
      guard let found = line.first(of: flag),
        let open = line[found.upperBound...].firstIndex(of: quote),
        let close = line.lastIndex(of: quote), close > open + 1
      else { continue }
      return line[(open + 1)..<close]
    }
    return nil
  }

  /// "- -c".
  private static func isFlag(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmed { Byte.isSpace($0) || "\"'".utf8.contains($0) }
    return text.starts(with: "- ".utf8)
      && text.dropFirst(2).trimmed { " \"'".utf8.contains($0) }.elementsEqual("-c".utf8)
  }

  /// The text of "- text".
  private static func item(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = line.trimmed(of: Byte.isSpace)
    guard text.starts(with: "- ".utf8) else { return nil }
    let value = text.dropFirst(2).trimmed(of: Byte.isSpace)
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      value.last == quote, value.count > 1
    else { return value }
    return value.dropFirst().dropLast()
  }
}
