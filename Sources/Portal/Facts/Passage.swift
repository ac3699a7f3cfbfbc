/// The lines around a statement that are one running text, so that a sentence is read as a whole.
struct Passage {
  /// The lines in lower case, a space between two of them.
  let text: FoldedText
  /// Where the statement itself stands.
  let own: Range<Int>
  /// The index of the first statement that belongs to it.
  let first: Int

  /// Lines beyond these say nothing more of a sentence.
  private static let reach = 4

  /// A cell of a row, which is a text of its own.
  init(cell: String, of index: Int) {
    text = FoldedText(folding: cell)
    own = 0..<text.bytes.count
    first = index
  }

  init(_ index: Int, in outline: MarkedOutline) {
    let statements = outline.statements
    var first = index
    while statements[first].isWrapped, first > 0, index - first < Self.reach { first -= 1 }
    var last = index
    while last + 1 < statements.count, statements[last + 1].isWrapped, last - index < Self.reach {
      last += 1
    }
    self.first = first
    guard first < last else {
      (text, own) = (outline.texts[index], 0..<outline.texts[index].bytes.count)
      return
    }
    var bytes: [UInt8] = []
    var start = 0
    for place in first...last {
      if place == index { start = bytes.count }
      bytes += outline.texts[place].bytes
      bytes.append(Byte.space)
    }
    text = FoldedText(bytes: bytes)
    own = start..<(start + outline.texts[index].bytes.count)
  }

  /// The sentences that stand in the statement, at least in part.
  var sentences: [Range<Int>] { text.sentences.filter { $0.overlaps(own) } }

  /// The words of a range of a cell.
  func written(_ range: Range<Int>, in cell: String) -> String {
    MarkedOutline.tidied(String(Array(cell.utf8)[range]))
  }

  /// The words of a range as they are written, without signs around them.
  func words(_ range: Range<Int>, in outline: MarkedOutline) -> String {
    var bytes: [UInt8] = []
    var place = first
    while bytes.count < range.upperBound, place < outline.statements.count {
      bytes += Array(outline.statements[place].text.utf8) + [Byte.space]
      place += 1
    }
    return MarkedOutline.tidied(String(bytes[range.clamped(to: 0..<bytes.count)]))
  }
}
