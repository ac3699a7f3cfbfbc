internal import Bindings

extension Steps {
  // MARK: Comments in code

  /// Reads the comments of a block of code; the index behind it.
  mutating func code(_ index: Int) -> Int {
    let first = outline.statements[index]
    var end = index + 1
    while end < outline.statements.count, outline.statements[end].kind == .code,
      outline.statements[end].block == first.block
    {
      end += 1
    }
    // A block that is not set in stands outside of the list above it.
    if raw(max(first.line - 1, 1)).first.map(Byte.isSpace) != true {
      close(from: 11, at: first.line)
    }
    let language = outline.outline.codes[first.block].language
    let fence = rules.fence(language)
    guard fence != nil || language == "sql", fence != .manifest, !outline.isExample(index) else {
      return end
    }
    var previous: Int?
    for (place, number, title) in comments(index..<end) {
      let statement = outline.statements[place]
      if let previous { self.end(previous, before: statement.line) }
      previous = steps.count
      add(number, title, .comment, statement, depth: nil)
    }
    if let previous { self.end(previous, before: outline.statements[end - 1].line + 1) }
    return end
  }

  /// The comments of a block that are steps: those with numbers, else those above commands.
  private mutating func comments(_ lines: Range<Int>) -> [(place: Int, Int?, title: String)] {
    var found: [(place: Int, Int?, title: String)] = []
    for place in lines {
      if let (number, title) = numbered(place) { found.append((place, number, title)) }
    }
    // Comments within a step are its parts.
    guard found.isEmpty, open.isEmpty else { return found }
    guard lines.contains(where: { isComment($0) }), isProcedure(above: lines.lowerBound) else {
      return []
    }
    found.reserveCapacity(4)
    for place in lines.dropLast() {
      if let title = plain(place, isFirst: place == lines.lowerBound) {
        found.append((place, nil, title))
      }
    }
    return found
  }

  /// The number and the title of a comment such as "# Step 1: Stop writes".
  private func numbered(_ index: Int) -> (Int?, String)? {
    let folded = outline.texts[index].bytes
    guard mayNumber(folded.span),
      let comment = CodeLine(outline.statements[index].text).comment
    else { return nil }
    if let (number, title, isPhase) = words.named(comment), !isPhase, !title.isEmpty {
      return (number, title)
    }
    return StepWords.numbered(comment)
  }

  /// Whether a line begins as a comment does, and goes on with what may be a number.
  private func mayNumber(_ line: Swift.Span<UInt8>) -> Bool {
    var index = 0
    while index < line.count, Byte.isSpace(line[index]) { index += 1 }
    guard index < line.count, "#/-".utf8.contains(line[index]) else { return false }
    while index < line.count, !line[index].isLetterOrDigit { index += 1 }
    return index < line.count && words.mayNumber(line[index])
  }

  /// What a comment right above a command says, where a procedure stands around it.
  private func plain(_ index: Int, isFirst: Bool) -> String? {
    guard isComment(index), isFirst || !isComment(index - 1), isCommand(index + 1) else {
      return nil
    }
    let text = outline.statements[index].text
    let line = CodeLine(text)
    guard let comment = line.comment, line.key == nil, comment.utf8.contains(where: \.isLetter)
    else { return nil }
    let isCommand = ShellBlock.looks(Array(comment.utf8)[...], rules, withAssignments: true)
    return isCommand ? nil : comment
  }

  private func isComment(_ index: Int) -> Bool {
    let text = outline.texts[index].bytes
    let line = text.span
    var start = 0
    while start < line.count, Byte.isSpace(line[start]) { start += 1 }
    return start < line.count && line[start] == UInt8(ascii: "#")
  }

  private func isCommand(_ index: Int) -> Bool {
    let line = outline.texts[index].bytes[...]
    let (first, second) = ShellBlock.firstWords(line)
    guard let byte = first.first, byte != UInt8(ascii: "#") else { return false }
    // What is set up before the first step is none, and a setting is no command.
    return !first.elementsEqual("set".utf8) && !Self.isSetting(first) && !Self.isSetting(second)
  }

  private static func isSetting(_ word: ArraySlice<UInt8>) -> Bool {
    word.first != UInt8(ascii: "-") && word.contains(UInt8(ascii: "="))
  }
}
