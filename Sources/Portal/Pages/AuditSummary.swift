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
  /// What witnesses and time-stamp authorities say to have seen, the newest first.
  var witnesses: [Witness] = []
  /// Whether the times of the intervals rest on keys that the build was told to trust.
  var areTimesVerified = false
  /// Between which times the entries came, the oldest first; none where nobody saw them.
  var intervals: [Interval] = []
  /// What the trail says of each drill, the newest first.
  var drills: [Drill] = []
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

  /// What a witness or an authority says of a checkpoint.
  struct Witness: Equatable, Sendable {
    /// Nil for a time-stamp authority.
    var name: String?
    /// How many entries the checkpoint has.
    var size: Int
    /// Milliseconds since 1970.
    var at: Int
    /// Whether the build was told to trust the key.
    var isVerified = false
  }

  /// Entries, and between which times they came, in milliseconds since 1970.
  struct Interval: Equatable, Sendable {
    var entries: Range<Int>
    var after: Int?
    var before: Int?
  }

  /// When a drill happened, when it came to the trail, and what was asked of it then.
  struct Drill: Equatable, Sendable {
    /// Its place among all drills, the newest first.
    var position: Int
    /// The first entry since it happened that states its file; nil when none does.
    var recorded: Record?
    /// The tightest target for each kind, "rto" before "rpo".
    var targets: [Target] = []
  }

  /// An entry that states the file of a drill.
  struct Record: Equatable, Sendable {
    var sequence: Int
    /// Milliseconds since 1970.
    var at: Int
    /// How long after the drill, in seconds; negative when the file was there before it.
    var lateness: Int
  }

  /// A target as the trail had it on the day of a drill.
  struct Target: Equatable, Sendable {
    /// "rto" or "rpo".
    var kind: String
    var seconds: Int
    /// The entry that set it; nil where the trail began later, and the target is its first.
    var sequence: Int?
    /// What it is now, where that is something else.
    var now: Int?
  }

  /// What a reader can run to check this without us.
  struct Command: Equatable, Sendable {
    var title: String
    var text: String
  }
}
