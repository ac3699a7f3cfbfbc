extension Steps {
  // MARK: Lists

  mutating func item(_ index: Int) {
    let statement = outline.statements[index]
    guard isStart(statement), !outline.isExample(index) else { return }
    if let (number, title, isPhase) = words.named(statement.text, outline.texts[index]),
      !isPhase, !title.isEmpty
    {
      return add(number, title, .line, statement, depth: 10 + statement.level)
    }
    guard statement.isOrdered || statement.isTask, isOutermost(index), !isLink(statement),
      isProcedure(above: index, withTitle: !statement.isTask)
    else { return }
    add(
      statement.isOrdered ? number(raw(statement.line)) : nil,
      MarkedOutline.tidied(statement.text.utf8.span),
      statement.isTask ? .task : .item,
      statement,
      depth: 10 + statement.level
    )
  }

  /// Whether a line begins an item, and does not go on with one.
  func isStart(_ statement: Outline.Statement) -> Bool {
    let line = document.lines.range(statement.line)
    var place = line.lowerBound
    let bytes = document.text.span
    while place < line.upperBound, Byte.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: ">") {
      place += 1
    }
    guard place < line.upperBound else { return false }
    if "-*+".utf8.contains(bytes[place]) { return true }
    let start = place
    while place < line.upperBound, bytes[place].isDigit { place += 1 }
    return place > start && place < line.upperBound && ".)".utf8.contains(bytes[place])
  }

  /// Whether no step stands around an item: a list within a step lists its parts.
  private func isOutermost(_ index: Int) -> Bool {
    var parent = outline.parents[index]
    while parent >= 0 {
      if outline.statements[parent].isOrdered || outline.statements[parent].isTask { return false }
      parent = outline.parents[parent]
    }
    return true
  }

  /// An item of a table of contents below the title, or one that somebody has to fill in.
  private func isLink(_ statement: Outline.Statement) -> Bool {
    if statement.text.hasPrefix("[") && statement.text.hasSuffix("]") { return true }
    guard statement.section < 0 || statement.section == title else { return false }
    let line = raw(statement.line)
    return line.contains(UInt8(ascii: "]")) && String(line).contains("](#")
  }

  /// The bytes of a line of the document.
  func raw(_ line: Int) -> ArraySlice<UInt8> { document.text[document.lines.range(line)] }

  private mutating func number(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.drop { !$0.isDigit }.prefix(while: \.isDigit)
    guard let written = Int(String(digits)) else { return nil }
    let number = last.map { $0.written == written ? $0.number + 1 : written } ?? written
    last = (written, number)
    return number
  }

  /// A row of "Step | Action | Owner".
  mutating func row(_ index: Int) {
    let row = outline.statements[index]
    guard row.cells.count > 1, isNumbered(index), !row.cells[1].isEmpty,
      let number = Int(row.cells[0].filter { !".)#* ".contains($0) }), number < 1000,
      !outline.isExample(index)
    else { return }
    add(number, row.cells[1], .row, row, depth: nil)
  }

  private mutating func isNumbered(_ index: Int) -> Bool {
    let block = outline.statements[index].block
    if let known = tables[block] { return known }
    let head = outline.outline.tables[block].header.first ?? ""
    let found = words.isName(head) || head == "#" && isProcedure(above: index)
    tables[block] = found
    return found
  }
}
