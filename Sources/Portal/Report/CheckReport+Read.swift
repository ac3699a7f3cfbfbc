internal import Bindings

extension CheckReport {
  /// What a judged catalog holds; the evidence is left out where nobody asks for it.
  init(of catalog: borrowing Database, withEvidence: Bool) throws(SQLiteError) {
    asOf = try catalog.rows("SELECT as_of FROM build") { Phrase.stamp($0.int(0)) }.first ?? ""
    objectives = try Self.objectives(
      in: catalog,
      withEvidence ? try Self.evidenceOfObjectives(in: catalog) : [:]
    )
    rules = try RuleHead.all(in: catalog)
    findings = try Self.findings(
      in: catalog,
      rules,
      withEvidence ? try Self.evidenceOfFindings(in: catalog) : [:]
    )
    waivers = try Self.waivers(in: catalog)
    guard withEvidence else { return }
    let files = try catalog.rows("SELECT path, sha256 FROM source_file") {
      ($0.text(0), $0.text(1))
    }
    digests = Dictionary(files) { first, _ in first }
  }

  private static func waivers(
    in catalog: borrowing Database
  ) throws(SQLiteError) -> [String: Waiver] {
    let waivers = try catalog.rows(
      "SELECT finding, reason, owner, approver, expires, file, line FROM waiver"
    ) {
      Waiver(
        finding: $0.text(0),
        reason: $0.text(1),
        owner: $0.optionalText(2),
        approver: $0.optionalText(3),
        expires: $0.optionalText(4),
        file: $0.text(5),
        line: $0.int(6)
      )
    }
    return Dictionary(waivers.map { ($0.finding, $0) }) { first, _ in first }
  }

  private static func objectives(
    in catalog: borrowing Database,
    _ evidence: [Int: [Finding.Evidence]]
  ) throws(SQLiteError) -> [Status] {
    try catalog.rows(
      """
      SELECT
        objective.id, objective.system, objective.component, objective.dimension,
        objective.kind, objective.target_s, verdict.status, verdict.measured_s, verdict.why
      FROM verdict
      JOIN objective ON objective.id = verdict.objective
      JOIN status_order ON status_order.status = verdict.status
      ORDER BY status_order.rank, objective.system, objective.component, objective.kind DESC
      """
    ) { row in
      Status(row, evidence: evidence[row.int(0)] ?? [])
    }
  }

  private static func findings(
    in catalog: borrowing Database,
    _ rules: [RuleHead],
    _ evidence: [String: [Finding.Evidence]]
  ) throws(SQLiteError) -> [Finding] {
    let controls = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.controls) })
    return try catalog.rows(
      """
      SELECT id, rule, severity, verdict, system, subject, message, fix, waived
      FROM finding
      LEFT JOIN finding_evidence AS first ON first.finding = finding.id AND first.ordinal = 0
      ORDER BY
        CASE severity
          WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5
        END,
        rule, subject, first.line, id
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

  private static func evidenceOfObjectives(
    in catalog: borrowing Database
  ) throws(SQLiteError) -> [Int: [Finding.Evidence]] {
    var evidence: [Int: [Finding.Evidence]] = [:]
    let places = try catalog.rows(
      """
      SELECT
        verdict.objective, item.value ->> '$.file', item.value ->> '$.line',
        item.value ->> '$.pointer', item.value ->> '$.quote'
      FROM verdict, json_each(verdict.evidence) AS item
      ORDER BY verdict.objective, item.key
      """
    ) { ($0.int(0), Finding.Evidence($0, from: 1)) }
    for (objective, place) in places where evidence[objective]?.contains(place) != true {
      evidence[objective, default: []].append(place)
    }
    return evidence
  }

  private static func evidenceOfFindings(
    in catalog: borrowing Database
  ) throws(SQLiteError) -> [String: [Finding.Evidence]] {
    var evidence: [String: [Finding.Evidence]] = [:]
    let places = try catalog.rows(
      "SELECT finding, file, line, pointer, quote FROM finding_evidence ORDER BY finding, ordinal"
    ) { ($0.text(0), Finding.Evidence($0, from: 1)) }
    for (finding, place) in places { evidence[finding, default: []].append(place) }
    return evidence
  }
}

extension Finding.Evidence {
  /// File, line, pointer and quote in four columns.
  fileprivate init(_ row: borrowing Statement, from column: Int32) {
    self.init(
      file: row.text(column),
      line: row.optionalInt(column + 1),
      pointer: row.optionalText(column + 2),
      quote: row.text(column + 3)
    )
  }
}

extension CheckReport.Status {
  /// What a row says whose columns from the second on are the properties in their order.
  init(_ row: borrowing Statement, evidence: [Finding.Evidence]) {
    self.init(
      system: row.text(1),
      component: row.text(2),
      dimension: row.text(3),
      kind: row.text(4),
      target: row.optionalInt(5),
      status: row.text(6),
      measured: row.optionalInt(7),
      why: row.text(8),
      evidence: evidence
    )
  }
}
