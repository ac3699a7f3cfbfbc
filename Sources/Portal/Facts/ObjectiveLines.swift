/// Reads objectives from headings, lines of text and list items.
struct ObjectiveLines {
  let outline: MarkedOutline
  let terms: ObjectiveTerms
  /// The bold line that works as a heading for what stands below it.
  private var caption = -1
  /// What a line above named without a value: "RTO (Recovery Time Objective):".
  private var open: [ObjectiveKind] = []
  /// The section in which a target of the whole was stated, and its kinds.
  private var stated: (section: Int, kinds: Set<ObjectiveKind>) = (-2, [])

  init(outline: MarkedOutline, terms: ObjectiveTerms) {
    self.outline = outline
    self.terms = terms
  }

  private var words: Vocabulary { terms.words }

  /// Whether a line or an item above a statement named a target without a value.
  func isOpen(_ index: Int) -> Bool {
    !open.isEmpty || item(above: index).map { outline.marks[$0].has(.target) } == true
  }

  /// The item above an item: "- Database" with "- RTO: 1 h" below it.
  private func item(above index: Int) -> Int? {
    let parent = outline.parents[index]
    return outline.statements[index].kind == .item && parent >= 0 ? parent : nil
  }

  /// Takes note of a statement, before its own targets and those below it are read.
  mutating func enter(_ index: Int) {
    let statement = outline.statements[index]
    switch statement.kind {
    case .heading: (caption, open) = (-1, [])
    case .line: if isCaption(index) { caption = index }
    case .item, .row, .code: break
    }
  }

  /// A line that is bold as a whole, names something, and is no label for what follows.
  private func isCaption(_ index: Int) -> Bool {
    let line = outline.statements[index]
    return line.isCaption && !outline.marks[index].has(.target) && !line.text.hasSuffix(":")
      && !line.text.hasSuffix("：") && ComponentName.name(line: line, words) != nil
  }

  /// The targets of the statement that was entered last.
  mutating func read(_ index: Int) -> [Objectives.Found] {
    let statement = outline.statements[index]
    guard !statement.isTask, !isChoice(statement), !isAside(index) else { return [] }
    let text = outline.texts[index]
    let found: [Objectives.Found]
    if outline.marks[index].has(.target), !terms.targets(in: text).isEmpty {
      found = named(index, text)
    } else {
      found = inherited(index, text)
      if statement.kind == .line { open = [] }
    }
    note(found, index)
    return found
  }

  /// "Last drill: 3 May (RTO: 2 h)" tells of that day, "Example: an RTO of 1 h" of nobody, and what
  /// stands below "Results:" of what was.
  private func isAside(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    let lead = lead(of: index)
    if lead >= 0, !outline.marks[lead].has([.target, .response]) {
      let text = outline.texts[lead]
      if text.bytes.count < 24
        ? words.vetoes.stands(in: text) : text.contains(words.facts.instances)
      {
        return true
      }
    }
    guard let label = statement.label else { return false }
    let marks = words.facts.marks(in: label)
    if marks.has(.target) { return marks.has(.estimate) && isEstimate(FoldedText(folding: label)) }
    return marks.has([.latest, .example])
  }

  /// "Geschätzte Wiederherstellungszeit" says how long it will take, not how long it may.
  private func isEstimate(_ label: FoldedText) -> Bool {
    guard let term = terms.targets(in: label).first else { return false }
    return (0...term.range.lowerBound).contains { start in
      guard label.startsWord(start),
        let (marks, end) = words.facts.marks.longest(in: label, at: start)
      else { return false }
      return marks.has(.estimate) && end >= term.range.upperBound
    }
  }

  /// Whether an item stands in a list of what there is to choose from.
  private func isChoice(_ statement: Outline.Statement) -> Bool {
    statement.kind == .item
      && [statement.lead, statement.section].contains { above in
        above >= 0 && outline.texts[above].contains(words.choices)
          && !outline.marks[above].has(.target) && !outline.outline.isTitle(above)
      }
  }

  /// Remembers what the statements below need to know of one.
  private mutating func note(_ found: [Objectives.Found], _ index: Int) {
    let statement = outline.statements[index]
    if statement.section != stated.section { stated = (statement.section, []) }
    guard statement.kind == .line || statement.label.map(isTarget) == true else { return }
    for item in found where item.component.isEmpty { stated.kinds.insert(item.target.kind) }
  }

  // MARK: A line that names the target

  private mutating func named(_ index: Int, _ text: FoldedText) -> [Objectives.Found] {
    let statement = outline.statements[index]
    let place: TargetPhrases.Place =
      switch statement.kind {
      case .heading: .heading
      case .item: .item
      default: statement.isBold ? .item : .line
      }
    let phrases = TargetPhrases(text: text, place: place, terms: terms).read()
    if statement.kind == .line { open = phrases.isEmpty && !isParts(text) ? leading(text) : [] }
    let subjects = TargetSubjects(text: text, original: statement.text, words: words)
    let names = subjects.names(of: phrases)
    let isOwn = names.allSatisfy { $0.map { !words.isMode($0) } ?? false }
    let above = isOwn ? "" : self.above(index)
    return zip(phrases, names).map { phrase, name in
      let component = name.map { named(above, in: $0) } ?? above
      return Objectives.Found(component, phrase.kind, phrase.value, line: statement.line, words)
    }
  }

  /// A name, or the one above it with the way in which it comes back: "Till crash (manual)".
  private func named(_ above: String, in name: String) -> String {
    above.isEmpty || !words.isMode(name) ? name : "\(above) (\(name))"
  }

  /// The kinds of the names with which a line starts.
  private func leading(_ text: FoldedText) -> [ObjectiveKind] {
    guard let group = terms.groups(in: text).first,
      words.isNameless(text, 0..<group[0].range.lowerBound)
    else { return [] }
    return group.map(\.kind)
  }

  /// The item, the lead, the caption or the heading that a statement stands below.
  private func above(_ index: Int) -> String {
    let statement = outline.statements[index]
    if let parent = item(above: index) {
      let text = outline.texts[parent]
      if terms.targets(in: text).isEmpty,
        let name = ComponentName.name(
          in: text,
          0..<text.bytes.count,
          of: outline.statements[parent].text,
          words
        )
      {
        return name
      }
    }
    return ComponentName.above(
      statement,
      in: outline.outline,
      lead: lead(of: index),
      caption: caption,
      words
    )
  }

  /// The line that leads over to a statement; a line only to the one below it.
  private func lead(of index: Int) -> Int {
    let statement = outline.statements[index]
    return statement.kind == .item || statement.lead == index - 1 ? statement.lead : -1
  }

  // MARK: A line below words that name the target

  private func inherited(_ index: Int, _ text: FoldedText) -> [Objectives.Found] {
    let statement = outline.statements[index]
    guard statement.kind != .heading else { return [] }
    let kinds = kinds(above: index)
    guard !kinds.isEmpty else { return [] }
    if let label = statement.label, !statement.value.isEmpty {
      return labelled(index, label, kinds)
    }
    let isNext = statement.kind == .item || !open.isEmpty || index == statement.section + 1
    guard isNext, kinds.count == 1,
      let value = TargetValue(alone: text, words) ?? sentence(text)
    else { return [] }
    let subjects = TargetSubjects(text: text, original: statement.text, words: words)
    let name = subjects.behind(value.end, text.bytes.count) ?? above(index)
    return [Objectives.Found(name, kinds[0], value, line: statement.line, words)]
  }

  private func labelled(
    _ index: Int,
    _ label: String,
    _ kinds: [ObjectiveKind]
  ) -> [Objectives.Found] {
    let statement = outline.statements[index]
    let folded = FoldedText(folding: label)
    let isTarget = isTarget(label)
    guard isTarget || statement.kind == .item || statement.isBold, !isPart(folded) else {
      return []
    }
    let text = FoldedText(folding: statement.value)
    let values = TargetValue.list(of: kinds.count, in: text, words)
    guard values.count == kinds.count, !values.contains(where: { $0.state == .na }) else {
      return []
    }
    // "Revision: [open]" below the title "RTO and RPO" is a field of the document, and "Location:
    // [bucket]" below "RPO" tells of the backup.
    let isOther =
      FieldLabel.kind(of: label, words) != nil
      || words.facts.marks(in: folded).has([.backup, .storage, .offsite, .program])
    guard !isOther || values.contains(where: { $0.state == .number }) else { return [] }
    let subjects = TargetSubjects(text: text, original: statement.value, words: words)
    let behind = values.last.flatMap { subjects.behind($0.end, text.bytes.count) }
    let name = isTarget ? behind ?? above(index) : label
    return zip(kinds, values).map {
      Objectives.Found(name, $0, $1, line: statement.line, words)
    }
  }

  /// Whether a label says no more than "Target".
  private func isTarget(_ label: String) -> Bool {
    words.targets.contains(FoldedText(folding: label).bytes)
  }

  /// "The till must be back within 30 minutes of a failure", right below a name with a colon.
  private func sentence(_ text: FoldedText) -> TargetValue? {
    guard !open.isEmpty, !isParts(text) else { return nil }
    return TargetValue(behindWordsOf: text, from: 0, words)
  }

  /// The kinds that the line, the lead or the heading above a statement speaks of.
  private func kinds(above index: Int) -> [ObjectiveKind] {
    let statement = outline.statements[index]
    if !open.isEmpty { return open }
    if let parent = item(above: index), outline.marks[parent].has(.target) {
      let text = outline.texts[parent]
      return isParts(text) || Span.first(in: text, words) != nil ? [] : kinds(in: text)
    }
    let lead = lead(of: index)
    if lead >= 0 {
      let text = outline.texts[lead]
      guard !isParts(text) else { return [] }
      let kinds = kinds(in: text)
      if !kinds.isEmpty { return kinds }
      guard
        text.contains(words.targets) || words.isNameless(text, 0..<text.bytes.count)
          || isGroup(lead)
      else { return [] }
    }
    guard statement.section >= 0 else { return [] }
    let text = outline.texts[statement.section]
    // "PostgreSQL (RPO: 1 hour)" has its target already.
    guard !isParts(text), Span.first(in: text, words) == nil else { return [] }
    let kinds = kinds(in: text)
    // What follows a target of the whole are the parts of it.
    let isStated = stated.section == statement.section && !stated.kinds.isDisjoint(with: kinds)
    return isStated && statement.kind == .item ? [] : kinds
  }

  /// "Critical systems:" above a list of systems with their times, right below "Target RTOs".
  private func isGroup(_ lead: Int) -> Bool {
    let text = outline.texts[lead]
    return text.words.count < 5 && words.dimensions.stands(in: text)
      && !outline.marks[lead].has([.phase, .example, .restore, .scenario, .drill, .backup])
  }

  private func kinds(in text: FoldedText) -> [ObjectiveKind] {
    let groups = terms.groups(in: text)
    let kinds = Set(groups.joined().map(\.kind))
    if kinds.count == 1 { return Array(kinds) }
    return groups.count == 1 ? groups[0].map(\.kind) : []
  }

  private func isParts(_ text: FoldedText) -> Bool {
    text.contains(words.breakdowns) || words.vetoes.stands(in: text)
  }

  /// Whether a label speaks of a part, of a backup or of what was.
  private func isPart(_ label: FoldedText) -> Bool {
    words.vetoes.stands(in: label)
      || words.facts.marks(in: label).has([
        .detection, .verification, .response, .estimate, .total, .retention, .frequency,
      ])
  }
}
