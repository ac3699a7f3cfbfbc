internal import Audit
internal import Bindings

/// What is signed: the inputs with their digests, and what they were found to show.
///
/// The predicate carries the fields of in-toto's test-result (result, configuration, passed, warned
/// and failed tests), so that a reader of those understands it; a test is "system/component/kind".
/// The services say the same with numbers. Every text in it is a fact or a fixed sentence.
struct AuditReport {
  /// What the report does not prove; part of what is signed.
  static let scope = [
    "A listing of backups is not a restore.",
    "A stated time is the plan's own word.",
    "The signature is the organisation's own unless a witness or timestamp anchors it.",
  ]

  let report: CheckReport
  let inputs: [TrailInput]
  let configuration: TrailInput?
  let waivers: [TrailWaiver]
  let objectives: [TrailObjective]

  /// Takes what a judged catalog holds; `prefix` leads from the repository to the content.
  init(_ report: CheckReport, prefix: String, catalog: borrowing Database) throws {
    self.report = report
    let files = try catalog.rows("SELECT path, sha256, kind FROM source_file ORDER BY path") {
      ($0.text(0), Digest(hex: $0.text(1)), $0.text(2))
    }
    let found = files.compactMap { path, digest, kind in
      digest.map { (TrailInput(path: prefix + path, digest: $0), kind) }
    }
    inputs = found.map(\.0)
    configuration = found.first { $0.1 == "configuration" }?.0
    waivers = try catalog.rows(
      "SELECT finding, reason, owner, approver, expires FROM waiver ORDER BY finding"
    ) { row in
      let content: CanonicalJSON = [
        "reason": .string(row.text(1)), "owner": .string(row.text(2)),
        "approver": .string(row.text(3)), "expires": .string(row.text(4)),
      ]
      return TrailWaiver(finding: row.text(0), digest: Digest(of: content.bytes))
    }
    objectives = try catalog.rows(
      """
      SELECT system, component, kind, target_s, file, line
      FROM objective
      WHERE in_force = 1 AND state = 'number' AND kind IN ('rto', 'rpo')
      ORDER BY system, component, kind
      """
    ) { row in
      TrailObjective(
        system: row.text(0),
        component: row.text(1),
        dimension: row.text(2),
        seconds: row.int(3),
        file: prefix + row.text(4),
        line: row.optionalInt(5)
      )
    }
  }

  /// Everything that one signed run is made from.
  func assessment(origin: Origin, at: Timestamp, signers: [TrailKey]) -> Assessment {
    Assessment(
      origin: origin,
      at: at,
      inputs: inputs,
      objectives: objectives,
      waivers: waivers,
      signers: signers,
      companions: Self.companions,
      result: report.result,
      state: state,
      predicate: predicate
    )
  }

  /// The files beside the trail by which a person can verify it alone.
  static var companions: [AuditFile] {
    ["README.md", "verify.py"].map {
      AuditFile(name: $0, bytes: Asset.named("audit/\($0)"))
    }
  }

  /// Of all statuses and findings, without words that change from day to day.
  private var state: Digest {
    let statuses: [CanonicalJSON] = report.objectives.map { item in
      [
        "objective": .string("\(item.system)/\(item.component)/\(item.kind)"),
        "status": .string(item.status),
      ]
    }
    let findings: [CanonicalJSON] = report.findings.map { finding in
      [
        "id": .string(finding.id), "severity": .string(finding.severity),
        "verdict": .string(finding.verdict), "waived": .bool(finding.isWaived),
      ]
    }
    let all: CanonicalJSON = ["statuses": .array(statuses), "findings": .array(findings)]
    return Digest(of: all.bytes)
  }

  private var predicate: CanonicalJSON {
    [
      "assessedAt": .string(report.asOf),
      "generator": [
        "name": .string(Generator.name), "version": .string(Generator.version),
      ],
      "configuration": .array(configuration.map { [Self.descriptor($0)] } ?? []),
      "passedTests": tests(["met"]),
      "warnedTests": tests(["claimed", "stale", "unknown"]),
      "failedTests": tests(["breached", "contradicted"]),
      "services": services,
      "findings": findings,
      "scope": .array(Self.scope.map(CanonicalJSON.string)),
    ]
  }

  private static func descriptor(_ input: TrailInput) -> CanonicalJSON {
    ["name": .string(input.path.text), "digest": ["sha256": .string(input.digest.hex)]]
  }

  private func tests(_ statuses: [String]) -> CanonicalJSON {
    let names = report.objectives.filter { statuses.contains($0.status) }.map {
      "\($0.system)/\($0.component)/\($0.kind)"
    }
    return .array(names.sorted().map(CanonicalJSON.string))
  }

  private var services: CanonicalJSON {
    let groups = Dictionary(grouping: report.objectives) { "\($0.system)/\($0.component)" }
    return .array(
      groups.sorted { $0.key < $1.key }.map { name, objectives in
        .object(
          [.init("name", .string(name))]
            + objectives.map { .init($0.kind, Self.service($0)) }
        )
      }
    )
  }

  private static func service(_ objective: CheckReport.Status) -> CanonicalJSON {
    var members: [CanonicalJSON.Member] = [.init("status", .string(objective.status))]
    if let target = objective.target { members.append(.init("targetSeconds", .int(target))) }
    if let measured = objective.measured {
      members.append(.init("achievedSeconds", .int(measured)))
    }
    return .object(members)
  }

  /// The open findings by their stable ids.
  private var findings: CanonicalJSON {
    .array(
      report.findings.filter { $0.verdict != "pass" }.sorted { $0.id < $1.id }.map { finding in
        [
          "id": .string(finding.id), "severity": .string(finding.severity),
          "verdict": .string(finding.verdict), "waived": .bool(finding.isWaived),
        ]
      }
    )
  }
}
