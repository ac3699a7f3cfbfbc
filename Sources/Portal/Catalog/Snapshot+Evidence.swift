extension Snapshot {
  /// What a backup tool printed, as one file.
  struct Inventory: Equatable, Sendable {
    var path: String
    var format: String
    var tool: String
    var location: String?
    var collectedAt: Int
    var collectedAtFrom: String
    var isComplete: Bool
    var incompleteReason: String?
    var records: Int
    var accepted: Int
    var rejected: Int
  }

  /// One thing that is backed up, with its backups as figures.
  struct Asset: Equatable, Sendable {
    var id: Int
    var format: String
    var key: String
    var location: String
    var component: ComponentKey?
    /// Counts by outcome: "success" 94, "failed" 2.
    var outcomes: [String: Int] = [:]
    var lastRecoveryPoint: Int?
    /// When the newest listing that holds this asset was taken.
    var collectedAt: Int?
    /// The latest time that a point-in-time recovery reaches.
    var restorableUntil: Int?
    /// The longest times without a newer usable backup in the look-back window, longest first.
    var gaps: [Gap] = []
    /// The newest records, newest first.
    var backups: [Backup] = []
    /// The newest windows, newest first.
    var windows: [Window] = []

    var records: Int { outcomes.values.reduce(0, +) }
    var worstExposure: Int? { gaps.first?.exposure }
  }

  /// Two usable backups in a row and how much was at risk between them.
  struct Gap: Equatable, Sendable {
    /// The recovery point of the earlier one.
    var from: Int
    /// When the later one was finished; when the listing was taken for the last one.
    var until: Int
    /// Whether no later backup is in the listing.
    var isOpen: Bool
    /// Seconds.
    var exposure: Int { (Phrase.clamped(until) - Phrase.clamped(from)) / 1000 }
  }

  /// The times that a point-in-time recovery reaches, as one listing tells them.
  struct Window: Equatable, Sendable {
    var earliest: Int?
    var latest: Int
    var collected: Int
    var inventory: String
    var pointer: String
    /// Seconds by which it lagged behind when it was looked at.
    var lag: Int { (Phrase.clamped(collected) - Phrase.clamped(latest)) / 1000 }
  }

  /// One record of an inventory.
  struct Backup: Equatable, Sendable {
    var nativeID: String
    var outcome: String
    var recoveryPoint: Int?
    var finished: Int?
    var bytes: Int?
    /// When the next usable one was there, or the listing ends; nil for one that is not usable.
    var until: Int?
    var inventory: String
    var pointer: String
  }

  /// A drill, a test or a real incident that is on record.
  struct Drill: Equatable, Sendable {
    var id: Int
    var nativeID: String
    var kind: String
    var system: String?
    var components: [ComponentKey] = []
    var scenario: String?
    var environment: String?
    var runbook: String?
    var happened: Int?
    /// Seconds from the failure, and from the declaration, to the recovery.
    var fromFailure: Int?
    var fromDeclaration: Int?
    var dataLoss: Int?
    var outcome: String
    var isDryRun: Bool
    var actions: [Action] = []
    var source: Source
  }

  /// What a drill showed to be left to do.
  struct Action: Equatable, Sendable {
    var text: String
    var owner: String?
    var due: String?
    var done: String?
  }
}
