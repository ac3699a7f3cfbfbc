/// What an entry of the trail states.
package enum TrailEvent: Hashable, Sendable {
  case key(KeyAction, TrailKey)
  case evidence(Change, TrailInput)
  case objective(Change, TrailObjective)
  case waiver(Change, TrailWaiver)
  case report(TrailReport)

  /// What happened to a key.
  package enum KeyAction: String, Hashable, Sendable {
    case add
    case retire
    case revoke
  }

  /// What happened to a thing of which the trail follows the state.
  package enum Change: String, Hashable, Sendable {
    case added
    case changed
    case removed
  }

  /// The entry's `kind`.
  package var kind: String {
    switch self {
    case .key: "key"
    case .evidence: "evidence"
    case .objective: "objective"
    case .waiver: "waiver"
    case .report: "report"
    }
  }

  /// The members of the entry besides the common ones.
  var members: [CanonicalJSON.Member] {
    switch self {
    case .key(let action, let key):
      return [.init("action", .string(action.rawValue)), .init("ssh", .string(key.key.ssh))]
        + (key.name.map { [.init("name", .string($0))] } ?? [])
        + (key.reason.map { [.init("reason", .string($0))] } ?? [])
    case .evidence(let change, let input):
      return [
        .init("action", .string(change.rawValue)), .init("path", .string(input.path.text)),
        .init("sha256", .string(input.digest.hex)),
      ]
    case .objective(let change, let objective):
      return [.init("action", .string(change.rawValue))] + objective.members
    case .waiver(let change, let waiver):
      return [
        .init("action", .string(change.rawValue)), .init("finding", .string(waiver.finding.text)),
        .init("sha256", .string(waiver.digest.hex)),
      ]
    case .report(let report):
      return [
        .init("result", .string(report.result)), .init("sha256", .string(report.digest.hex)),
        .init("state", .string(report.state.hex)), .init("size", .int(report.size)),
        .init("root", .string(report.root.hex)),
      ]
    }
  }
}

extension TrailObjective {
  fileprivate var members: [CanonicalJSON.Member] {
    let place: [CanonicalJSON.Member] = line.map { [.init("line", .int($0))] } ?? []
    return place + [
      .init("system", .string(system)), .init("component", .string(component)),
      .init("dimension", .string(dimension)), .init("seconds", .int(seconds)),
      .init("file", .string(file)),
    ]
  }
}
