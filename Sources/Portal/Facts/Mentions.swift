/// A cadence in running text with what it speaks of.
struct Mention {
  let topic: MarkedOutline.Topic
  let cadence: Cadence
}

/// Finds what the cadences of a passage speak of: "backups run nightly and are tested monthly".
///
/// A cadence belongs to the nearest noun; a noun that has one takes no second.
struct Mentions {
  /// Adjacent words of the topics, such as "backup restore test".
  private struct Noun {
    let range: Range<Int>
    let topic: MarkedOutline.Topic?
    /// How many words may part it from a cadence: where it stands before it, and after it.
    let reach: (before: Int, after: Int)
  }

  /// A sentence with its nouns and the words that change what it says.
  private struct Sentence {
    let range: Range<Int>
    var marks: Marks = []
    var nouns: [Noun] = []
    var denials: [Range<Int>] = []
    /// Words such as "latest", which name what is known already.
    var known: [Range<Int>] = []
    var restores: [Int] = []
    /// Where the sentence first speaks of a test, a report, a condition or a retention.
    var turns: [Int] = []

    mutating func note(_ more: Marks, _ range: Range<Int>) {
      marks.formUnion(more)
      if more.has(.absence) { denials.append(range) }
      if more.has(.latest) { known.append(range) }
      if more.has(.restore) { restores.append(range.lowerBound) }
    }
  }

  let outline: MarkedOutline
  let index: Int
  let passage: Passage

  private var words: Vocabulary { outline.words }
  private var text: FoldedText { passage.text }

  init(_ index: Int, in outline: MarkedOutline) {
    self.init(Passage(index, in: outline), of: index, in: outline)
  }

  init(_ passage: Passage, of index: Int, in outline: MarkedOutline) {
    self.outline = outline
    self.index = index
    self.passage = passage
  }

  /// Whether words of some kinds may stand in the passage; known where it is one statement.
  func mayHave(_ some: Marks) -> Bool {
    passage.own.count < text.bytes.count || outline.marks[index].has(some)
  }

  /// The cadences that stand in the statement itself, and what each speaks of.
  func all() -> [Mention] {
    passage.sentences.flatMap { range -> [Mention] in
      let sentence = parsed(range)
      guard sentence.marks.has([.cadence, .frequency]), !sentence.marks.has(.condition) else {
        return []
      }
      return mentions(sentence).filter { passage.own.contains($0.cadence.range.lowerBound) }
    }
  }

  // MARK: Cadences and their nouns

  private func mentions(_ sentence: Sentence) -> [Mention] {
    var found: [Mention] = []
    var free = sentence.nouns
    // A cadence before its noun ("nightly backup") parts no other from what it speaks of.
    var walls: [Range<Int>] = []
    var offset = sentence.range.lowerBound
    while let cadence = Cadence.first(in: text, offset..<sentence.range.upperBound, words) {
      offset = max(offset + 1, cadence.range.upperBound)
      guard !isName(cadence.range), !isInstance(cadence.range),
        !isAlternative(cadence.range, walls.last)
      else { continue }
      guard let place = nearest(to: cadence.range, among: free, walls) else {
        walls.append(cadence.range)
        continue
      }
      let noun = free.remove(at: place)
      if noun.range.lowerBound < cadence.range.lowerBound { walls.append(cadence.range) }
      guard let topic = topic(of: cadence.range, noun, sentence),
        !isDenied(cadence.range, noun.range, sentence)
      else { continue }
      found.append(Mention(topic: topic, cadence: cadence))
    }
    return found
  }

  private func nearest(
    to cadence: Range<Int>,
    among nouns: [Noun],
    _ walls: [Range<Int>]
  ) -> Int? {
    var best: (place: Int, words: Int, bytes: Int)?
    for (place, noun) in nouns.enumerated() where noun.topic != nil {
      let isAfter = noun.range.lowerBound >= cadence.lowerBound
      let start = min(cadence.upperBound, noun.range.upperBound)
      let gap = start..<max(start, cadence.lowerBound, noun.range.lowerBound)
      guard isAfter || noun.range.upperBound <= cadence.lowerBound,
        let words = distance(gap, noun, isAfter), !walls.contains(where: gap.contains)
      else { continue }
      let isNearer = best.map {
        (words, gap.count) < ($0.words, $0.bytes) || isAfter && gap.count == $0.bytes
      }
      if isNearer ?? true { best = (place, words, gap.count) }
    }
    return best?.place
  }

  /// The words of a gap; what stands beyond a conjunction is mostly said of something else.
  private func distance(_ gap: Range<Int>, _ noun: Noun, _ isAfter: Bool) -> Int? {
    let count = text.words(in: gap)
    guard count <= (isAfter ? noun.reach.after : noun.reach.before) else { return nil }
    return count + (text.first(of: words.facts.conjunctions, in: gap) == nil ? 0 : 4)
  }

  /// "Test the backups weekly" speaks of a test, "verify the nightly backup" states nothing.
  private func topic(
    of cadence: Range<Int>,
    _ noun: Noun,
    _ sentence: Sentence
  ) -> MarkedOutline.Topic? {
    guard noun.topic == .backup else { return noun.topic }
    let all =
      min(
        cadence.lowerBound,
        noun.range.lowerBound
      )..<max(cadence.upperBound, noun.range.upperBound)
    // "the latest daily dump", "quarterly: restore a dump"
    guard !sentence.known.contains(where: { text.words(between: all, $0) < 3 }) else { return nil }
    let isBefore = noun.range.lowerBound < cadence.lowerBound
    let drill = sentence.nouns.first { $0.topic == .drill }
    if let drill, drill.range.upperBound <= noun.range.lowerBound {
      return isBefore ? .drill : nil
    }
    if sentence.restores.contains(where: all.contains) { return .drill }
    return sentence.turns.contains { $0 < min(cadence.lowerBound, noun.range.lowerBound) }
      ? nil : .backup
  }

  /// "There is no nightly backup", "nightly backups are not enabled".
  private func isDenied(_ cadence: Range<Int>, _ noun: Range<Int>, _ sentence: Sentence) -> Bool {
    let all = min(cadence.lowerBound, noun.lowerBound)..<max(cadence.upperBound, noun.upperBound)
    return sentence.denials.contains { denial in
      if denial.lowerBound < all.lowerBound { return text.words(between: denial, all) <= 4 }
      // "tested without downtime every month"
      if denial.lowerBound < all.upperBound {
        return !words.facts.without.contains { text.has($0, at: denial.lowerBound) }
      }
      return text.words(between: all, denial) <= 1
    }
  }

  /// "hourly or continuous": the first of two counts.
  private func isAlternative(_ cadence: Range<Int>, _ last: Range<Int>?) -> Bool {
    guard let last, last.upperBound < cadence.lowerBound else { return false }
    return text.first(of: words.facts.alternatives, in: last.upperBound..<cadence.lowerBound) != nil
  }

  /// "more often, such as hourly": what might be.
  private func isInstance(_ range: Range<Int>) -> Bool {
    let before = text.bytes[..<range.lowerBound]
    guard let last = before.lastIndex(where: { !Byte.isSpace($0) && $0 != UInt8(ascii: ",") })
    else { return false }
    return words.facts.instances.contains { before[...last].suffix($0.count).elementsEqual($0) }
  }

  /// "backups/daily/" is a folder, "35 daily backups", "seven daily" a number of copies.
  private func isName(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 1 else { return false }
    let before = text.bytes[range.lowerBound - 1]
    let isFolder =
      before == UInt8(ascii: "/") && range.upperBound < text.bytes.count
      && text.bytes[range.upperBound] == before
    guard !isFolder, Byte.isSpace(before), !text.bytes[range].contains(Byte.space) else {
      return isFolder
    }
    // "Q3 quarterly drill" is one of them.
    let word = text.bytes[..<(range.lowerBound - 1)].reversed().prefix { !Byte.isSpace($0) }
    let start = range.lowerBound - 1 - word.count
    if words.facts.numbers.longest(in: text, at: start)?.end == range.lowerBound - 1 { return true }
    return word.first?.isDigit == true
      && word.dropFirst().allSatisfy { $0.isDigit || $0 == UInt8(ascii: "q") }
  }

  // MARK: Sentences

  private static let topics: Marks = [
    .drill, .verification, .restore, .backup, .copies, .tool, .talk, .removal, .watch,
  ]

  private func parsed(_ range: Range<Int>) -> Sentence {
    var sentence = Sentence(range: range)
    var parts: [(range: Range<Int>, marks: Marks)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard text.startsWord(offset),
        let (marks, end) = words.facts.marks.longest(in: text, at: offset), end <= range.upperBound
      else {
        offset += 1
        continue
      }
      sentence.note(isLength(marks, end) ? marks.subtracting(.latest) : marks, offset..<end)
      if marks.has([.talk, .verification, .drill, .watch])
        || marks.has(.retention) && counts(end, range)
      {
        sentence.turns.append(offset)
      }
      if marks.has(Self.topics) {
        if let last = parts.last,
          isJoined(last.range.upperBound..<offset) || isPaired(last, offset, marks)
        {
          if last.marks.has(.proven), marks.has(.backup) {
            // "a verified backup" is a backup.
            sentence.turns.removeAll { $0 == last.range.lowerBound }
            parts.removeLast()
            parts.append((offset..<end, marks))
            offset = end
            continue
          }
          parts[parts.count - 1] = (last.range.lowerBound..<end, last.marks.union(marks))
        } else {
          parts.append((offset..<end, marks))
        }
      }
      offset = end
    }
    sentence.nouns = parts.map { noun($0.range, $0.marks, sentence.marks) }
    return sentence
  }

  /// "Hourly for the last 24 hours" says how long copies are kept, not which of them.
  private func isLength(_ marks: Marks, _ end: Int) -> Bool {
    marks.has(.latest) && text.startsNumber(text.skipSpaces(end))
  }

  /// "Keep 7 daily copies": a number follows within the sentence; a setting's name is no verb.
  private func counts(_ offset: Int, _ sentence: Range<Int>) -> Bool {
    let rest = text.bytes[offset..<sentence.upperBound].prefix(24)
    return rest.first != UInt8(ascii: "_") && rest.contains(where: \.isDigit)
  }

  /// Whether only a space, a hyphen or a slash parts two words.
  private func isJoined(_ gap: Range<Int>) -> Bool {
    gap.count < 3 && text.bytes[gap].allSatisfy { Byte.isSpace($0) || "-/_".utf8.contains($0) }
  }

  /// "Backup and restore drills" in a chapter about drills are one thing.
  private func isPaired(
    _ last: (range: Range<Int>, marks: Marks),
    _ next: Int,
    _ marks: Marks
  ) -> Bool {
    guard last.marks.has(.backup), marks.has(.restore) else { return false }
    let gap = text.bytes[last.range.upperBound..<next].trimmed(of: Byte.isSpace)
    return words.facts.conjunctions.contains { $0.elementsEqual(gap) }
      && outline.topicAbove(index) == .drill
  }

  private func noun(_ range: Range<Int>, _ marks: Marks, _ all: Marks) -> Noun {
    if marks.has(.drill) || marks.has(.verification) && all.has([.backup, .restore, .tool]) {
      return Noun(range: range, topic: .drill, reach: (10, 10))
    }
    if marks.has([.talk, .removal, .watch]) {
      return Noun(range: range, topic: .talk, reach: (5, 5))
    }
    if marks.has(.restore) { return Noun(range: range, topic: nil, reach: (0, 0)) }
    if marks.has(.backup) || marks.has(.copies) && isAmongBackups {
      return Noun(range: range, topic: .backup, reach: (6, 6))
    }
    // "nightly pg_dump", but not "daily jobs are listed by velero".
    let isTool = marks.has(.tool) && outline.topicAbove(index) == .backup
    return Noun(range: range, topic: isTool ? .backup : nil, reach: (6, 2))
  }

  /// Exports are backups where backups or restoring are spoken of.
  private var isAmongBackups: Bool {
    let section = outline.statements[index].section
    return section >= 0 && outline.marks[section].has([.backup, .restore])
      || outline.topicAbove(index) == .backup
  }
}
