internal import Bindings

/// Finds the words that name what a fact is about.
enum ComponentName {
  /// The heading, the lead or the caption above a statement that names something; else empty.
  ///
  /// `caption` is the bold line that works as a heading, and `lead` the line that leads over to the
  /// statement; -1 for none.
  static func above(
    _ statement: Outline.Statement,
    in outline: Outline,
    lead: Int = -1,
    caption: Int = -1,
    _ words: Vocabulary
  ) -> String {
    func name(_ heading: Int) -> String? {
      heading < 0 || outline.isTitle(heading)
        ? nil : self.name(outline.statements[heading].text, words)
    }
    let line = [lead, caption].lazy.filter { $0 >= 0 }
      .compactMap { self.name(line: outline.statements[$0], words) }.first
    let nearest = name(statement.section)
    if let line, nearest.map({ isTelling(line, words) && !isTelling($0, words) }) ?? true {
      return line
    }
    if let nearest { return nearest }
    var heading = statement.section
    while heading >= 0 {
      heading = outline.statements[heading].section
      if let name = name(heading), isTelling(name, words) { return name }
    }
    return ""
  }

  /// A heading as the name of a component; nil for one that speaks of objectives in general.
  static func name(_ heading: String, _ words: Vocabulary) -> String? {
    let name = unnumbered(heading)
    let folded = FoldedText(folding: name)
    if let term = ObjectiveTerms(words).targets(in: folded).first {
      let open = folded.bytes[..<term.range.lowerBound].firstIndex(of: UInt8(ascii: "("))
      return open.flatMap { self.name(in: folded, 0..<$0, of: name, words) }
    }
    guard !name.isEmpty, !folded.contains(words.general),
      !words.asking.contains(where: { folded.has($0, at: 0) })
    else { return nil }
    return words.isNameless(folded, 0..<folded.bytes.count) ? nil : name
  }

  /// A line that leads over to others as a name: "**Checkout**", "Critical (P1):".
  static func name(line: Outline.Statement, _ words: Vocabulary) -> String? {
    let spaces = line.text.utf8.count(where: Byte.isSpace)
    guard spaces < (line.isBold || line.isCaption ? 8 : 4) else { return nil }
    if let label = line.label, !line.value.isEmpty {
      // "**Status: draft**" is a field, "**Scenario 1: Flood**" a name.
      let label = FoldedText(folding: label)
      guard !words.isNameless(label, 0..<label.bytes.count) else { return nil }
    }
    guard Span.first(in: FoldedText(folding: line.text), words) == nil,
      let name = name(line.text, words)
    else { return nil }
    let folded = FoldedText(folding: name)
    return self.name(in: folded, 0..<folded.bytes.count, of: name, words)
  }

  /// Whether a heading further up says by its words that it stands for a component.
  private static func isTelling(_ name: String, _ words: Vocabulary) -> Bool {
    let folded = FoldedText(folding: name)
    return words.dimensions.stands(in: folded)
      || words.classes.first(in: folded, 0..<folded.bytes.count) != nil
  }

  /// The words of a range as a name, without signs and without words such as "for" at its ends; nil
  /// when nothing is left that names something.
  static func name(
    in text: FoldedText,
    _ range: Range<Int>,
    of original: String,
    _ words: Vocabulary
  ) -> String? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if let word = words.leading.first(where: { text.has($0, at: start) }),
        start + word.count <= end
      {
        start += word.count
      } else if !text.isWord(start), text.bytes[start] != UInt8(ascii: "[") {
        start += text.sign(at: start).count
      } else {
        break
      }
    }
    guard start < end, !words.isNameless(text, start..<end) else { return nil }
    while start < end, isLoose(text.bytes[start..<end]) { end -= 1 }
    let name = String(Array(original.utf8)[start..<end])
    return name.isEmpty ? nil : name
  }

  /// Whether the last byte of a name only joins it to what follows: ":", "(", a dash, a bracket
  /// that was never opened.
  private static func isLoose(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last else { return false }
    switch last {
    case UInt8(ascii: ")"): return !bytes.contains(UInt8(ascii: "("))
    case UInt8(ascii: "]"): return !bytes.contains(UInt8(ascii: "["))
    case 0x80...0xBF:
      // The last byte of a dash, of a wide sign or of punctuation.
      let tail = bytes.suffix(3)
      return tail.starts(with: [0xE2, 0x80]) || tail.starts(with: [0xE3, 0x80])
        || tail.starts(with: [0xEF, 0xBC]) && !tail.elementsEqual([0xEF, 0xBC, 0x89])
    case 0xC0...: return true
    default: return !last.isLetterOrDigit && last != UInt8(ascii: "%")
    }
  }

  /// The dimension that the head of a column, a heading or a label speaks of.
  static func dimension(_ text: FoldedText, _ words: Vocabulary) -> Objective.Dimension {
    var best: (rank: Int, dimension: Objective.Dimension)?
    words.dimensions.each(in: text) { found in
      if best.map({ found.rank < $0.rank }) ?? true { best = found }
    }
    return best?.dimension ?? .component
  }

  /// A heading without its number: "5.2.1 Database" is "Database".
  static func unnumbered(_ heading: String) -> String {
    let bytes = heading.utf8.span
    var start = bytes.has("§".utf8.span, at: 0) ? "§".utf8.count : 0
    while start < bytes.count, bytes[start].isDigit || ". )".utf8.contains(bytes[start]) {
      start += 1
    }
    guard start < bytes.count else { return heading }
    let name = bytes.trimmed(start..<bytes.count) {
      Byte.isJoint($0) || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ",")
    }
    return name.count == bytes.count ? heading : String(bytes.extracting(name))
  }
}

extension Vocabulary {
  /// Whether a name only says in which way something comes back: "automatic".
  func isMode(_ name: String) -> Bool {
    guard name.utf8.count < 24 else { return false }
    return modes.contains(FoldedText(folding: name).bytes)
  }

  /// Whether the words of a range, all of them, say nothing of what something is about: "Recovery
  /// objectives", "maximum data loss", "NFR-REL-003".
  func isNameless(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    var hasWord = false
    while offset < range.upperBound {
      guard text.isWord(offset) else {
        offset += text.sign(at: offset).count
        continue
      }
      let end =
        nameless.longest(in: text, at: offset)?.end ?? names.longest(in: text, at: offset)?.end
        ?? text.codeEnd(offset, behindWord: hasWord)
      guard let end, end <= range.upperBound else { return false }
      hasWord = true
      offset = end
    }
    return true
  }
}

extension FoldedText {
  /// The end of what names nothing at an offset: a letter, the number of a heading, a year, the
  /// code of a requirement such as "NFR-REL-003".
  fileprivate func codeEnd(_ offset: Int, behindWord: Bool) -> Int? {
    guard isEdge(offset) else { return nil }
    let code = bytes[offset...].prefix { $0 < 0x80 && ($0.isLetterOrDigit || $0 == 45) }
    let digits = code.count(where: \.isDigit)
    let dashes = code.count(where: { $0 == 45 })
    switch (digits, dashes) {
    case (0, 0): return code.count == 1 && isEdge(offset + 1) ? offset + 1 : nil
    case (code.count, 0): return behindWord && digits != 4 ? nil : code.endIndex
    default:
      let isCode = code.last?.isDigit == true && (dashes > 1 || dashes == 1 && digits > 2)
      return isCode ? code.endIndex : nil
    }
  }
}
