internal import Bindings

extension CheckReport {
  /// What a judged catalog holds.
  init(of catalog: borrowing Database) throws {
    asOf = try catalog.rows("SELECT as_of FROM build") { Phrase.stamp($0.int(0)) }.first ?? ""
    objectives = try Self.objectives(in: catalog)
    findings = try Self.findings(in: catalog)
  }

  private static func objectives(in catalog: borrowing Database) throws -> [Status] {
    var found = try catalog.rows(
      """
      SELECT
        objective.system, objective.component, objective.dimension, objective.kind,
        objective.target_s, verdict.status, verdict.measured_s, verdict.why, verdict.evidence
      FROM verdict
      JOIN objective ON objective.id = verdict.objective
      JOIN status_order ON status_order.status = verdict.status
      ORDER BY status_order.rank, objective.system, objective.component, objective.kind DESC
      """
    ) { row in
      (
        Status(
          system: row.text(0),
          component: row.text(1),
          dimension: row.text(2),
          kind: row.text(3),
          target: row.optionalInt(4),
          status: row.text(5),
          measured: row.optionalInt(6),
          why: row.text(7),
          evidence: []
        ),
        row.text(8)
      )
    }
    for index in found.indices {
      found[index].0.evidence = try Judgement.evidence(found[index].1, in: catalog)
    }
    return found.map(\.0)
  }

  private static func findings(in catalog: borrowing Database) throws -> [Finding] {
    var evidence: [String: [Finding.Evidence]] = [:]
    let places = try catalog.rows(
      "SELECT finding, file, line, pointer, quote FROM finding_evidence ORDER BY finding, ordinal"
    ) { row in
      (
        row.text(0),
        Finding.Evidence(
          file: row.text(1),
          line: row.optionalInt(2),
          pointer: row.optionalText(3),
          quote: row.text(4)
        )
      )
    }
    for (finding, place) in places { evidence[finding, default: []].append(place) }
    let controls = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, $0.controls) })
    return try catalog.rows(
      """
      SELECT id, rule, severity, verdict, system, subject, message, fix, waived
      FROM finding
      ORDER BY
        CASE severity
          WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5
        END,
        rule, id
      """
    ) { row in
      Finding(
        id: row.text(0),
        check: row.text(1),
        severity: row.text(2),
        verdict: row.text(3),
        system: row.optionalText(4),
        subject: row.text(5),
        message: row.text(6),
        evidence: evidence[row.text(0)] ?? [],
        fix: row.text(7),
        controls: controls[row.text(1)] ?? [],
        isWaived: row.int(8) == 1
      )
    }
  }
}
