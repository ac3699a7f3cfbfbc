/// Reads the values that a line states one after the other, each with what it is for.
///
/// "4 h (orders); 8 h (reports)" and "orders = 4 h, reports = 8 h" behind the name of a target.
struct TargetList {
  /// A value with the words for what it is for.
  struct Item {
    let value: TargetValue
    let name: Range<Int>
  }

  /// At least two, or none.
  private(set) var items: [Item] = []

  init(_ text: FoldedText, at start: Int, _ words: Vocabulary) {
    var offset = text.skipSpaces(start)
    while let (item, end) = Self.item(text, offset, words) {
      items.append(item)
      let next = text.skipSpaces(end)
      guard next < text.bytes.count, let joint = Self.joint(text, next, words) else {
        offset = next
        break
      }
      offset = text.skipSpaces(joint)
    }
    let isAll = offset >= text.bytes.count || Self.isStop(text, offset)
    // "24 h (nightly dump); 5 min (WAL)" names two ways to copy one thing.
    let isNamed = items.contains { item in
      !words.facts.marks(in: FoldedText(bytes: Array(text.bytes[item.name]))).has([
        .backup, .copies, .continuous, .replication, .cadence, .restore,
      ])
    }
    if items.count < 2 || !isAll || !isNamed { items = [] }
  }

  /// A value with its name behind it in brackets, or before it.
  private static func item(_ text: FoldedText, _ start: Int, _ words: Vocabulary) -> (Item, Int)? {
    if let value = number(text, start, words) {
      guard let inner = text.bracket(at: text.skipSpaces(value.end)),
        isName(text, inner, words)
      else { return nil }
      return (
        Item(value: value, name: inner), inner.upperBound + text.sign(at: inner.upperBound).count
      )
    }
    let limit = min(text.bytes.count, start + 40)
    guard start < limit, let span = Span.first(in: text, start..<limit, words) else { return nil }
    let name = start..<span.range.lowerBound
    guard isName(text, name, words), text.words(in: name) < 5,
      !text.bytes[name].contains(where: { ",;|/.".utf8.contains($0) }),
      words.vetoes.first(in: text, name) == nil,
      let value = number(text, span.range.lowerBound, words)
    else { return nil }
    let next = text.skipSpaces(value.end)
    let note = text.bracket(at: next)
    return (
      Item(value: value, name: name),
      note.map { $0.upperBound + text.sign(at: $0.upperBound).count } ?? value.end
    )
  }

  private static func number(
    _ text: FoldedText,
    _ start: Int,
    _ words: Vocabulary
  ) -> TargetValue? {
    let value = TargetValue(text, at: start, isCell: false, isOnly: false, words)
    return value?.state == .number ? value : nil
  }

  private static func isName(_ text: FoldedText, _ range: Range<Int>, _ words: Vocabulary) -> Bool {
    !words.isNameless(text, range) && Span.first(in: text, range, words) == nil
  }

  /// Past a comma, a semicolon, a bar or "and".
  private static func joint(_ text: FoldedText, _ offset: Int, _ words: Vocabulary) -> Int? {
    let (sign, count) = text.sign(at: offset)
    if ",;|/".utf8.contains(sign) { return offset + count }
    return words.joints.first { text.has($0, at: offset) }.map { offset + $0.count }
  }

  private static func isStop(_ text: FoldedText, _ offset: Int) -> Bool {
    ".)".utf8.contains(text.sign(at: offset).byte)
      || text.bytes[offset...].starts(with: [0xE3, 0x80, 0x82])
  }
}
