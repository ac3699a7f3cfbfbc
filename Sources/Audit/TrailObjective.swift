/// A target that the organisation set, as it stood in its documents.
package struct TrailObjective: Hashable, Sendable {
  package let system: String
  package let component: String
  /// `rto` or `rpo`.
  package let dimension: String
  package let seconds: Int
  /// Where the target stands, relative to the root of the repository.
  package let file: String
  /// Counted from 1; nil for a target of the configuration that has no line.
  package let line: Int?

  package init(
    system: String,
    component: String,
    dimension: String,
    seconds: Int,
    file: String,
    line: Int?
  ) {
    self.system = system
    self.component = component
    self.dimension = dimension
    self.seconds = seconds
    self.file = file
    self.line = line
  }

  /// Whose target it is: two with the same identity are two states of one objective.
  package var identity: ExactName { ExactName("\(system)\u{0}\(component)\u{0}\(dimension)") }

  /// Whether both say the same; a target that only moved to another line does.
  func agrees(with other: TrailObjective) -> Bool {
    identity == other.identity && seconds == other.seconds
      && ExactName(file) == ExactName(other.file)
  }
}
