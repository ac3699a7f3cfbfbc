extension Snapshot {
  /// What was understood of one document.
  struct DocumentFacts: Equatable, Sendable {
    var facts: [Fact] = []
    var fields: [Field] = []
    var objectives: [ObjectiveKey] = []
    /// Its lines that look like an objective and are none, with the reason.
    var rejections: [Rejection] = []
    /// How many placeholders its text holds.
    var placeholders = 0
  }

  /// One statement that was read from a document.
  struct Fact: Equatable, Sendable {
    var line: Int
    var kind: String
    var subject: String
    var value: String

    /// What it says, for people who have its line beside it: what is long is not said twice.
    var phrase: String {
      Portal.Fact.phrase(kind: kind, subject: subject, value: value, quote: value)
    }
  }

  /// What a document says of itself: its version, its owner, its next review.
  struct Field: Equatable, Sendable {
    var field: String
    var value: String
    /// "stated", "placeholder", "variable" or "empty".
    var state: String
    var line: Int
  }

  /// A way to fail that a plan has a procedure for.
  struct Scenario: Equatable, Sendable {
    var title: String
    var source: Source
    var times: [StatedTime] = []
  }

  /// A time that a plan states: how long a recovery takes, how fast a failure is seen.
  struct StatedTime: Equatable, Sendable {
    var phase: String
    var shortest: Int
    var longest: Int
    var isStrict: Bool
    var source: Source

    var phrase: String {
      if shortest == longest { return (isStrict ? "< " : "") + Phrase.span(longest) }
      return "\(Phrase.span(shortest)) – \(Phrase.span(longest))"
    }
  }

  /// A backup as a plan states it.
  struct BackupPolicy: Equatable, Sendable {
    var subject: String
    var mechanism: String
    var every: String?
    var retention: String?
    var source: Source
  }

  /// What a document says of one component: a backup of it, or a time to recover it.
  struct Promise: Equatable, Sendable {
    /// "rpo" for a backup, "rto" for a time.
    var kind: String
    var subject: String
    var words: String
    /// Whether the text names the component; it was inferred otherwise.
    var isNamed: Bool
    var source: Source
  }

  /// A drill that a plan promises at an interval.
  struct DrillSchedule: Equatable, Sendable {
    var system: String?
    var subject: String
    var every: String
    /// Seconds.
    var interval: Int
    var source: Source
  }

  /// A person or a team to call.
  struct Contact: Equatable, Sendable {
    var role: String
    var name: String?
    var phone: String?
    var email: String?
    var availability: String?
    /// "stated", "partial", "placeholder" or "masked".
    var state: String
    var source: Source
  }

  /// A date by which a document promises a review or a drill.
  struct Deadline: Equatable, Sendable {
    /// "review" or "drill".
    var kind: String
    /// What is due, in words.
    var subject: String
    var system: String?
    /// Milliseconds since 1970; nil for a drill that never took place.
    var due: Int?
    var source: Source
  }
}
