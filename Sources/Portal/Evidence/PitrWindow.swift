/// The times to which something can be restored by replaying its log; milliseconds since 1970 UTC.
struct PitrWindow: Equatable, Sendable {
  /// As the tool names it.
  let asset: String
  let location: String?
  let earliestAt: Int?
  let latestAt: Int
  /// Where it stands in the file.
  let pointer: String
}

/// What a tool found when it looked at a backup or at the making of backups.
struct Verification: Equatable, Sendable {
  let subject: String
  /// When it ran, in milliseconds since 1970 UTC.
  let ranAt: Int?
  /// The tool's own word.
  let result: String
  let pointer: String
}
