/// Reads the backup policies of a plan: labels, tables, crontabs, manifests, comments and prose.
///
/// A mention gives way to a statement: "nightly backups" in an introduction is not a second policy
/// beside "Schedule: daily at 02:00".
struct BackupPolicies {
  /// A retention that waits for its policy.
  struct Kept {
    let subject: String
    let retention: Retention
    let line: Int
    let section: Int
    let parent: Int
    let block: Int
  }

  /// The policies of a document, in the order in which they stand.
  static func read(_ outline: MarkedOutline) -> [BackupPolicy] {
    read(outline, CodeSchedules(outline: outline))
  }

  /// The same, with the schedules of its code found already.
  static func read(_ outline: MarkedOutline, _ schedules: CodeSchedules) -> [BackupPolicy] {
    let lines = BackupLines(outline: outline)
    let tables = BackupTables(outline: outline)
    let code = BackupCode(schedules: schedules)
    var found: [BackupStatement] = []
    var kept: [Kept] = []
    for index in outline.statements.indices where !outline.isExample(index) {
      switch outline.statements[index].kind {
      case .heading: lines.heading(index).map { found.append($0) }
      case .line, .item: lines.read(index, &found, &kept)
      case .row: tables.read(index, &found)
      case .code: code.read(index, &found, &kept)
      }
    }
    // What was, or is to come later, is no policy.
    found.removeAll { outline.isUnder(.record, in: $0.section) }
    found = BackupStatement.withoutMoves(found, outline.words)
    var settled = BackupStatement.settled(found, in: outline)
    attach(kept, to: &settled)
    return settled.map(\.policy).sorted { $0.line < $1.line }.map { policy in
      var policy = policy
      policy.subject = MarkedOutline.bare(policy.subject)
      return policy
    }
  }

  // MARK: Retentions

  private static func attach(_ kept: [Kept], to found: inout [BackupStatement]) {
    var places: [Int: [Int]] = [:]
    for (index, item) in found.enumerated() { places[item.policy.line, default: []].append(index) }
    for item in kept {
      let near = (item.line - 8...item.line + 8).flatMap { places[$0] ?? [] }.sorted()
      if let index = owner(of: item, near, in: found) {
        found[index].policy.retention = item.retention.text
        found[index].policy.retentionSeconds = item.retention.seconds
        found[index].policy.retentionLine = item.line
      } else {
        found.append(alone(item))
      }
    }
  }

  /// The nearest policy of the same list, group or section that has no retention yet.
  private static func owner(
    of item: Kept,
    _ near: [Int],
    in found: [BackupStatement]
  ) -> Int? {
    let near = near.filter { index in
      let other = found[index]
      return other.policy.retention == nil && other.section == item.section
        && other.block == item.block && (other.parent == item.parent || item.parent < 0)
    }
    return near.min { one, other in
      distance(found[one], item) < distance(found[other], item)
    }
  }

  private static func distance(_ other: BackupStatement, _ item: Kept) -> Int {
    let lines = item.line - other.policy.line
    let isNamed =
      !item.subject.isEmpty
      && Objectives.normalized(other.policy.subject).contains(
        Objectives.normalized(item.subject)
      )
    return (lines < 0 ? 20 - lines : lines) - (isNamed ? 100 : 0)
  }

  private static func alone(_ item: Kept) -> BackupStatement {
    BackupStatement(
      policy: BackupPolicy(
        subject: item.subject,
        mechanism: .schedule,
        retentionSeconds: item.retention.seconds,
        retention: item.retention.text,
        retentionLine: item.line,
        line: item.line
      ),
      form: .statement,
      section: item.section,
      parent: item.parent,
      block: item.block
    )
  }
}

extension BackupPolicy {
  /// A policy with the mechanism that an interval and some words speak of.
  init(subject: String, cadence: Cadence, words every: String, marks: Marks, line: Int) {
    self.init(
      subject: subject,
      mechanism: Self.mechanism(cadence, marks),
      everySeconds: cadence.seconds,
      every: every,
      line: line
    )
  }

  private static func mechanism(_ cadence: Cadence, _ marks: Marks) -> Mechanism {
    if marks.has(.versioned), cadence.seconds == nil || cadence.seconds == 0 {
      return .versionControl
    }
    guard let seconds = cadence.seconds else { return .onDemand }
    if seconds > 0 { return .schedule }
    return marks.has(.replication) && !marks.has(.backup) ? .replication : .continuous
  }
}
