/// Backups that are made on an occasion and by no clock: "a dump before every release".
extension BackupLines {
  private static let others: Marks = [
    .drill, .verification, .restore, .talk, .removal, .watch, .latest, .retention, .condition,
    .absence,
  ]

  /// The policy of a sentence among backups that says before or after what a copy is made.
  func occasional(_ index: Int) -> BackupStatement? {
    guard outline.marks[index].has(.occasion), outline.topicAbove(index) == .backup else {
      return nil
    }
    let passage = Passage(index, in: outline)
    let label = outline.statements[passage.first].label ?? ""
    guard !isGap(index, label) else { return nil }
    for sentence in passage.sentences {
      guard let clause = occasion(in: passage.text, sentence),
        passage.own.contains(clause.lowerBound)
      else { continue }
      let every = passage.words(clause, in: outline)
      var item = make(
        index,
        outline.subject([label] + outline.names(above: index), of: index),
        Cadence(seconds: nil, range: 0..<every.utf8.count),
        every,
        outline.statements[index].kind == .item ? .listed : .prose
      )
      item.text = outline.statements[index].text
      return item
    }
    return nil
  }

  private static let copies: Marks = [.backup, .copies]

  /// The clause "before every release" of a sentence that speaks of a copy beside it.
  private func occasion(in text: FoldedText, _ sentence: Range<Int>) -> Range<Int>? {
    func marks(_ range: Range<Int>) -> Marks {
      words.facts.marks(in: FoldedText(bytes: Array(text.bytes[range])))
    }
    guard let (start, next) = start(in: text, sentence), !marks(sentence).has(Self.others) else {
      return nil
    }
    let signs = text.bytes[next..<sentence.upperBound].firstIndex { "(),;:.|".utf8.contains($0) }
    let end = signs ?? sentence.upperBound
    let joint = text.first(of: words.facts.conjunctions, in: next..<end)?.lowerBound
    let clause = start..<(joint ?? end)
    if marks(sentence.lowerBound..<start).has(Self.copies)
      || marks(clause.upperBound..<sentence.upperBound).has(Self.copies)
    {
      return clause
    }
    // "Before each move we make a copy": three words on, the clause speaks of something else.
    let spaces = (next..<end).filter { $0 > next && Byte.isSpace(text.bytes[$0]) }
    guard spaces.count > 3, !marks(next..<spaces[2]).has(Self.copies),
      marks(spaces[2]..<end).has(Self.copies)
    else { return nil }
    return start..<spaces[0]
  }

  /// Where the words for an occasion stand.
  private func start(
    in text: FoldedText,
    _ sentence: Range<Int>
  ) -> (start: Int, next: Int)? {
    for offset in sentence where text.startsWord(offset) {
      if let (marks, end) = words.facts.marks.longest(in: text, at: offset), marks.has(.occasion) {
        return (offset, end)
      }
    }
    return nil
  }
}
