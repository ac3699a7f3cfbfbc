/// A policy with the form in which it was found, so that a mention gives way to a statement.
struct BackupStatement {
  /// The forms, the weakest first.
  enum Form: Int, Comparable {
    case heading
    case prose
    /// An item in a list about backups.
    case listed
    /// A column beside the targets of a table.
    case column
    case comment
    case cron
    case statement

    static func < (one: Form, other: Form) -> Bool { one.rawValue < other.rawValue }
  }

  var policy: BackupPolicy
  let form: Form
  /// The indices of the heading above, the item above and the block of code or table; -1 for none.
  let section: Int
  let parent: Int
  let block: Int
  /// Its own index, where statements may hang below it; -1 for none.
  var index = -1
  /// The program that runs, by the name of its file.
  var program: String?
  /// Whether it stands under a heading for backups, and right below one.
  var isAmongBackups = false
  var isOwnChapter = false
  /// Whether its subject is more than a heading above it.
  var isNamed = true
  /// The words of an item, which may name what the subject does not.
  var text = ""
}

/// What the statements of one interval say together.
private struct BackupGroup {
  /// The words of the subjects of each form.
  var keywords: [BackupStatement.Form: Set<String>] = [:]
  /// The sections of statements and those above them.
  var sections: Set<Int> = []
  /// The sections in which statements stand, and the items above them.
  var stated: Set<Int> = []
  var parents: Set<Int> = []
  var hasProseAmongBackups = false
  /// The programs of crontabs, and their blocks.
  var programs: Set<String> = []
  var blocks: Set<Int> = []
  /// How many text and code state; what stands before the current one while they are settled.
  var texts = 0
  var codes = 0
  var open = 0
  var prose: Set<Int> = []
  /// The words of all statements.
  var all: Set<String> = []

  func has(_ forms: BackupStatement.Form...) -> Bool { forms.contains { keywords[$0] != nil } }

  /// Whether some words are those of a statement; where one names nothing, it may be any.
  func shares(_ words: Set<String>, with forms: BackupStatement.Form...) -> Bool {
    forms.contains { form in
      guard let other = keywords[form] else { return false }
      return words.isEmpty || other.isEmpty || !words.isDisjoint(with: other)
    }
  }
}

extension BackupStatement {
  /// Those of some statements that do not only repeat another.
  static func settled(_ found: [BackupStatement], in outline: MarkedOutline) -> [BackupStatement] {
    let keywords = found.map { item in
      item.isNamed
        ? outline.keywords("\(item.policy.subject) \(item.text)", beside: [.backup, .cadence]) : []
    }
    var groups: [Int: BackupGroup] = [:]
    for (item, words) in zip(found, keywords) where item.policy.every != nil {
      groups[item.key, default: BackupGroup()].add(item, words, outline)
    }
    return zip(found, keywords).filter { item, words in
      item.policy.every == nil || !groups[item.key, default: BackupGroup()].repeats(item, words)
    }.map(\.0)
  }

  private var key: Int { policy.everySeconds ?? -1 }

  /// Those of some statements that make copies; a comment on a job that only moves the copies of
  /// others counts where there is nothing else.
  static func withoutMoves(_ found: [BackupStatement], _ words: Vocabulary) -> [BackupStatement] {
    let moved = found.map { $0.isMoved(words) }
    guard moved.contains(true), zip(found, moved).contains(where: { !$1 && $0.form > .prose })
    else {
      return found
    }
    return zip(found, moved).filter { !$1 }.map(\.0)
  }

  /// "Sync the backups to the office monthly": what is copied is a backup already.
  private func isMoved(_ words: Vocabulary) -> Bool {
    guard form == .comment, let every = policy.every else { return false }
    let text = FoldedText(folding: every)
    guard let start = text.bytes.firstIndex(where: \.isLetter),
      let (marks, end) = words.facts.marks.longest(in: text, at: start), marks.has(.copies)
    else { return false }
    let rest = text.bytes[end...].split(whereSeparator: Byte.isSpace).prefix(2)
    return rest.contains { words.facts.marks(in: String($0)).has(.backup) }
  }
}

extension BackupGroup {
  fileprivate mutating func add(
    _ item: BackupStatement,
    _ words: Set<String>,
    _ outline: MarkedOutline
  ) {
    keywords[item.form, default: []].formUnion(words)
    if item.form > .prose { all.formUnion(words) }
    switch item.form {
    case .prose: hasProseAmongBackups = hasProseAmongBackups || item.isAmongBackups
    case .cron:
      item.program.map { _ = programs.insert($0) }
      blocks.insert(item.block)
      codes += 1
    case .statement, .listed:
      if item.form == .statement {
        stated.insert(item.section)
        parents.insert(item.parent)
      }
      texts += 1
    default: break
    }
    guard item.form > .prose else { return }
    var section = item.section
    while section >= 0, sections.insert(section).inserted {
      section = outline.statements[section].section
    }
  }

  /// Whether a statement only repeats another of the group; each is asked once, in their order.
  fileprivate mutating func repeats(_ item: BackupStatement, _ words: Set<String>) -> Bool {
    // "Daily copies" with "Schedule: daily at 2:00" below it.
    if item.form < .statement, item.index >= 0, parents.contains(item.index) { return true }
    switch item.form {
    case .heading:
      return sections.contains(item.section)
        || !words.isEmpty && shares(words, with: .listed, .statement)
    case .prose:
      if has(.statement, .listed) {
        // Another chapter about backups speaks of another backup.
        return !item.isOwnChapter || sections.contains(item.section)
          || !all.isDisjoint(with: words)
      }
      return !prose.insert(item.section).inserted || hasProseAmongBackups && !item.isAmongBackups
    case .listed:
      open += 1
      return item.parent >= 0 && parents.contains(item.parent)
        || !(keywords[.statement] ?? []).isDisjoint(with: words)
    case .column: return has(.statement)
    case .comment: return has(.statement) || blocks.contains(item.block)
    case .cron: return prose.contains(item.section) || isPaired(words)
    case .statement:
      // The table of the scripts that a crontab runs.
      if let program = item.program { return programs.contains(program) }
      open += 1
      return false
    }
  }

  /// Whether text before a crontab states it already.
  private mutating func isPaired(_ words: Set<String>) -> Bool {
    guard open > 0, texts == 1 && codes == 1 || shares(words, with: .statement, .listed) else {
      return false
    }
    open -= 1
    return true
  }
}
