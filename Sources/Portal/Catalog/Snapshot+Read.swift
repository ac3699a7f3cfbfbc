internal import Bindings

extension Snapshot {
  /// Reads everything that the pages show, in one go.
  init(of database: borrowing Database) throws(SQLiteError) {
    build = try Self.build(in: database)
    try readFiles(database)
    try readSystems(database)
    try readObjectives(database)
    try readDocuments(database)
    try readPlans(database)
    try readInventories(database)
    try readDrills(database)
    try readFindings(database)
    try readDeadlines(database)
    setExpiries()
    rankSystems()
    indexPositions()
  }

  private static func build(in database: borrowing Database) throws(SQLiteError) -> Build {
    let policies = try database.rows(
      "SELECT inventory_lifetime_s, drill_lifetime_s, look_back_s, rto_clock FROM policy LIMIT 1"
    ) { ($0.optionalInt(0), $0.int(1), $0.int(2), $0.text(3)) }
    let policy = policies.first ?? (nil, 31_536_000, 2_592_000, "failure")
    let builds = try database.rows("SELECT as_of, organisation, generator FROM build LIMIT 1") {
      Build(
        asOf: $0.int(0),
        organisation: $0.text(1),
        generator: $0.text(2),
        inventoryLifetime: policy.0,
        drillLifetime: policy.1,
        lookBack: policy.2,
        clock: policy.3
      )
    }
    guard let build = builds.first else { preconditionFailure("the table of builds is empty") }
    return build
  }

  private mutating func readFiles(_ database: borrowing Database) throws(SQLiteError) {
    let files = try database.rows("SELECT path, sha256 FROM source_file") {
      ($0.text(0), $0.text(1))
    }
    digests = Dictionary(files, uniquingKeysWith: { first, _ in first })
  }

  private mutating func readSystems(_ database: borrowing Database) throws(SQLiteError) {
    systems = try database.rows(
      "SELECT id, title, tier, owner, region, configured FROM system ORDER BY id"
    ) {
      System(
        id: $0.text(0),
        title: $0.text(1),
        tier: $0.optionalInt(2),
        owner: $0.optionalText(3),
        region: $0.optionalText(4),
        isConfigured: $0.int(5) != 0
      )
    }
    var positions: [String: Int] = [:]
    for (position, system) in systems.enumerated() { positions[system.id] = position }
    let components = try database.rows("SELECT system, id, title FROM component") {
      ($0.text(0), $0.text(1), $0.text(2))
    }
    for (system, id, title) in components {
      if let position = positions[system] { systems[position].components[id] = title }
    }
  }

  /// Puts the systems into the order of the pages: worst first, then by tier and title.
  private mutating func rankSystems() {
    for position in systems.indices {
      for key in objectivesOfSystem[systems[position].id] ?? [] {
        for objective in objectives[key] ?? [] where objective.isInForce {
          if let verdict = objective.verdict { systems[position].count(verdict, of: key.kind) }
        }
      }
    }
    systems.sort { left, right in
      (left.rank, left.tier ?? .max, left.title, left.id)
        < (right.rank, right.tier ?? .max, right.title, right.id)
    }
  }

  private mutating func indexPositions() {
    for (position, system) in systems.enumerated() { systemPosition[system.id] = position }
    for (position, document) in documents.enumerated() {
      documentPosition[document.path] = position
      if let system = document.system { documentsOfSystem[system, default: []].append(position) }
    }
    for (position, drill) in drills.enumerated() {
      for key in Set(drill.components) { drillsOfComponent[key, default: []].append(position) }
      let all = Set(drill.components.map(\.system) + (drill.system.map { [$0] } ?? []))
      for system in all { drillsOfSystem[system, default: []].append(position) }
    }
    for (position, asset) in assets.enumerated() {
      guard let key = asset.component else { continue }
      assetsOfComponent[key, default: []].append(position)
      assetsOfSystem[key.system, default: []].append(position)
    }
    for (position, deadline) in deadlines.enumerated() {
      if let system = deadline.system { deadlinesOfSystem[system, default: []].append(position) }
    }
    for (position, finding) in findings.enumerated() {
      if let system = finding.system { findingsOfSystem[system, default: []].append(position) }
      for file in Set(finding.evidence.map(\.file)) {
        findingsOfFile[file, default: []].append(position)
      }
    }
    placeFindings()
  }
}

extension Snapshot.System {
  /// Counts one more verdict for this system.
  fileprivate mutating func count(_ verdict: Snapshot.Verdict, of kind: String) {
    counts[verdict.status] += 1
    worst[kind] = min(worst[kind] ?? .met, verdict.status)
    if let expiry = verdict.expires { expires[kind] = min(expires[kind] ?? expiry, expiry) }
  }

  /// Worst status first; a system without objectives comes after those that are `met`.
  fileprivate var rank: Int { counts.worst?.rawValue ?? Snapshot.Status.allCases.count }
}
