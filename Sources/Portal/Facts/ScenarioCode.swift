/// Scenarios of a plan that states them as settings, in a fence of YAML.
extension Scenarios {
  /// The entries of lists such as "failure_scenarios:", by their name or title.
  func coded() -> [Scenario] {
    guard outline.marks.contains(where: { $0.has(.scenarios) }) else { return [] }
    return outline.statements.indices.filter(opensList).flatMap { entries(below: $0) }
  }

  /// A key for scenarios in a block of settings, with nothing behind it.
  private func opensList(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    guard statement.kind == .code, outline.marks[index].has(.scenarios),
      !outline.marks[index].has([.drill, .example]), !outline.isExample(index),
      ["yaml", "yml"].contains(outline.outline.codes[statement.block].language),
      outline.topicAbove(index) != .drill
    else { return false }
    let line = CodeLine(statement.text)
    return !line.isComment && line.key != nil && line.value.isEmpty
  }

  private func entries(below index: Int) -> [Scenario] {
    let lines = lines(below: index)
    guard let first = lines.first, isEntry(first) else { return [] }
    let starts = lines.filter { isEntry($0) && indent($0) == indent(first) }
    let ends = starts.dropFirst() + [(lines.last ?? first) + 1]
    return zip(starts, ends).compactMap { start, end in
      named(start..<end).map { title, index in
        Scenario(
          title: title,
          heading: title,
          line: outline.statements[index].line,
          lastLine: outline.statements[end - 1].line
        )
      }
    }
  }

  /// The lines of the list that a key opens, without empty ones and comments.
  private func lines(below index: Int) -> [Int] {
    // What stands right below "- scenarios:" is set in more.
    let depth = indent(index) + (isEntry(index) ? 1 : 0)
    var lines: [Int] = []
    for next in (index + 1)..<outline.statements.count {
      guard outline.statements[next].block == outline.statements[index].block,
        outline.statements[next].kind == .code
      else { break }
      let first = outline.texts[next].bytes.first { !Byte.isSpace($0) }
      guard let first, first != UInt8(ascii: "#") else { continue }
      guard indent(next) > depth || indent(next) == depth && isEntry(next) else { break }
      lines.append(next)
    }
    return lines
  }

  /// The name or title of an entry, and where it stands; an entry without keys is its own.
  private func named(_ entry: Range<Int>) -> (title: String, index: Int)? {
    let first = entry.lowerBound
    let depth = indent(first) + 2
    if CodeLine(outline.statements[first].text).key == nil {
      let text = outline.texts[first].bytes[...].trimmed { Byte.isSpace($0) || $0 == 45 }
      return text.contains(where: \.isLetter)
        ? (MarkedOutline.tidied(outline.statements[first].text), first) : nil
    }
    for index in entry where index == first || indent(index) == depth {
      let line = CodeLine(outline.statements[index].text)
      if let key = line.key, Self.keys.contains(key.lowercased()),
        line.value.contains(where: \.isLetter)
      {
        return (line.value, index)
      }
    }
    return nil
  }

  /// The keys of the format that name an entry.
  private static let keys: Set<String> = ["name", "title", "scenario"]

  private func isEntry(_ index: Int) -> Bool {
    outline.texts[index].bytes.drop(while: Byte.isSpace).starts(with: "- ".utf8)
  }

  private func indent(_ index: Int) -> Int {
    outline.texts[index].bytes.prefix(while: Byte.isSpace).count
  }
}
