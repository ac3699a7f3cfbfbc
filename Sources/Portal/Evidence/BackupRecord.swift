/// One backup as a tool lists it; times are milliseconds since 1970 UTC.
struct BackupRecord: Equatable, Sendable {
  /// What was backed up, as the tool names it.
  let asset: String
  let nativeID: String
  /// Is success, partial, failed, in_progress or unknown.
  var outcome: String
  /// The tool's own word.
  var rawOutcome: String?
  /// The time that its data are of.
  var recoveryPointAt: Int?
  var startedAt: Int?
  var finishedAt: Int?
  var expiresAt: Int?
  var sizeBytes: Int?
  var location: String?
  var isEncrypted: Bool?
  /// Where it stands in the file: `$[3]`.
  let pointer: String

  /// Whether both say the same of one backup, wherever they stand.
  func agrees(with other: BackupRecord) -> Bool {
    self
      == BackupRecord(
        asset: other.asset,
        nativeID: other.nativeID,
        outcome: other.outcome,
        rawOutcome: other.rawOutcome,
        recoveryPointAt: other.recoveryPointAt,
        startedAt: other.startedAt,
        finishedAt: other.finishedAt,
        expiresAt: other.expiresAt,
        sizeBytes: other.sizeBytes,
        location: other.location,
        isEncrypted: other.isEncrypted,
        pointer: pointer
      )
  }
}
