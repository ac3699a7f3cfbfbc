/// Mechanisms of backups that have no interval: replication, archiving, version control.
extension BackupLines {
  /// "RDS read replica: cross-region", "WAL archiving enabled", "Configuration: in Git".
  func standing(_ index: Int) -> BackupStatement? {
    let statement = outline.statements[index]
    let marks = outline.marks[index]
    guard statement.kind == .item, !statement.isOrdered,
      marks.has([.replication, .versioned, .continuous]),
      !marks.has([.drill, .verification, .condition, .absence]),
      outline.topicAbove(index) != .drill,
      statement.section < 0 || !outline.marks[statement.section].has(.step)
    else { return nil }
    let mechanism: BackupPolicy.Mechanism
    if marks.has(.replication), isReplicated(index) {
      mechanism = .replication
    } else if marks.has(.continuous), marks.has(.enabled) {
      mechanism = .continuous
    } else if marks.has(.versioned), statement.label != nil, outline.topicAbove(index) == .backup {
      mechanism = .versionControl
    } else {
      return nil
    }
    let names = (statement.label.map { [$0] } ?? []) + outline.names(above: index)
    return BackupStatement(
      policy: BackupPolicy(
        subject: outline.subject(names),
        mechanism: mechanism,
        everySeconds: mechanism == .continuous ? 0 : nil,
        line: statement.line
      ),
      form: .statement,
      section: statement.section,
      parent: outline.parents[index],
      block: -1
    )
  }

  /// The label names it, or it stands among backups or in the list of a site.
  private func isReplicated(_ index: Int) -> Bool {
    let statement = outline.statements[index]
    guard statement.isBold, let label = statement.label else { return false }
    let section = statement.section >= 0 ? outline.marks[statement.section] : []
    return words.facts.marks(in: label).has(.replication) || outline.topicAbove(index) == .backup
      || section.has([.replication, .primary, .secondary])
  }
}
