/// A time that a plan itself states: how long a recovery takes, how fast a failure is detected.
struct StatedTime: Equatable, Sendable {
  /// The part of an incident that the time is for.
  enum Phase: String, Sendable {
    case recovery
    case detection
    case response
    case dataLoss = "data loss"
    case communication
  }

  /// Where it is stated.
  enum Source: String, Sendable {
    case estimate
    case sla
  }

  /// The scenario, heading or row that it speaks of.
  let subject: String
  /// Its place among the scenarios of the document; nil outside them.
  let scenario: Int?
  let phase: Phase
  let source: Source
  /// In seconds; equal unless it is a range.
  let minimum: Int
  let maximum: Int
  /// Whether it is written with "<".
  let isStrict: Bool
  let line: Int
}
