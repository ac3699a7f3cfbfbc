internal import Bindings

/// A line of code as a statement: its comment, or its key and value.
struct CodeLine {
  private let text: String
  /// The line without the sign of a comment and the spaces around it.
  private let body: Range<Int>
  /// Whether it begins as a comment does.
  let isComment: Bool

  init(_ text: String) {
    self.text = text
    let bytes = text.utf8.span
    let line = Self.untied(bytes)
    let comment = Self.comment(bytes, line)
    body = comment ?? line
    isComment = comment != nil
  }

  /// What follows "#", "//", "--" or "*" at the start; nil when the line is no comment.
  var comment: String? { isComment ? words(body) : nil }

  /// "Frequency" of "- Frequency: Daily"; nil when the line has none.
  var key: String? { parts.map { words($0.key) } }

  /// What follows the key, without quotes and without the comment behind it.
  var value: String { parts.map { words($0.value) } ?? "" }

  /// The key and what follows it.
  var pair: (key: String, value: String)? { parts.map { (words($0.key), words($0.value)) } }

  /// "BACKUP_SCHEDULE" and "@daily" of "export BACKUP_SCHEDULE="@daily"".
  var assignment: (key: String, value: String)? {
    let bytes = text.utf8.span
    let line = bytes.trimmed(0..<bytes.count) { Byte.isSpace($0) || $0 == UInt8(ascii: "-") }
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "="), from: line.lowerBound),
      sign > line.lowerBound, sign < line.upperBound
    else { return nil }
    let before = bytes.trimmed(line.lowerBound..<sign, of: Byte.isSpace)
    var start = before.upperBound
    while start > before.lowerBound, !Byte.isSpace(bytes[start - 1]) {
      start -= 1
      guard Self.isName(bytes[start]) else { return nil }
    }
    let value = bytes.trimmed((sign + 1)..<line.upperBound, of: Self.aroundValue.contains)
    guard !value.isEmpty else { return nil }
    let name = bytes.trimmed(start..<before.upperBound) { $0 == UInt8(ascii: "\"") }
    return (words(name), words(value))
  }

  /// A key as words: "ScheduleExpression" is "Schedule Expression".
  static func spaced(_ key: String) -> String {
    let bytes = key.utf8.span
    var spaced: [UInt8] = []
    var start = 0
    for index in 1..<max(1, bytes.count) where isStep(bytes[index - 1], bytes[index]) {
      for place in start..<index { spaced.append(bytes[place]) }
      spaced.append(Byte.space)
      start = index
    }
    guard start > 0 else { return key }
    for place in start..<bytes.count { spaced.append(bytes[place]) }
    return String(spaced.span)
  }

  /// Whether words stand together in a text, told by capitals alone.
  static func hasStep(_ bytes: Swift.Span<UInt8>) -> Bool {
    for place in stride(from: 0, to: bytes.count, by: 8) {
      let (word, next) = (ByteWord(bytes, at: place), ByteWord(bytes, at: place + 1))
      if word.smallLetters & next.letters & ~next.smallLetters != 0 { return true }
    }
    return false
  }

  /// Whether a line is a comment.
  static func isComment(_ line: Swift.Span<UInt8>) -> Bool { comment(line, untied(line)) != nil }

  /// Where the key of the line stands, and its value.
  private var parts: (key: Range<Int>, value: Range<Int>)? {
    let bytes = text.utf8.span
    let isItem =
      body.count > 1 && bytes[body.lowerBound] == UInt8(ascii: "-")
      && bytes[body.lowerBound + 1] == Byte.space
    let line = (isItem ? body.lowerBound + 2 : body.lowerBound)..<body.upperBound
    guard let colon = Self.colon(bytes, line) else { return nil }
    let key = bytes.trimmed(line.lowerBound..<colon) { $0 == UInt8(ascii: "\"") }
    let value = bytes.trimmed((colon + 1)..<line.upperBound, of: Byte.isSpace)
    return (key, Self.bare(bytes, value))
  }

  private func words(_ range: Range<Int>) -> String {
    range.count == text.utf8.count ? text : String(text.utf8.span.extracting(range))
  }

  /// A small letter and a capital.
  private static func isStep(_ byte: UInt8, _ next: UInt8) -> Bool {
    next >= 65 && next <= 90 && byte >= 97 && byte <= 122
  }

  /// A line without the spaces around it and the signs of a tree before it: "├── Ledger: daily".
  private static func untied(_ bytes: Swift.Span<UInt8>) -> Range<Int> {
    let line = bytes.trimmed(0..<bytes.count, of: Byte.isSpace)
    guard line.count > 1, bytes[line.lowerBound] == 0xE2, bytes[line.lowerBound + 1] == 0x94
    else { return line }
    var start = line.lowerBound
    // U+2500 to U+257F, and spaces that do not break.
    while start < line.upperBound, isTie(bytes[start]) { start += 1 }
    return start..<line.upperBound
  }

  private static func isTie(_ byte: UInt8) -> Bool {
    Byte.isSpace(byte) || byte == 0xE2 || byte == 0xC2 || (0x80..<0xC0).contains(byte)
  }

  private static func comment(_ bytes: Swift.Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard !line.isEmpty else { return nil }
    let first = bytes[line.lowerBound]
    let second = line.count > 1 ? bytes[line.lowerBound + 1] : 0
    let third = line.count > 2 ? bytes[line.lowerBound + 2] : 0
    let count: Int
    switch first {
    case UInt8(ascii: "#") where second != UInt8(ascii: "!"): count = 1
    case UInt8(ascii: "/") where second == first: count = 2
    case UInt8(ascii: "-") where second == first && third == Byte.space: count = 2
    case UInt8(ascii: "*") where second == Byte.space: count = 2
    default: return nil
    }
    return bytes.trimmed((line.lowerBound + count)..<line.upperBound) {
      Byte.isSpace($0) || $0 == UInt8(ascii: "#")
    }
  }

  /// The first colon of a line, where it stands behind a key and before a space or the end.
  private static func colon(_ bytes: Swift.Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let colon = bytes.firstIndex(of: Byte.colon, from: line.lowerBound),
      colon > line.lowerBound, colon < min(line.lowerBound + 60, line.upperBound),
      colon + 1 == line.upperBound || Byte.isSpace(bytes[colon + 1])
    else { return nil }
    for index in line.lowerBound..<colon where !isKey(bytes[index]) { return nil }
    return colon
  }

  /// A value without quotes and without the comment behind it.
  private static func bare(_ bytes: Swift.Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
    guard let start = value.first else { return value }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = value.dropFirst().first { bytes[$0] == quote } ?? value.upperBound
      return (start + 1)..<end
    }
    let mark = value.dropFirst().first {
      bytes[$0] == UInt8(ascii: "#") && Byte.isSpace(bytes[$0 - 1])
    }
    return mark.map { bytes.trimmed(start..<$0, of: Byte.isSpace) } ?? value
  }

  private static let keySigns = ByteSet(" _-/().\"".utf8)
  private static let nameSigns = ByteSet("_.-\"".utf8)
  private static let aroundValue = ByteSet(" \t\r\n\"',;".utf8)

  private static func isKey(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || keySigns.contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isDigit || nameSigns.contains(byte)
  }
}
