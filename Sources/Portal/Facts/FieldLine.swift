/// The labels and values of a line: "Status: v1.0 · Owner: Ops" has two of them.
struct FieldLine {
  /// A label of document control, and what follows it.
  struct Pair {
    let kind: DocumentField.Kind
    let label: String
    let value: String
  }

  private struct Place {
    let kind: DocumentField.Kind
    let label: Range<Int>
    /// Where the value starts.
    let start: Int
  }

  private let bytes: [UInt8]
  private let text: FoldedText
  private let words: Vocabulary

  /// The fields that a line states.
  static func pairs(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ words: Vocabulary
  ) -> [Pair] {
    let line = FieldLine(bytes: Array(statement.text.utf8), text: text, words: words)
    var places = line.colons()
    if let first = line.bold(statement), places.first.map({ $0.label.lowerBound > 0 }) ?? true {
      places.insert(first, at: 0)
    }
    places = (places + line.dated(places)).sorted { $0.label.lowerBound < $1.label.lowerBound }
    return places.enumerated().map { index, place in
      let end = index + 1 < places.count ? places[index + 1].label.lowerBound : line.bytes.count
      let value = line.value(place.start..<max(place.start, end))
      return Pair(
        kind: place.kind,
        label: String(line.bytes[place.label]),
        value: index == 0 && isWhole(statement, value) ? statement.value : value
      )
    }
  }

  /// Whether the bold words at the start are a field as a whole, with a stop at their end.
  private static func isWhole(_ statement: Outline.Statement, _ value: String) -> Bool {
    statement.isBold && statement.value.hasSuffix(".") && value.hasPrefix(statement.value)
  }

  /// "Label: value", each label as long as possible.
  private func colons() -> [Place] {
    var places: [Place] = []
    var limit = 0
    for colon in bytes.indices {
      let width: Int
      if bytes[colon] == Byte.colon {
        guard colon + 1 == bytes.count || Byte.isSpace(bytes[colon + 1]) else { continue }
        width = 1
      } else {
        guard bytes[colon] == 0xEF, bytes[colon...].starts(with: "：".utf8) else { continue }
        width = 3
      }
      let first = text.skipSpaces(limit)
      for start in max(first, colon - 80)..<max(first, colon)
      where start == first && bytes[start] != UInt8(ascii: "_")
        || isStart(start, isFirst: places.isEmpty)
      {
        guard let kind = FieldLabel.kind(of: text, start..<colon, words) else { continue }
        places.append(Place(kind: kind, label: start..<colon, start: colon + width))
        break
      }
      limit = colon + width
    }
    return places
  }

  /// Whether a label may start at an offset: after a sign, or after the value of another label.
  private func isStart(_ offset: Int, isFirst: Bool) -> Bool {
    guard bytes[offset].isLetter else { return false }
    // "Yearly (next review: March 2027)"
    if bytes[offset - 1] == UInt8(ascii: "(") { return !isFirst }
    guard Byte.isSpace(bytes[offset - 1]) else { return false }
    let before = bytes[..<offset].last { !Byte.isSpace($0) }
    return !isFirst || before.map { $0 >= 0x80 || "|,;/-.)".utf8.contains($0) } ?? true
  }

  /// "**Label** value", without a colon.
  private func bold(_ statement: Outline.Statement) -> Place? {
    guard statement.isBold, let label = statement.label,
      let kind = FieldLabel.kind(of: label, words)
    else { return nil }
    let name = Array(label.utf8)
    guard
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: name) })
    else { return nil }
    return Place(kind: kind, label: start..<(start + name.count), start: start + name.count)
  }

  /// "Last reviewed on 3 March 2026 by Ada": a label without a colon, before what shows it.
  private func dated(_ others: [Place]) -> [Place] {
    var places: [Place] = []
    for start in [0] + cuts() where !others.contains(where: { $0.label.lowerBound == start }) {
      guard let label = FieldLabel(in: text, from: start, words), isValue(label) else { continue }
      places.append(Place(kind: label.kind, label: start..<label.end, start: label.end))
    }
    return places
  }

  /// Whether what follows a label without a colon can only be its value: a date, or "Version 2.1".
  private func isValue(_ label: FieldLabel) -> Bool {
    let rest = bytes[text.skipSpaces(label.end)...].prefix(40)
    if label.kind == .version { return rest.first?.isDigit == true }
    // Which number is the day is asked later.
    return label.kind.isTelling
      && CalendarDate(in: String(rest), order: .dayFirst, words) != nil
  }

  /// Where the parts of a line start: behind "|", a dot, a comma or the end of a sentence.
  private func cuts() -> [Int] {
    bytes.indices.dropFirst(2).filter { offset in
      guard bytes[offset - 1] == Byte.space else { return false }
      if Self.stops.contains(bytes[offset - 2]) { return true }
      return bytes[offset - 2] >= 0x80
        && Self.dots.contains { bytes[..<(offset - 1)].reversed().starts(with: $0) }
    }
  }

  private static let stops = ByteSet(".,;|".utf8)

  /// "·" and "•", from their last byte to the first.
  private static let dots = ["·", "•"].map { Array($0.utf8.reversed()) }

  /// A value without the signs that part it from the next label.
  private func value(_ range: Range<Int>) -> String {
    var part = bytes[range].trimmed(of: Byte.isSpace)
    while part.first == Byte.colon || part.first == UInt8(ascii: "-") || part.first == 61 {
      part = part.dropFirst().trimmed(of: Byte.isSpace)
    }
    if part.last == UInt8(ascii: ")"), !part.contains(UInt8(ascii: "(")) { part = part.dropLast() }
    guard range.upperBound < bytes.count else { return String(part) }
    for sign in ["·", "•", "|", "—", "–", ",", ";", "/", "-", "("]
    where part.reversed().starts(with: sign.utf8.reversed()) {
      part = part.dropLast(sign.utf8.count).trimmed(of: Byte.isSpace)
    }
    return String(part)
  }
}
