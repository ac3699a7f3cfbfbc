/// Finds a cadence beside a backup in the prose of one statement.
struct BackupMention {
  let outline: MarkedOutline
  let index: Int

  private var words: Vocabulary { outline.words }

  /// The cadence within five words of a backup, in a sentence that speaks of no test and no gap.
  func cadence(_ text: FoldedText, _ sentence: Range<Int>) -> Cadence? {
    let part = FoldedText(bytes: Array(text.bytes[sentence]))
    let marks = words.facts.marks(in: part)
    guard marks.has(.cadence), marks.has([.backup, .copies, .tool]),
      !marks.has([.drill, .verification, .condition, .absence, .talk])
    else { return nil }
    var offset = 0
    while let cadence = Cadence.first(in: part, offset..<part.bytes.count, words) {
      if !isName(cadence.range, part), isNear(cadence.range, part) {
        let start = sentence.lowerBound + cadence.range.lowerBound
        return Cadence.first(in: text, start..<sentence.upperBound, words)
      }
      offset = cadence.range.upperBound
    }
    return nil
  }

  /// "backups/daily/" is a folder, "35 daily backups" a number of copies.
  private func isName(_ range: Range<Int>, _ text: FoldedText) -> Bool {
    guard range.lowerBound > 1 else { return false }
    let before = text.bytes[range.lowerBound - 1]
    let isFolder =
      before == UInt8(ascii: "/") && range.upperBound < text.bytes.count
      && text.bytes[range.upperBound] == before
    return isFolder || Byte.isSpace(before) && text.bytes[range.lowerBound - 2].isDigit
  }

  private func isNear(_ cadence: Range<Int>, _ text: FoldedText) -> Bool {
    for offset in text.bytes.indices where text.startsWord(offset) {
      guard let (mark, end) = words.facts.marks.longest(in: text, at: offset), isBackup(mark),
        !cadence.overlaps(offset..<end) || mark.has(.cadence)
      else { continue }
      // "nightly pg_dump", but not "daily jobs are listed by velero".
      let isToolAfter = !mark.has([.backup, .copies]) && offset > cadence.lowerBound
      if text.words(between: cadence, offset..<end) <= (isToolAfter ? 0 : 5) { return true }
    }
    return false
  }

  /// Exports are backups where restoring is spoken of, and a tool where backups are.
  private func isBackup(_ mark: Marks) -> Bool {
    if mark.has(.backup) { return true }
    let section = outline.statements[index].section
    guard section >= 0 else { return false }
    return mark.has(.copies) && outline.marks[section].has([.backup, .restore])
      || mark.has(.tool) && outline.topicAbove(index) == .backup
  }
}

extension FoldedText {
  /// The sentences of the text, by a stop and a space.
  var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where ".;".utf8.contains(bytes[index]) {
      guard index + 1 < bytes.count, Byte.isSpace(bytes[index + 1]), index > start else { continue }
      ranges.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// How many words stand between two places.
  func words(between one: Range<Int>, _ other: Range<Int>) -> Int {
    let gap =
      other.lowerBound < one.lowerBound
      ? other.upperBound..<max(other.upperBound, one.lowerBound)
      : min(one.upperBound, other.lowerBound)..<other.lowerBound
    return bytes[gap].split(whereSeparator: Byte.isSpace).count {
      $0.contains(where: \.isLetterOrDigit)
    }
  }
}
