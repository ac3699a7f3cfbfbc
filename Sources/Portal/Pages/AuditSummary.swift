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
  /// The people who signed the newest report off.
  var signOffs: [SignOff] = []
  /// What witnesses say to have seen, the newest first; the page cannot verify their keys.
  var witnesses: [Witness] = []
  /// The earlier reports that are kept, by the numbers of their entries, the newest first.
  var earlierReports: [Int] = []
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
    /// Of what an auditor looks at first: "withdrawn", "loosened", "tightened".
    var mark: String?

    /// Whether the organisation took evidence back or moved a target away.
    var isWarning: Bool { mark == "withdrawn" || mark == "loosened" }
  }

  /// A person who signed the report off.
  struct SignOff: Equatable, Sendable {
    var name: String
    var fingerprint: String
  }

  /// A line of a witness on a checkpoint.
  struct Witness: Equatable, Sendable {
    var name: String
    /// How many entries the checkpoint has.
    var size: Int
    /// Milliseconds since 1970.
    var at: Int
  }

  /// What a reader can run to check this without us.
  struct Command: Equatable, Sendable {
    var title: String
    var text: String
  }
}
