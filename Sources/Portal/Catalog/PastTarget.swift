internal import Audit
internal import Bindings

/// A target as the audit trail has recorded it, from when to when.
struct PastTarget: Equatable, Sendable {
  let system: String
  let component: String
  /// "rto" or "rpo".
  let kind: String
  let seconds: Int
  /// Milliseconds since 1970 UTC.
  let from: Int
  /// Nil where it still stands.
  private(set) var until: Int?
  /// Of the entry that set it.
  let sequence: Int

  private struct Key: Hashable {
    let system: String
    let component: String
    let kind: String
  }

  /// The targets of a trail in the order of its entries.
  static func all(in trail: Trail) -> [PastTarget] {
    var targets: [PastTarget] = []
    var standing: [Key: Int] = [:]
    for entry in trail.entries {
      guard case .objective(let change, let objective) = entry.event,
        let at = Instant.milliseconds(entry.at.description)
      else { continue }
      let key = Key(
        system: objective.system,
        component: objective.component,
        kind: objective.dimension
      )
      if let index = standing.removeValue(forKey: key) { targets[index].until = at }
      guard change != .removed else { continue }
      standing[key] = targets.count
      targets.append(
        PastTarget(
          system: key.system,
          component: key.component,
          kind: key.kind,
          seconds: objective.seconds,
          from: at,
          sequence: entry.seq
        )
      )
    }
    return targets
  }

  /// Inserts the targets that no longer stand; objectives are there.
  ///
  /// What the trail still holds and the documents no longer say ends now: the run that records the
  /// change, and those after it, then say the same.
  static func store(
    _ targets: [PastTarget],
    into catalog: borrowing Database
  ) throws(SQLiteError) {
    let standing = try catalog.rows(
      """
      SELECT system, component, kind, target_s FROM objective
      WHERE in_force = 1 AND target_s IS NOT NULL
      """
    ) { (Key(system: $0.text(0), component: $0.text(1), kind: $0.text(2)), $0.int(3)) }
    let seconds = Dictionary(standing) { first, _ in first }
    let asOf = try catalog.rows("SELECT as_of FROM build") { $0.int(0) }.first ?? 0
    var insert = try catalog.prepare("INSERT INTO past_target VALUES (?, ?, ?, ?, ?, ?, ?)")
    for target in targets where ["rto", "rpo"].contains(target.kind) {
      let key = Key(system: target.system, component: target.component, kind: target.kind)
      if target.until == nil, seconds[key] == target.seconds { continue }
      try insert.run([
        .text(target.system), .text(target.component), .text(target.kind), SQLValue(target.from),
        SQLValue(target.until ?? asOf), SQLValue(target.seconds), SQLValue(target.sequence),
      ])
    }
  }
}
