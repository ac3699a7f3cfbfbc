/// A declared target for one component, service, environment or the whole plan.
///
/// The recovery time and the recovery point of one component are one, wherever they stand.
struct Objective: Sendable {
  /// What an objective speaks of.
  enum Dimension: String, Sendable {
    case plan
    case component
    case service
    case environment
    case activity
    case data
    case scenario
  }

  /// The component in the words of the plan; empty for the whole plan.
  let component: String
  var dimension: Dimension
  /// At most one of each kind.
  var targets: [Target]
  /// What the text says of a kind that the front matter states as well, and the other way round.
  var overruled: [Target] = []
  var priority: String?

  /// Whether it states a recovery time or a recovery point.
  var isRecovery: Bool { targets.contains { $0.kind == .rto || $0.kind == .rpo } }

  /// The target of a kind.
  func target(_ kind: ObjectiveKind) -> Target? { targets.first { $0.kind == kind } }
}

/// What an objective asks for, and where it says so.
struct Target: Sendable {
  /// What stands in the place of a value.
  enum State: String, Sendable {
    case number
    case na
    case placeholder
    case variable
    case qualitative
    case lowerBound = "lower-bound"
  }

  /// Where a document states it.
  enum Source: String, Sendable {
    case text
    case frontMatter = "front matter"
  }

  let kind: ObjectiveKind
  let state: State
  /// Seconds, the upper end of a range; of an availability millionths; nil unless a number.
  let value: Int?
  /// Whether it is written with "<": the number itself is a miss.
  let isStrict: Bool
  /// The words in brackets: "stateless", "continuous replication".
  let mechanism: String?
  /// From 1, in the file.
  let line: Int
  var source = Source.text
}
