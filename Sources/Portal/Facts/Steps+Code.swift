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
    let numbered = lines.compactMap { place in
      self.numbered(place).map { (place: place, $0, title: $1) }
    }
    // Comments within a step are its parts.
    guard numbered.isEmpty, open.isEmpty else { return numbered }
    return plain(lines).map { place in
      let text = outline.statements[place].text
      return (place, nil, CodeLine(text).comment ?? text)
    }
  }

  /// The number and the title of a comment such as "# Step 1: Stop writes".
  private func numbered(_ index: Int) -> (Int?, String)? {
    let bytes = outline.texts[index].bytes
    guard let byte = bytes.first(where: { !Byte.isSpace($0) }), "#/-".utf8.contains(byte),
      let letter = bytes.first(where: \.isLetterOrDigit), words.mayNumber(letter),
      let comment = CodeLine(outline.statements[index].text).comment
    else { return nil }
    if let (number, title, isPhase) = words.named(comment), !isPhase, !title.isEmpty {
      return (number, title)
    }
    return StepWords.numbered(comment)
  }

  /// Comments right above a command, where a procedure stands around them.
  private mutating func plain(_ lines: Range<Int>) -> [Int] {
    guard lines.contains(where: isComment), isProcedure(above: lines.lowerBound) else { return [] }
    return lines.dropLast().filter { index in
      guard isComment(index), index == lines.lowerBound || !isComment(index - 1),
        isCommand(index + 1)
      else { return false }
      let line = CodeLine(outline.statements[index].text)
      guard let comment = line.comment, line.key == nil, comment.utf8.contains(where: \.isLetter)
      else { return false }
      return !ShellBlock.looks(Array(comment.utf8)[...], rules, withAssignments: true)
    }
  }

  private func isComment(_ index: Int) -> Bool {
    outline.texts[index].bytes.first { !Byte.isSpace($0) } == UInt8(ascii: "#")
  }

  private func isCommand(_ index: Int) -> Bool {
    let line = outline.texts[index].bytes.drop(while: Byte.isSpace)
    guard let first = line.first, first != UInt8(ascii: "#") else { return false }
    let words = line.split(maxSplits: 2, whereSeparator: Byte.isSpace)
    // What is set up before the first step is none, and a setting is no command.
    return words[0].elementsEqual("set".utf8) == false
      && !words.prefix(2).contains { $0.contains(UInt8(ascii: "=")) && $0.first != 0x2D }
  }
}
