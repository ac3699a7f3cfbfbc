/// What a plan says of how something is backed up.
struct BackupPolicy: Equatable, Sendable {
  /// What makes the copies.
  enum Mechanism: String, Sendable {
    case schedule
    case continuous
    case replication
    case versionControl = "version control"
    case onDemand = "on demand"
  }

  /// What is backed up, as it is written.
  var subject: String
  var mechanism: Mechanism
  /// Seconds between two backups; 0 is continuous; nil after an event, or when none is stated.
  var everySeconds: Int?
  /// The interval as it is written; nil when none is stated.
  var every: String?
  var retentionSeconds: Int?
  /// The retention as it is written.
  var retention: String?
  var retentionLine: Int?
  /// Where the interval stands; without one the line of the retention or of the mechanism.
  let line: Int
}

/// A policy with the form in which it was found, so that a mention gives way to a statement.
struct BackupStatement {
  /// The forms, the weakest first.
  enum Form: Int, Comparable {
    case heading
    case prose
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
  /// The program that runs, by the name of its file.
  var program: String?
  /// Whether it stands under a heading for backups.
  var isAmongBackups = false
}
