internal import Audit

extension AuditSummary {
  /// What the trail says of each drill that happened at a known time, the newest first.
  static func drills(of snapshot: Snapshot, in trail: Trail, prefix: String) -> [Drill] {
    var records: [String: [(at: Int, sequence: Int)]] = [:]
    for entry in trail.entries {
      guard case .evidence(let change, let input) = entry.event, change != .removed,
        let at = Instant.milliseconds(entry.at.description)
      else { continue }
      records[input.path.text, default: []].append((at, entry.seq))
    }
    let targets = Dictionary(grouping: PastTarget.all(in: trail)) { target in
      Snapshot.ObjectiveKey(
        system: target.system,
        component: target.component,
        kind: target.kind
      )
    }
    return snapshot.drills.enumerated().compactMap { position, drill in
      guard let happened = drill.happened else { return nil }
      let found = records[prefix + drill.source.file] ?? []
      let record = found.first { $0.at >= happened } ?? found.last
      return Drill(
        position: position,
        recorded: record.map {
          Record(sequence: $0.sequence, at: $0.at, lateness: ($0.at - happened) / 1000)
        },
        targets: ["rto", "rpo"].compactMap { kind in
          drill.components.compactMap { component in
            let key = Snapshot.ObjectiveKey(
              system: component.system,
              component: component.component,
              kind: kind
            )
            return target(key, at: happened, targets[key] ?? [], snapshot)
          }
          .min { $0.seconds < $1.seconds }
        }
      )
    }
  }

  /// The target of a day; where the trail began later its first one, else that of today.
  private static func target(
    _ key: Snapshot.ObjectiveKey,
    at day: Int,
    _ past: [PastTarget],
    _ snapshot: Snapshot
  ) -> Target? {
    let now = snapshot.objectives[key]?.first { $0.isInForce }?.target
    let then = past.last { $0.from <= day && $0.until ?? .max > day }
    let first = past.first.flatMap { $0.from > day ? $0.seconds : nil }
    return (then?.seconds ?? first ?? now).map { seconds in
      Target(
        kind: key.kind,
        seconds: seconds,
        sequence: then?.sequence,
        now: now == seconds ? nil : now
      )
    }
  }
}
