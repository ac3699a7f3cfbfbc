internal import Bindings

extension ShellBlock {
  /// Whether a line looks like a command by its first words.
  static func looks(
    _ line: ArraySlice<UInt8>,
    _ rules: CommandRules,
    withAssignments: Bool
  ) -> Bool {
    let bytes = line.drop(while: Byte.isSpace)
    guard let byte = bytes.first, byte < 0x80,
      byte.isLetterOrDigit || "./~$-*_@".utf8.contains(byte)
    else { return false }
    if byte.isDigit || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "@"), Cron(bytes) != nil {
      return true
    }
    let (start, second) = firstWords(withoutMark(bytes))
    guard !start.isEmpty else { return false }
    let text = start.span
    let number = rules.names.number(of: text, 0..<text.count)
    if rules.isSetting(number) { return second.elementsEqual("=".utf8) }
    if let equals = text.firstIndex(of: UInt8(ascii: "="), from: 0) {
      return withAssignments || text.has("$(".utf8.span, at: equals + 1)
    }
    if opens(bytes) { return true }
    if byte == UInt8(ascii: "/") {
      return rules.knows(String(start)) || CommandResources.isScript(String(start))
    }
    guard let program = rules.program(number) else {
      return start.starts(with: "./".utf8) || CommandResources.isScript(String(start))
    }
    guard rules.isAmbiguous(number) else { return true }
    let name = rules.names.number(of: second.span, 0..<second.count)
    let usages = program.usages
    if usages.usage(at: usages.next(CommandRules.UsageTree.root, name)) != nil { return true }
    return second.first == UInt8(ascii: "-") || second.contains { "/$.=\"'*+".utf8.contains($0) }
  }

  /// The first word of a line, and the next one; empty where it has none.
  static func firstWords(
    _ line: ArraySlice<UInt8>
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let bytes = line.span
    func word(_ start: Int) -> Range<Int> {
      var start = start
      while start < bytes.count, Byte.isSpace(bytes[start]) { start += 1 }
      var end = start
      while end < bytes.count, !Byte.isSpace(bytes[end]) { end += 1 }
      return (line.startIndex + start)..<(line.startIndex + end)
    }
    let first = word(0)
    return (line[first], line[word(first.upperBound - line.startIndex)])
  }

  /// A line without the mark of an item: a dash, a star or a number.
  static func withoutMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = line.drop(while: Byte.isSpace)
    let number = text.prefix(while: \.isDigit).count
    let rest = text.dropFirst(number)
    guard number < 3, let sign = rest.first, (number > 0 ? ".)" : "-*").utf8.contains(sign),
      rest.dropFirst().first == Byte.space
    else { return text }
    return rest.dropFirst(2)
  }

  /// "for x in y; do", "if a; then": what opens a block of commands.
  static func opens(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !Byte.isSpace($0) }), "fwuic".utf8.contains(first),
      let word = line.split(maxSplits: 1, whereSeparator: Byte.isSpace).first,
      ["for", "while", "until", "if", "case"].contains(where: { word.elementsEqual($0.utf8) })
    else { return false }
    let text = String(line)
    return text.contains("; do") || text.contains("; then") || text.hasSuffix(" in")
  }
}
