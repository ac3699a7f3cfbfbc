/// What the page of the audit shows of a trail that was verified.
struct AuditSummary: Equatable, Sendable {
  /// The name of the trail: "drillbook.example/sample".
  var origin: String
  /// How many entries it has.
  var size: Int
  /// The root of the Merkle tree, as 64 hexadecimal digits and as in the checkpoint.
  var rootHex: String
  var rootBase64: String
  /// "SHA256:…", as `ssh-keygen -l` prints it.
  var keyFingerprint: String
  /// PASSED, WARNED or FAILED, of the newest report.
  var result: String
  /// When the newest report was made, milliseconds since 1970.
  var assessedAt: Int?
  /// "not anchored", or between which outside witnesses the trail lies.
  var anchoring = "not anchored: no outside witness has signed it"
  /// The newest first.
  var entries: [Entry]
  var commands: [Command]

  /// A line of the trail.
  struct Entry: Equatable, Sendable {
    var sequence: Int
    /// "key", "evidence", "objective", "waiver" or "report".
    var kind: String
    var text: String
    /// Milliseconds since 1970.
    var at: Int
    var sha256: String?
    /// Whether evidence was taken back.
    var isWithdrawn = false
  }

  /// What a reader can run to check this without us.
  struct Command: Equatable, Sendable {
    var title: String
    var text: String
  }
}
