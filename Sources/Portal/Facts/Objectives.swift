/// Reads the objectives of a document: from tables, lines, list items and headings.
struct Objectives {
  /// A target with the component that it was found for.
  struct Found {
    let component: String
    let dimension: Objective.Dimension
    let target: Target
    var priority: String?

    init(
      component: String,
      dimension: Objective.Dimension,
      target: Target,
      priority: String? = nil
    ) {
      self.component = component
      self.dimension = dimension
      self.target = target
      self.priority = priority
    }

    /// A target of what some words name; empty ones stand for the whole plan.
    init(_ component: String, _ target: Target, _ words: Vocabulary) {
      self.component = component
      self.target = target
      dimension =
        component.isEmpty ? .plan : ComponentName.dimension(FoldedText(folding: component), words)
    }

    /// A value that a line states for what some words name.
    init(
      _ component: String,
      _ kind: ObjectiveKind,
      _ value: TargetValue,
      line: Int,
      _ words: Vocabulary
    ) {
      self.init(component, Target(kind: kind, value, line: line), words)
    }
  }

  /// The objectives of a document, in the order in which they stand.
  static func read(_ outline: Outline, _ words: Vocabulary = .standard) -> [Objective] {
    read(MarkedOutline(outline, words))
  }

  /// The same, with the kinds of words of each statement found already.
  static func read(_ outline: MarkedOutline) -> [Objective] {
    let terms = ObjectiveTerms(outline.words)
    var tables = ObjectiveTables(outline: outline, terms: terms)
    var lines = ObjectiveLines(outline: outline, terms: terms)
    var code = ObjectiveCode(outline: outline, terms: terms)
    var asides: Set<Int> = []
    var found: [Found] = []
    for (index, statement) in outline.statements.enumerated() {
      if statement.kind == .heading, isAside(index, outline, asides) { asides.insert(index) }
      let isAside =
        asides.contains(statement.section) || asides.contains(index)
        || outline.isExampleOfTarget(index)
      switch statement.kind {
      case .row:
        let more = isAside ? [] : tables.read(index)
        if !more.isEmpty { found += more }
      case .heading, .line, .item:
        lines.enter(index)
        if !isAside, lines.isOpen(index) || mayStateTarget(statement, index, outline) {
          found += lines.read(index)
        }
      case .code:
        let more = isAside ? [] : code.read(index)
        if !more.isEmpty { found += more }
      }
    }
    return join(found)
  }

  /// Whether a section tells of another day (results, history, plans) or of nothing real
  /// (examples); a title is no section.
  private static func isAside(_ index: Int, _ outline: MarkedOutline, _ asides: Set<Int>) -> Bool {
    asides.contains(outline.statements[index].section)
      || (outline.marks[index].has(.record) || outline.isOfExamples(index))
        && !outline.outline.isTitle(index)
  }

  /// Whether a target is named in a statement, in the line that leads over to it, or above it.
  private static func mayStateTarget(
    _ statement: Outline.Statement,
    _ index: Int,
    _ outline: MarkedOutline
  ) -> Bool {
    let (lead, section) = (statement.lead, statement.section)
    return outline.marks[index].has(.target) || lead >= 0 && outline.marks[lead].has(.target)
      || section >= 0 && outline.marks[section].has(.target)
  }

  /// Puts the recovery time and the recovery point of one component together.
  static func join(_ found: [Found]) -> [Objective] {
    var objectives: [Objective] = []
    // The number of each component, and for each of its kinds the objectives that lack it, the last
    // one on top.
    var numbers: [String: Int] = [:]
    var lacking: [[Int]] = []
    let kinds = ObjectiveKind.allCases
    for item in found {
      let name = normalized(item.component)
      let number = numbers[name] ?? numbers.count
      if number == numbers.count {
        numbers[name] = number
        lacking += Array(repeating: [], count: kinds.count)
      }
      let first = number * kinds.count
      if let kind = kinds.firstIndex(of: item.target.kind),
        let same = lacking[first + kind].popLast()
      {
        objectives[same].targets.append(item.target)
        if objectives[same].priority == nil { objectives[same].priority = item.priority }
        continue
      }
      for (place, kind) in kinds.enumerated() where kind != item.target.kind {
        lacking[first + place].append(objectives.count)
      }
      objectives.append(
        Objective(
          component: item.component,
          dimension: item.dimension,
          targets: [item.target],
          priority: item.priority
        )
      )
    }
    return objectives
  }

  /// A name without case, spaces and punctuation: what makes two names one component.
  static func normalized(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      guard byte < 0x80 else { return normalizedBeyondASCII(name) }
      if byte.isASCIILetter { bytes.append(byte | 32) } else if byte.isDigit { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func normalizedBeyondASCII(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      kept.append(scalar)
    }
    return String(kept)
  }
}
