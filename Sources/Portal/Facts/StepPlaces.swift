/// Which step each line of a document belongs to.
struct StepPlaces: Sendable {
  /// The index of the step, by the line; -1 for none.
  private var places: [Int] = []

  init(_ steps: [Step]) {
    let last = steps.reduce(0) { max($0, $1.lastLine) }
    guard last > 0 else { return }
    places = Array(repeating: -1, count: last + 1)
    // A step within another stands behind it, and counts.
    for (index, step) in steps.enumerated() where step.line <= step.lastLine {
      for line in step.line...step.lastLine { places[line] = index }
    }
  }

  /// The index of the innermost step that a line belongs to.
  subscript(line: Int) -> Int? {
    guard places.indices.contains(line), places[line] >= 0 else { return nil }
    return places[line]
  }
}
