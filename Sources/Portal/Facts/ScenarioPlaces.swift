/// Which scenario each line of a document stands in.
struct ScenarioPlaces: Sendable {
  /// The index of the scenario, by the line; -1 for none.
  private var places: [Int] = []

  init(_ scenarios: [Scenario]) {
    let last = scenarios.reduce(0) { max($0, $1.lastLine) }
    guard last > 0 else { return }
    places = Array(repeating: -1, count: last + 1)
    // Of several the first counts.
    for (index, scenario) in scenarios.enumerated().reversed()
    where scenario.line <= scenario.lastLine {
      for line in scenario.line...scenario.lastLine { places[line] = index }
    }
  }

  /// The index of the scenario that a line stands in.
  subscript(line: Int) -> Int? {
    guard places.indices.contains(line), places[line] >= 0 else { return nil }
    return places[line]
  }
}

extension [Objective] {
  /// The objectives of a document, those that a scenario's section states for it as the scenario's.
  func of(_ scenarios: [Scenario]) -> [Objective] {
    guard !scenarios.isEmpty else { return self }
    let places = ScenarioPlaces(scenarios)
    return map { objective in
      guard objective.dimension != .plan, let line = objective.targets.first?.line,
        let place = places[line], scenarios[place].line < line,
        ComponentName.unnumbered(scenarios[place].heading) == objective.component
      else { return objective }
      var stated = objective
      stated.dimension = .scenario
      return stated
    }
  }
}
