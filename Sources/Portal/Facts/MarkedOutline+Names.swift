extension MarkedOutline {
  /// The first name that says more than the plain words of the subject; else the first of all.
  func subject(_ names: [String]) -> String {
    telling(names) ?? names.first { !$0.isEmpty } ?? ""
  }

  /// The first name that says more than the plain words of the subject.
  private func telling(_ names: [String]) -> String? { names.first(where: isTelling) }

  /// Whether a name says more than the plain words of the subject: "Ledger", but not "Procedure".
  func isTelling(_ name: String) -> Bool {
    let text = FoldedText(folding: name)
    return !words.facts.marks(in: text).has(.target)
      && text.words.contains { !words.facts.untelling.contains(String($0)) }
  }

  /// The first telling name; a short statement speaks for itself before the title of the document.
  func subject(_ names: [String], of index: Int) -> String {
    let first = outline.firstHeading
    let title = outline.isTitle(first) ? ComponentName.unnumbered(statements[first].text) : ""
    if let telling = telling(names), telling != Self.tidied(title) { return telling }
    let text = statements[index].text
    return text.utf8.count(where: Byte.isSpace) < 10 ? Self.tidied(text) : subject(names)
  }

  /// A name without signs and without the pictures and marks around it: "✅ Database".
  static func bare(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.contains(where: { $0 >= 0xE2 }) else { return tidied(name) }
    var scalars = Substring(tidied(name)).unicodeScalars
    while let first = scalars.first, isPicture(first) { scalars.removeFirst() }
    while let last = scalars.last, isPicture(last) { scalars.removeLast() }
    return scalars.isEmpty ? tidied(name) : tidied(String(scalars))
  }

  /// Arrows, boxes, ticks and emoji, with what joins and colours them.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x200D, 0x2190...0x23FF, 0x2500...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// The name of some bytes without signs around it.
  static func tidied(_ name: Swift.Span<UInt8>) -> String {
    let kept = name.trimmed(0..<name.count) {
      Byte.isJoint($0) || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#")
    }
    return String(name.extracting(kept))
  }
}
