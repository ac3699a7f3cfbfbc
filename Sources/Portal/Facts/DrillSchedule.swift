/// How often a plan says that something is rehearsed or verified.
struct DrillSchedule: Equatable, Sendable {
  let subject: String
  /// Seconds between two drills.
  let everySeconds: Int
  /// The interval as it is written.
  let every: String
  let line: Int
}

/// A schedule with the form in which it was found, so that a mention gives way to a statement.
struct DrillStatement {
  /// The forms, the weakest first.
  enum Form: Int, Comparable {
    case prose
    case heading
    case listed
    case statement
    case row

    static func < (one: Form, other: Form) -> Bool { one.rawValue < other.rawValue }
  }

  let schedule: DrillSchedule
  let form: Form
  /// The heading that the statement is, or stands under.
  let section: Int
  /// The words of the subject by which two schedules are known for one.
  let keywords: Set<String>
}

/// What the drills of one interval say together.
private struct DrillGroup {
  var strongest = DrillStatement.Form.prose
  /// The words of the subjects in labels and rows, and their sections with those above them.
  var stated: Set<String> = []
  var sections: Set<Int> = []
  /// What was kept before the current one while they are settled.
  var kept: [DrillStatement.Form: (sections: Set<Int>, keywords: Set<String>)] = [:]
}

extension DrillStatement {
  /// Those of some statements that do not only repeat another.
  static func settled(_ found: [DrillStatement], in outline: MarkedOutline) -> [DrillSchedule] {
    var groups: [Int: DrillGroup] = [:]
    for item in found {
      groups[item.schedule.everySeconds, default: DrillGroup()].add(item, outline)
    }
    return found.filter { item in
      !groups[item.schedule.everySeconds, default: DrillGroup()].repeats(item)
    }.map(\.schedule)
  }
}

extension DrillGroup {
  fileprivate mutating func add(_ item: DrillStatement, _ outline: MarkedOutline) {
    strongest = max(strongest, item.form)
    guard item.form > .listed else { return }
    stated.formUnion(item.keywords)
    var section = item.section
    while section >= 0, sections.insert(section).inserted {
      section = outline.statements[section].section
    }
  }

  /// Whether a statement only repeats another of the group; each is asked once, in their order.
  fileprivate mutating func repeats(_ item: DrillStatement) -> Bool {
    guard !isRepeated(item) else { return true }
    kept[item.form, default: ([], [])].sections.insert(item.section)
    kept[item.form, default: ([], [])].keywords.formUnion(item.keywords)
    return false
  }

  private func isRepeated(_ item: DrillStatement) -> Bool {
    func shares(_ form: DrillStatement.Form) -> Bool {
      !(kept[form]?.keywords ?? []).isDisjoint(with: item.keywords)
    }
    func isBeside(_ form: DrillStatement.Form) -> Bool {
      kept[form]?.sections.contains(item.section) == true
    }
    switch item.form {
    case .prose: return strongest > .prose || shares(.prose) || isBeside(.prose)
    case .heading:
      if sections.contains(item.section) || !stated.isDisjoint(with: item.keywords) { return true }
      return item.keywords.isEmpty && strongest > .listed || shares(.heading) || shares(.listed)
    case .listed:
      if strongest == .row || !stated.isDisjoint(with: item.keywords) { return true }
      return shares(.heading) || isBeside(.heading)
    case .statement, .row: return false
    }
  }
}

extension MarkedOutline {
  /// The words of a name that say more than its kind and how often.
  func keywords(_ name: String, beside marks: Marks = [.cadence, .drill]) -> Set<String> {
    Set(
      FoldedText(folding: name).words.lazy.map { String($0) }.filter {
        let own = self.words.facts.marks(in: $0)
        return ($0.utf8.count > 2 || own.has(.restore)) && !own.has(marks)
          && (own.has(.restore) || !self.words.facts.plain.contains($0))
      }
    )
  }
}
