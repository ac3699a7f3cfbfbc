extension Snapshot {
  /// How much a finding matters, worst first.
  enum Severity: Int, CaseIterable, Comparable, Sendable {
    case critical
    case high
    case medium
    case low
    case info

    init(word: String) { self = Self.allCases.first { $0.word == word } ?? .info }

    var word: String {
      switch self {
      case .critical: "critical"
      case .high: "high"
      case .medium: "medium"
      case .low: "low"
      case .info: "info"
      }
    }

    static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// A rule that something breaks, or that could not be decided.
  struct Finding: Equatable, Sendable {
    var id: String
    var rule: String
    var severity: Severity
    /// "fail", "warn" or "unknown".
    var verdict: String
    var system: String?
    var subject: String
    var message: String
    var fix: String
    var isWaived: Bool
    var evidence: [Source] = []
  }

  /// What a finding is held against.
  struct Rule: Equatable, Sendable {
    var id: String
    var title: String
    var why: String
    var controls: [String] = []
  }

  /// A finding that somebody has accepted for a time.
  struct Waiver: Equatable, Sendable {
    var finding: String
    var reason: String
    var owner: String?
    var approver: String?
    var expires: String?
    var source: Source
  }

  /// The page and the element that show a finding.
  struct FindingPlace: Equatable, Sendable {
    var page: String
    var anchor: String
  }

  /// How many findings of one rule stand on the page of all findings; the rest have their own.
  static let findingsShown = 60
  /// How many findings stand on one page of a rule.
  static let findingsOfPart = 400
}
