extension Assessment {
  /// What is new against a state: evidence, objectives, waivers, each in the order of names.
  func changes(from state: TrailState) -> [TrailEvent] {
    let evidence = Assessment.changes(from: state.inputs, to: subjects) { $0 == $1 }
      .map { name, change, digest in
        TrailEvent.evidence(change, TrailInput(path: name.text, digest: digest))
      }
    let targets = Dictionary(objectives.map { ($0.identity, $0) }) { first, _ in first }
    let objectives = Assessment.changes(from: state.objectives, to: targets) {
      $0.agrees(with: $1)
    }
    .map { _, change, objective in TrailEvent.objective(change, objective) }
    let accepted = Dictionary(waivers.map { ($0.finding, $0.digest) }) { first, _ in first }
    let waivers = Assessment.changes(from: state.waivers, to: accepted) { $0 == $1 }
      .map { name, change, digest in
        TrailEvent.waiver(change, TrailWaiver(finding: name.text, digest: digest))
      }
    return keys(from: state) + evidence + objectives + waivers
  }

  /// People that no longer sign, then those that do now; a new key of a person ends the old one.
  private func keys(from state: TrailState) -> [TrailEvent] {
    let old = state.people.map { TrailKey($0.key, name: $0.name) }
    let ended = old.filter { !signers.contains($0) }.map { TrailEvent.key(.retire, $0) }
    return ended + signers.filter { !old.contains($0) }.map { TrailEvent.key(.add, $0) }
  }

  private static func changes<Value>(
    from old: [ExactName: Value],
    to new: [ExactName: Value],
    isSame: (Value, Value) -> Bool
  ) -> [(ExactName, TrailEvent.Change, Value)] {
    var changes: [(ExactName, TrailEvent.Change, Value)] = []
    for name in Set(old.keys).union(new.keys).sorted() {
      switch (old[name], new[name]) {
      case (nil, let value?): changes.append((name, .added, value))
      case (let value?, nil): changes.append((name, .removed, value))
      case (let before?, let value?) where !isSame(before, value):
        changes.append((name, .changed, value))
      default: continue
      }
    }
    return changes
  }
}
