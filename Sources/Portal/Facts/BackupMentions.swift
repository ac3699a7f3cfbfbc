/// What the statements of one interval say, so that each knows at once whether it only repeats.
struct BackupMentions {
  private struct Place: Hashable {
    let seconds: Int?
    /// A heading or a block of code.
    let place: Int
  }

  private struct Job: Hashable {
    let seconds: Int?
    let program: String
  }

  private var statements: Set<Int?> = []
  /// The strongest form under each heading.
  private var strongest: [Place: BackupStatement.Form] = [:]
  /// The first words of prose under each heading.
  private var firstProse: [Place: Int] = [:]
  private var proseAmongBackups: Set<Int?> = []
  private var cronBlocks: Set<Place> = []
  private var jobs: Set<Job> = []

  init(_ found: [BackupStatement]) {
    for (index, item) in found.enumerated() where item.policy.every != nil {
      let seconds = item.policy.everySeconds
      let section = Place(seconds: seconds, place: item.section)
      strongest[section] = max(strongest[section] ?? item.form, item.form)
      switch item.form {
      case .statement: statements.insert(seconds)
      case .prose:
        if firstProse[section] == nil { firstProse[section] = index }
        if item.isAmongBackups { proseAmongBackups.insert(seconds) }
      case .cron:
        cronBlocks.insert(Place(seconds: seconds, place: item.block))
        if let program = item.program { jobs.insert(Job(seconds: seconds, program: program)) }
      case .heading, .column, .comment: break
      }
    }
  }

  /// Whether a statement only repeats another one of the same interval.
  func repeats(_ item: BackupStatement, at index: Int) -> Bool {
    guard item.policy.every != nil else { return false }
    let seconds = item.policy.everySeconds
    let section = Place(seconds: seconds, place: item.section)
    let isLater = firstProse[section].map { $0 < index } ?? false
    switch item.form {
    case .heading: return statements.contains(seconds) || strongest[section] ?? .heading > .heading
    case .prose:
      return statements.contains(seconds) || isLater
        || !item.isAmongBackups && proseAmongBackups.contains(seconds)
    case .column: return statements.contains(seconds)
    case .comment:
      return statements.contains(seconds)
        || cronBlocks.contains(Place(seconds: seconds, place: item.block))
    case .cron: return isLater
    case .statement:
      // The table of the scripts that a crontab runs.
      return item.program.map { jobs.contains(Job(seconds: seconds, program: $0)) } ?? false
    }
  }
}
