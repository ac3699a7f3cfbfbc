/// Reads objectives from headings, lines of text and list items.
struct ObjectiveLines {
  let outline: Outline
  let terms: ObjectiveTerms
  /// The items above the current one, by their depth: "- Database" with "- RTO: 1 h" below it.
  private var parents: [(depth: Int, section: Int, text: String)] = []
  private var entered: (depth: Int, section: Int, text: String)?

  init(outline: Outline, terms: ObjectiveTerms) {
    self.outline = outline
    self.terms = terms
  }

  private var words: Vocabulary { terms.words }

  /// Takes note of an item, before its own targets and those below it are read.
  mutating func enter(_ statement: Outline.Statement) {
    guard statement.kind == .item else { return }
    if let entered { parents.append(entered) }
    parents.removeAll { $0.depth >= statement.level || $0.section != statement.section }
    entered = (statement.level, statement.section, statement.text)
  }

  /// The targets of the statement that was entered last.
  func read(_ index: Int) -> [Objectives.Found] { targets(of: outline.statements[index]) }

  private func targets(of statement: Outline.Statement) -> [Objectives.Found] {
    let text = FoldedText(statement.text)
    let names = terms.targets(in: text)
    return names.isEmpty ? inherited(statement) : named(statement, text, names)
  }

  // MARK: A line that names the target

  private func named(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ names: [ObjectiveTerms.Occurrence]
  ) -> [Objectives.Found] {
    var found: [Objectives.Found] = []
    var from = 0
    for (position, name) in names.enumerated() {
      let end = position + 1 < names.count ? names[position + 1].range.lowerBound : text.bytes.count
      guard !isReference(text, from..<name.range.lowerBound, name, statement),
        let (start, value) = value(text, name.range.upperBound..<end)
      else {
        // "within the 4 hour RTO": what follows such a name is no target either.
        if found.isEmpty, startsWithSpan(text, before: name.range.lowerBound) { return [] }
        from = name.range.upperBound
        continue
      }
      let place = Place(name: name, value: start..<value.end, end: end, first: names[0])
      let component = component(statement, text, place)
      found.append(
        Objectives.Found(
          component: component,
          dimension: dimension(component, statement),
          target: Target(kind: name.kind, value, line: statement.line)
        )
      )
      from = value.end
    }
    return found
  }

  /// Where a name and its value stand on a line.
  private struct Place {
    let name: ObjectiveTerms.Occurrence
    let value: Range<Int>
    /// Where the next name starts, or the line ends.
    let end: Int
    let first: ObjectiveTerms.Occurrence
  }

  private func value(_ text: FoldedText, _ range: Range<Int>) -> (Int, TargetValue)? {
    guard let start = valueStart(text, range) else { return nil }
    let before = FoldedText(bytes: Array(text.bytes[..<range.upperBound]))
    return TargetValue(before, at: start, isCell: false, words).map { (start, $0) }
  }

  private func startsWithSpan(_ text: FoldedText, before offset: Int) -> Bool {
    Span.first(in: text, words).map { $0.range.lowerBound < offset } == true
  }

  /// Whether the name only refers to a target: vetoed, after a span, or compared with in brackets.
  private func isReference(
    _ text: FoldedText,
    _ before: Range<Int>,
    _ name: ObjectiveTerms.Occurrence,
    _ statement: Outline.Statement
  ) -> Bool {
    let close = min(text.bytes.count, name.range.upperBound + 16)
    if text.first(of: words.vetoes, in: before.lowerBound..<close) != nil { return true }
    let lead = FoldedText(bytes: Array(text.bytes[before]))
    if statement.kind != .heading, before.lowerBound == 0 {
      if Span.first(in: lead, words) != nil { return true }
      let isBracketed = lead.bytes.lastIndex(of: UInt8(ascii: "(")).map { open in
        !lead.bytes[open...].contains(UInt8(ascii: ")"))
      }
      let next = text.skipSpaces(name.range.upperBound)
      if isBracketed == true, next < text.bytes.count, text.bytes[next] != Byte.colon {
        return true
      }
    }
    return false
  }

  /// Where the value after a name starts: past a colon, or past words such as "is" and "of".
  private func valueStart(_ text: FoldedText, _ range: Range<Int>) -> Int? {
    if let colon = colon(text, range), colon - range.lowerBound <= 60,
      Span.first(in: FoldedText(bytes: Array(text.bytes[range.lowerBound..<colon])), words) == nil
    {
      return text.bytes[colon] == Byte.colon ? colon + 1 : colon + 3
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = text.skipSpaces(offset)
      guard start < range.upperBound else { return nil }
      if ")*=|–—-".utf8.contains(text.bytes[start]) {
        // A dash may be the value itself.
        offset = start + 1
      } else if let word = words.connectors.first(where: { text.has($0, at: start) }) {
        offset = start + word.count
      } else {
        return start
      }
    }
    return nil
  }

  private func colon(_ text: FoldedText, _ range: Range<Int>) -> Int? {
    range.first {
      text.bytes[$0] == Byte.colon || text.bytes[$0...].starts(with: [0xEF, 0xBC, 0x9A])
    }
  }

  // MARK: A line under a heading that names the target

  private func inherited(_ statement: Outline.Statement) -> [Objectives.Found] {
    guard statement.kind != .heading, let label = statement.label, !statement.value.isEmpty,
      let kind = kind(above: statement)
    else { return [] }
    let folded = FoldedText(label)
    let isTarget = words.targets.contains(folded.bytes)
    guard isTarget || statement.kind == .item && !statement.isTask, !folded.contains(words.vetoes)
    else {
      return []
    }
    let text = FoldedText(statement.value)
    guard let value = TargetValue(text, at: 0, isCell: false, words), value.state != .na else {
      return []
    }
    let after = words(after: value.end, in: statement.value, text, until: text.bytes.count)
    let component = isTarget ? after ?? "" : label
    return [
      Objectives.Found(
        component: component,
        dimension: dimension(component, statement),
        target: Target(kind: kind, value, line: statement.line)
      )
    ]
  }

  /// The one kind that the heading, or the lead of the list, speaks of.
  private func kind(above statement: Outline.Statement) -> ObjectiveKind? {
    if let lead = outline.lead(of: statement) {
      let text = FoldedText(lead.text)
      if let kind = only(terms.targets(in: text)), !isParts(text) { return kind }
      guard text.contains(words.targets) else { return nil }
    }
    guard let heading = outline.heading(of: statement) else { return nil }
    let text = FoldedText(heading.text)
    // "PostgreSQL (RPO: 1 hour)" has its target already.
    guard !isParts(text), Span.first(in: text, words) == nil else { return nil }
    return only(terms.targets(in: text))
  }

  private func isParts(_ text: FoldedText) -> Bool {
    text.contains(words.breakdowns) || text.contains(words.vetoes)
  }

  private func only(_ names: [ObjectiveTerms.Occurrence]) -> ObjectiveKind? {
    let kinds = Set(names.map(\.kind))
    return kinds.count == 1 ? kinds.first : nil
  }

  // MARK: The component

  private func component(
    _ statement: Outline.Statement,
    _ text: FoldedText,
    _ place: Place
  ) -> String {
    guard text.bytes.count == statement.text.utf8.count else {
      return ComponentName.above(statement, in: outline, words)
    }
    let bytes = Array(statement.text.utf8)
    let between = String(
      bytes[place.name.range.upperBound..<max(place.name.range.upperBound, place.value.lowerBound)]
    )
    if let own = ComponentName.besides(0..<0, in: between, words), own.contains(where: \.isLetter),
      own.count(where: { $0 == " " }) < 2
    {
      return own
    }
    if let after = self.words(
      after: place.value.upperBound,
      in: statement.text,
      text,
      until: place.end
    ) {
      return after
    }
    let prefix = String(bytes[..<place.first.range.lowerBound])
    if let own = ComponentName.besides(0..<0, in: ComponentName.unnumbered(prefix), words),
      own.contains(where: \.isLetter)
    {
      let name = ComponentName.unnumbered(prefix)
      return trimmed(name)
    }
    if statement.kind == .item, let parent = parents.last,
      terms.targets(in: FoldedText(parent.text)).isEmpty
    {
      return trimmed(parent.text)
    }
    return ComponentName.above(statement, in: outline, words)
  }

  private func trimmed(_ name: String) -> String {
    String(Array(name.utf8)[...].trimmed { Byte.isJoint($0) || "(,;*".utf8.contains($0) })
  }

  /// The words after "for": "< 4 hours for critical systems".
  private func words(
    after offset: Int,
    in original: String,
    _ text: FoldedText,
    until end: Int
  ) -> String? {
    let start = text.skipSpaces(offset)
    guard start < end, let word = words.before.first(where: { text.has($0, at: start) }),
      text.bytes.count == original.utf8.count
    else { return nil }
    let bytes = Array(original.utf8)[(start + word.count)..<end]
    let name = String(bytes.prefix { !".,;:|(".utf8.contains($0) }.trimmed(of: Byte.isSpace))
    return name.isEmpty ? nil : name
  }

  private func dimension(_ component: String, _ statement: Outline.Statement) -> Objective.Dimension
  {
    if component.isEmpty { return .plan }
    return ComponentName.dimension(FoldedText(component), words)
  }
}
