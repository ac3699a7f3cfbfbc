internal import Bindings

extension Snapshot {
  /// Reads the rules, what they found, and the waivers.
  mutating func readFindings(_ database: borrowing Database) throws(SQLiteError) {
    try readRules(database)
    findings = try database.rows(
      """
      SELECT id, rule, severity, verdict, system, subject, message, fix, waived
      FROM finding
      LEFT JOIN finding_evidence AS first ON first.finding = finding.id AND first.ordinal = 0
      WHERE verdict <> 'pass'
      ORDER BY rule, subject, first.line, id
      """
    ) {
      Finding(
        id: $0.text(0),
        rule: $0.text(1),
        severity: Severity(word: $0.text(2)),
        verdict: $0.text(3),
        system: $0.optionalText(4),
        subject: $0.text(5),
        message: $0.text(6),
        fix: $0.text(7),
        isWaived: $0.int(8) != 0
      )
    }
    findings = findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
    var positions: [String: Int] = [:]
    for (position, finding) in findings.enumerated() { positions[finding.id] = position }
    let evidence = try database.rows(
      """
      SELECT finding, file, line, pointer, quote
      FROM finding_evidence
      ORDER BY finding, ordinal
      """
    ) { ($0.text(0), Source($0, from: 1)) }
    for (finding, source) in evidence {
      if let position = positions[finding] { findings[position].evidence.append(source) }
    }
    try readWaivers(database)
  }

  private mutating func readWaivers(_ database: borrowing Database) throws(SQLiteError) {
    let accepted = try database.rows(
      "SELECT finding, reason, owner, approver, expires, file, line FROM waiver ORDER BY finding"
    ) {
      Waiver(
        finding: $0.text(0),
        reason: $0.text(1),
        owner: $0.optionalText(2),
        approver: $0.optionalText(3),
        expires: $0.optionalText(4),
        source: Source(file: $0.text(5), line: $0.int(6), quote: "")
      )
    }
    for waiver in accepted { waivers[waiver.finding] = waiver }
  }

  private mutating func readRules(_ database: borrowing Database) throws(SQLiteError) {
    let rows = try database.rows("SELECT id, title, why FROM rule") {
      Rule(id: $0.text(0), title: $0.text(1), why: $0.text(2))
    }
    for rule in rows { rules[rule.id] = rule }
    let controls = try database.rows(
      """
      SELECT r.id, c.value
      FROM rule AS r, json_each(r.controls) AS c
      ORDER BY r.id, c.id
      """
    ) { ($0.text(0), $0.text(1)) }
    for (rule, control) in controls { rules[rule]?.controls.append(control) }
    rulesOfControls = ControlMap.checks(of: try RuleHead.all(in: database))
    let counts = try database.rows(
      "SELECT rule, verdict, count(*) FROM finding GROUP BY rule, verdict"
    ) { ($0.text(0), $0.text(1), $0.int(2)) }
    for (rule, verdict, count) in counts {
      evidenceOfRules[rule, default: ControlEvidence()].add(count, verdict: verdict)
    }
  }

  /// Decides on which page each finding stands: all of a rule that has few on the page of
  /// findings, the rest of a rule that has many on pages of its own.
  mutating func placeFindings() {
    var seen: [String: Int] = [:]
    findingPlaces = findings.map { finding in
      let count = seen[finding.rule, default: 0]
      seen[finding.rule] = count + 1
      let anchor = PagePath.anchor(finding.id)
      if count < Self.findingsShown { return FindingPlace(page: PagePath.findings, anchor: anchor) }
      let part = (count - Self.findingsShown) / Self.findingsOfPart + 1
      return FindingPlace(page: PagePath.findings(rule: finding.rule, part: part), anchor: anchor)
    }
  }
}
