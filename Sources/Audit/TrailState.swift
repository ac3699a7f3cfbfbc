/// What the entries of a trail add up to: the inputs, targets, waivers and keys that now stand.
package struct TrailState: Hashable, Sendable {
  package private(set) var inputs: [ExactName: Digest] = [:]
  package private(set) var objectives: [ExactName: TrailObjective] = [:]
  package private(set) var waivers: [ExactName: Digest] = [:]
  /// In the order in which the trail names them.
  package private(set) var keys: [KeyPeriod] = []
  package private(set) var lastReport: TrailReport?
  /// The number of entries before those that led to the last report.
  package private(set) var lastRun = 0
  /// The time of the last entry.
  package private(set) var lastAt: Timestamp?
  /// The numbers of entries after which a run ended.
  private var runs = [0]

  /// The trail's own keys that sign now.
  package var currentKeys: [PublicKey] {
    keys.filter { $0.name == nil && $0.until == nil }.map(\.key)
  }

  /// The keys of people that sign reports off now.
  var people: [KeyPeriod] { keys.filter { $0.name != nil && $0.until == nil } }

  /// The keys that may sign what a run made: those in use, and those that it ended.
  ///
  /// - `size`: the number of entries after which the run ended.
  /// - `name`: the person whose keys are asked for; nil for those of the trail.
  func keys(ofRunTo size: Int, name: String? = nil) -> [PublicKey] {
    let start = runs.last { $0 < size } ?? 0
    return keys.filter { period in
      period.name.map(ExactName.init) == name.map(ExactName.init) && period.start < size
        && (period.end ?? size) >= start
    }
    .map(\.key)
  }

  /// The names of the further files of the audit folder.
  var companions: [String] {
    let prefix = AuditFile.boundPath("")
    return inputs.keys.sorted().compactMap { path in
      guard path.text.utf8.starts(with: prefix.utf8) else { return nil }
      return String(path.text.dropFirst(prefix.count))
    }
  }

  /// Takes in the next entry, if it can follow on those before it.
  mutating func apply(_ entry: TrailEntry) throws(FormatError) {
    if let lastAt, entry.at < lastAt {
      throw FormatError("is dated before the entry above it")
    }
    switch entry.event {
    case .key(let action, let key): try apply(action, key, entry)
    case .evidence(let change, let input):
      try check(change, from: inputs[input.path], to: input.digest) { $0 == $1 }
      inputs[input.path] = change == .removed ? nil : input.digest
    case .objective(let change, let objective):
      try check(change, from: objectives[objective.identity], to: objective) {
        $0.agrees(with: $1)
      }
      objectives[objective.identity] = change == .removed ? nil : objective
    case .waiver(let change, let waiver):
      try check(change, from: waivers[waiver.finding], to: waiver.digest) { $0 == $1 }
      waivers[waiver.finding] = change == .removed ? nil : waiver.digest
    case .report(let report):
      lastReport = report
      lastRun = runs.last ?? 0
      runs.append(entry.seq + 1)
    }
    lastAt = entry.at
  }

  private mutating func apply(
    _ action: TrailEvent.KeyAction,
    _ key: TrailKey,
    _ entry: TrailEntry
  ) throws(FormatError) {
    let current = keys.firstIndex {
      $0.key == key.key && $0.name == key.name && $0.until == nil
    }
    switch (action, current) {
    case (.add, nil):
      keys.append(KeyPeriod(key: key.key, name: key.name, from: entry.at, start: entry.seq))
    case (.add, _): throw FormatError("adds a key that is there already")
    case (_, nil): throw FormatError("ends a key that is not in use")
    case (_, let index?):
      keys[index].until = entry.at
      keys[index].end = entry.seq
    }
  }

  private func check<Value>(
    _ change: TrailEvent.Change,
    from old: Value?,
    to new: Value,
    isSame: (Value, Value) -> Bool
  ) throws(FormatError) {
    switch (change, old) {
    case (.added, nil): return
    case (.added, _): throw FormatError("adds what is there already")
    case (_, nil): throw FormatError("changes or removes what is not there")
    case (.changed, let old?):
      guard !isSame(old, new) else { throw FormatError("changes nothing") }
    case (.removed, let old?):
      guard isSame(old, new) else { throw FormatError("removes another state than the last one") }
    }
  }
}
