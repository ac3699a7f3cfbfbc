/// What a line of a paragraph is meant to be, where it misses a blank, an indent or an empty line.
enum LooseLine {
  case text
  /// A mark of a template engine or of a note, which says nothing.
  case nothing
  /// "##Objectives".
  case heading(level: Int, text: String)
  /// "• Database", or "- Database" that was set in too far; how many bytes the mark takes.
  case item(mark: Int, isOrdered: Bool)
  /// ": 4 hours" under a term; how many bytes the mark takes.
  case definition(mark: Int)

  init(_ line: InlineText.Line, _ kind: Outline.Kind) {
    guard let first = line.text.utf8.first else {
      self = .text
      return
    }
    switch first {
    case UInt8(ascii: "#") where kind == .line: self = Self.heading(Array(line.text.utf8))
    case Byte.colon: self = Self.colons(Array(line.text.utf8))
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "="):
      self = Self.isMark(line.text) ? .nothing : .text
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), 48...57, 0xC2, 0xE2:
      let mark = line.strong == 0 ? Self.bullet(line.text) : nil
      self = mark.map { .item(mark: $0, isOrdered: first.isDigit) } ?? .text
    default: self = .text
    }
  }

  /// A heading's words without the anchor, the sign or the "##" that tools leave at its end.
  static func bareHeading(_ text: String) -> String {
    // What is left out ends in one of these, or in a space.
    guard let last = text.utf8.span.last, "}# \t\n\r".utf8.contains(last) || last == 0xB6 else {
      return text
    }
    let bytes = Array(text.utf8)[...]
    var rest = bytes
    if rest.last == UInt8(ascii: "}"), let open = rest.lastIndex(of: UInt8(ascii: "{")),
      open > rest.startIndex, ".#:".utf8.contains(rest[open + 1])
    {
      rest = rest[..<open]
    }
    if rest.suffix(2).elementsEqual("##".utf8) {
      rest = rest.trimmedEnd { $0 == UInt8(ascii: "#") }
    }
    if rest.suffix(2).elementsEqual("¶".utf8) { rest = rest.dropLast(2) }
    rest = rest.trimmedEnd(of: Byte.isSpace)
    return rest.count == bytes.count || rest.isEmpty ? text : String(rest)
  }

  /// Whether a row of a table only holds a mark of a template engine or of a note.
  static func isNothing(_ cells: [String]) -> Bool {
    guard let first = cells.first, first.hasPrefix(":::") || isTemplate(first) else { return false }
    return cells.dropFirst().allSatisfy(\.isEmpty)
  }

  // MARK: Forms

  private static func heading(_ bytes: [UInt8]) -> LooseLine {
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    guard level <= 6, level < bytes.count else { return .text }
    let next = bytes[level]
    let words = bytes[level...].trimmed(of: Byte.isSpace)
    guard words.contains(where: \.isLetter) else { return .text }
    // "#incidents" is a channel, "#1" a number, "#Ops #SRE" are tags.
    let isWord = next == Byte.space || level > 1 && next.isLetterOrDigit || isCapital(next)
    guard isWord, level > 1 || !words.contains(UInt8(ascii: "#")) else { return .text }
    return .heading(level: level, text: String(words))
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte >= 65 && byte <= 90 || byte >= 0x80
  }

  private static func colons(_ bytes: [UInt8]) -> LooseLine {
    if bytes.starts(with: ":::".utf8) { return .nothing }
    guard bytes.count > 2, bytes[1] == Byte.space else { return .text }
    return .definition(mark: 2)
  }

  /// "{% endfor %}", "[!NOTE]", "!!! warning", "??? question", "=====  =====".
  private static func isMark(_ text: String) -> Bool {
    if isTemplate(text) || text.utf8.allSatisfy({ $0 == 61 || $0 == Byte.space }) { return true }
    if text.hasPrefix("[!") { return text.hasSuffix("]") && !text.utf8.contains(Byte.space) }
    return IndentedNote.isOpening(Array(text.utf8)[...])
  }

  /// "{% endfor %}", "{{< note >}}", "{{#each parts}}": what steers an engine and shows nothing.
  private static func isTemplate(_ text: String) -> Bool {
    if text.hasPrefix("{%") { return text.hasSuffix("%}") }
    return ["{{<", "{{%", "{{#", "{{/"].contains { text.hasPrefix($0) } && text.hasSuffix("}}")
  }

  /// The length of the mark of a list item, such as "- " and "• ".
  private static func bullet(_ text: String) -> Int? {
    let bytes = Array(text.utf8.prefix(5))
    guard bytes.count > 3 else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return bytes[1] == Byte.space ? 2 : nil
    case 48...57:
      let digits = bytes[1].isDigit ? 2 : 1
      let isMark = ".)".utf8.contains(bytes[digits]) && bytes[digits + 1] == Byte.space
      return isMark ? digits + 2 : nil
    case 0xC2: return bytes[1] == 0xB7 && bytes[2] == Byte.space ? 3 : nil
    case 0xE2:
      let isSign = bullets.contains(UInt16(bytes[1]) << 8 | UInt16(bytes[2]))
      return isSign && bytes[3] == Byte.space ? 4 : nil
    default: return nil
    }
  }

  /// The second and third byte of signs for list items: – • ‣ ■ □ ▪ ▫ ▶ ► ● ○ ◦ ➢ ➤.
  private static let bullets: Set<UInt16> = [
    0x8093, 0x80A2, 0x80A3, 0x96A0, 0x96A1, 0x96AA, 0x96AB, 0x96B6, 0x96BA, 0x978F, 0x978B, 0x97A6,
    0x9EA2, 0x9EA4,
  ]
}
