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
