/// Reads the steps of procedures: headings, lists, boxes, rows, and comments in code.
struct Steps {
  let outline: MarkedOutline
  let document: Document
  private let places: ScenarioPlaces
  /// The index of the document's title; -1 for none.
  let title: Int
  /// The lines on which scenarios begin.
  private let scenarios: Set<Int>
  let words: StepWords
  let rules: CommandRules
  /// Whether the first column of each table holds the numbers of steps, where it was asked.
  var tables: [Int: Bool] = [:]
  /// What each heading and those above it say, where it was asked; what stands above all is last.
  private var headings: [Above?]
  /// What the last item or lead says that was asked; most items of a list have the same.
  private var said: (place: Int, verdict: StepWords.Verdict?)?
  private(set) var steps: [Step] = []
  /// The steps that may still go on, with their depth: a heading's level, or 10 and more in a list.
  var open: [(step: Int, depth: Int)] = []
  /// Whether the title is the only heading, and speaks for all; nil without any.
  let isShort: Bool?
  /// The number before the last item, and that of its step: three times 1 counts on.
  var last: (written: Int, number: Int)?

  /// What the headings above a statement say of the lists below them.
  private struct Above {
    var isProcedure = false
    /// The same, where the title does not count.
    var isProcedureBelowTitle = false
    /// Whether nobody has to do anything.
    var isAutomatic = false
  }

  /// The steps in the order in which they stand.
  static func read(
    _ outline: MarkedOutline,
    _ document: Document,
    scenarios: [Scenario],
    _ rules: CommandRules = .standard
  ) -> [Step] {
    var reader = Steps(
      outline: outline,
      document: document,
      scenarios: scenarios,
      words: outline.words.facts.steps,
      rules: rules
    )
    var index = 0
    while index < outline.statements.count { index = reader.read(index) }
    reader.close(from: 0, at: document.lines.count + 1)
    return reader.steps
  }

  private init(
    outline: MarkedOutline,
    document: Document,
    scenarios: [Scenario],
    words: StepWords,
    rules: CommandRules
  ) {
    self.outline = outline
    self.document = document
    places = ScenarioPlaces(scenarios)
    self.scenarios = Set(scenarios.map(\.line))
    self.words = words
    self.rules = rules
    headings = Array(repeating: nil, count: outline.statements.count + 1)
    let first = outline.statements.firstIndex { $0.kind == .heading } ?? -1
    title = first >= 0 && outline.statements[first].level == 1 ? first : -1
    let headings = outline.statements.lazy.filter { $0.kind == .heading }.prefix(2).count
    isShort = headings == 0 ? nil : headings == 1
  }

  /// Reads a statement, or all lines of a block; the index of the next one.
  private mutating func read(_ index: Int) -> Int {
    let statement = outline.statements[index]
    switch statement.kind {
    case .heading:
      last = nil
      close(from: statement.level, at: statement.line)
      if let (number, title) = heading(index) {
        add(number, title, .heading, statement, depth: statement.level)
      }
    case .item:
      if isStart(statement) { close(from: 10 + statement.level, at: statement.line) }
      item(index)
    case .line:
      if statement.level == 0 { last = nil }
      close(from: 11 + statement.level, at: statement.line)
      line(index)
    case .row: row(index)
    case .code: return code(index)
    }
    return index + 1
  }

  // MARK: Adding and closing

  mutating func add(
    _ number: Int?,
    _ title: String,
    _ form: Step.Form,
    _ statement: Outline.Statement,
    depth: Int?
  ) {
    let repaired = EncodingRepair.repaired(title) ?? title
    if let depth { open.append((steps.count, depth)) }
    steps.append(
      Step(
        number: number,
        title: repaired,
        form: form,
        line: statement.line,
        lastLine: statement.line,
        section: outline.outline.heading(of: statement)?.text ?? "",
        scenario: places[statement.line]
      )
    )
  }

  /// Ends the steps of a depth and deeper before a line.
  mutating func close(from depth: Int, at line: Int) {
    while let last = open.last, last.depth >= depth {
      end(last.step, before: line)
      open.removeLast()
    }
  }

  mutating func end(_ step: Int, before line: Int) {
    steps[step].lastLine = max(steps[step].line, line - 1)
  }

  // MARK: Headings and lines

  private mutating func heading(_ index: Int) -> (Int?, String)? {
    let statement = outline.statements[index]
    guard !outline.isExample(index) else { return nil }
    if let (number, title, isPhase) = words.named(statement.text, outline.texts[index]) {
      guard !isPhase || isProcedure(above: index) else { return nil }
      return (number, title.isEmpty ? statement.text : title)
    }
    guard let (number, title) = StepWords.numbered(statement.text), statement.section >= 0,
      statement.section != self.title,
      !words.isChapter(outline.texts[statement.section]), isProcedure(above: index),
      !scenarios.contains(statement.line), isLeaf(index)
    else { return nil }
    return (number, title)
  }

  /// Whether no heading and no list of steps stand below a heading.
  private func isLeaf(_ index: Int) -> Bool {
    for next in outline.statements[(index + 1)...] {
      if next.kind == .heading { return next.level <= outline.statements[index].level }
      if next.kind == .item, next.isOrdered, next.level == 1 { return false }
    }
    return true
  }

  private mutating func line(_ index: Int) {
    let statement = outline.statements[index]
    guard !outline.isExample(index) else { return }
    if let (number, title, isPhase) = words.named(statement.text, outline.texts[index]) {
      guard !isPhase || isProcedure(above: index) else { return }
      let name = title.isEmpty ? statement.text : title
      close(from: 10 + statement.level, at: statement.line)
      add(number, name, .line, statement, depth: 10 + statement.level)
    } else if let (number, title) = StepWords.numbered(statement.text), isProcedure(above: index) {
      close(from: 10 + statement.level, at: statement.line)
      add(number, title, .line, statement, depth: 10 + statement.level)
    }
  }

  // MARK: What stands above

  /// Whether the lists below the lead and the headings of a statement are procedures.
  mutating func isProcedure(above index: Int, withTitle: Bool = true) -> Bool {
    let statement = outline.statements[index]
    let above = above(statement.section)
    guard !above.isAutomatic else { return false }
    let parent = outline.parents[index]
    for place in [parent, statement.lead] where place >= 0 && statement.kind != .heading {
      guard let verdict = verdict(place) else { continue }
      // A sentence that only mentions a recovery says nothing of the list.
      if verdict != .recovery || outline.texts[place].bytes.count < 60 {
        return verdict != .listing
      }
    }
    return withTitle ? above.isProcedure : above.isProcedureBelowTitle
  }

  private mutating func verdict(_ place: Int) -> StepWords.Verdict? {
    if let said, said.place == place { return said.verdict }
    let verdict = words.verdict(outline.texts[place])
    said = (place, verdict)
    return verdict
  }

  /// What the headings above say, from this one on.
  private mutating func above(_ heading: Int) -> Above {
    let place = heading < 0 ? outline.statements.count : heading
    if let known = headings[place] { return known }
    var found = Above()
    if heading >= 0 {
      let next = above(outline.statements[heading].section)
      found = self.found(heading, next)
    } else if isShort == nil {
      // A document without headings speaks by its title.
      let verdict = words.verdict(FoldedText(folding: document.title))
      found.isProcedure = verdict == .procedure || verdict == .recovery
    }
    headings[place] = found
    return found
  }

  private func found(_ heading: Int, _ next: Above) -> Above {
    let text = outline.texts[heading]
    let isTitle = heading == title
    let isNamed = words.named(outline.statements[heading].text, text).map { !$0.isPhase } ?? false
    var verdict = isNamed ? .procedure : words.verdict(text)
    if verdict == nil, scenarios.contains(outline.statements[heading].line) { verdict = .recovery }
    var found = next
    found.isAutomatic = next.isAutomatic || !isTitle && words.isAutomatic(text)
    switch verdict {
    case .procedure: (found.isProcedure, found.isProcedureBelowTitle) = (true, true)
    case .recovery where !isTitle || isShort == true:
      (found.isProcedure, found.isProcedureBelowTitle) = (true, true)
    case .listing where !isTitle:
      (found.isProcedure, found.isProcedureBelowTitle) = (false, false)
    default: break
    }
    if isTitle, isShort != true { found.isProcedureBelowTitle = false }
    return found
  }
}
