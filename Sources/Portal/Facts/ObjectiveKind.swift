/// What an objective bounds.
enum ObjectiveKind: String, CaseIterable, Sendable {
  /// Recovery time objective.
  case rto
  /// Recovery point objective.
  case rpo
  /// Maximum tolerable downtime.
  case mtd
  case availability
}
