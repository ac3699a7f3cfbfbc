extension Snapshot {
  /// The answer for an objective, worst first.
  ///
  /// Only `met` may look like a success.
  enum Status: Int, CaseIterable, Comparable, Sendable {
    case breached
    case contradicted
    case unknown
    case stale
    case claimed
    case met

    init?(word: String) {
      guard let status = Self.allCases.first(where: { $0.word == word }) else { return nil }
      self = status
    }

    /// The word that people read, and the class that the stylesheet knows.
    var word: String {
      switch self {
      case .breached: "breached"
      case .contradicted: "contradicted"
      case .unknown: "unknown"
      case .stale: "stale"
      case .claimed: "claimed"
      case .met: "met"
      }
    }

    /// What the word means, in one sentence.
    var meaning: String {
      switch self {
      case .breached: "Evidence shows that the target was missed."
      case .contradicted: "The plan's own words cannot reach the target."
      case .unknown: "Nothing is stated and no usable evidence is there."
      case .stale: "There was evidence; it has expired, or the runbook changed since."
      case .claimed: "Only the plan says so; nothing has shown it."
      case .met: "Fresh evidence shows that the target is reached."
      }
    }

    static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }
}
