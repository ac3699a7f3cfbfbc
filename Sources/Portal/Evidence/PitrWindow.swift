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
  let location: String?
  /// The backup that it is of; nil where it is of all that were there.
  let nativeID: String?
  /// When it ran, in milliseconds since 1970 UTC; nil where only the listing has a time.
  let ranAt: Int?
  /// Is pass, fail or unknown.
  let outcome: String
  /// The tool's own word.
  let result: String
  let pointer: String
}
