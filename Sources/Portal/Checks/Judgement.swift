internal import Bindings

/// Turns the facts in a catalog into verdicts and findings, all of it by SQL that ships with it.
enum Judgement {
  /// Decides the verdicts, runs every check and stores what they found.
  static func pass(on catalog: borrowing Database, levels: [String: String]) throws(SQLiteError) {
    try catalog.execute(script: Asset.text("verdicts/exposure.sql"))
    try catalog.execute(script: Asset.text("verdicts/rpo.sql"))
    try catalog.execute(script: Asset.text("verdicts/rto.sql"))
    try catalog.run("INSERT INTO verdict SELECT * FROM rpo_verdict")
    try catalog.run("INSERT INTO verdict SELECT * FROM rto_verdict")
    for rule in Rule.all where levels[rule.id] != "off" {
      try store(rule, in: catalog)
      try catalog.execute(script: "CREATE VIEW \"\(rule.id)\" AS\n\(rule.query)")
      var findings = try fired(rule, in: catalog)
      if let level = levels[rule.id] {
        findings = findings.map { $0.withSeverity(level) }
      }
      try insert(findings, into: catalog)
    }
    try insert(try unread(in: catalog, levels), into: catalog)
    try waive(in: catalog)
  }

  private static func store(_ rule: Rule, in catalog: borrowing Database) throws(SQLiteError) {
    let controls = JSON.array(rule.controls.map(JSON.string)).text
    try catalog.run(
      """
      INSERT INTO rule
      VALUES (\(rule.id), \(rule.severity), \(rule.title), \(rule.why), \(rule.fix), \(controls))
      """
    )
  }

  /// The rows of a check as findings; a subject that fires twice gets a number.
  private static func fired(
    _ rule: Rule,
    in catalog: borrowing Database
  ) throws(SQLiteError) -> [Finding] {
    var statement = try catalog.prepare("SELECT * FROM \"\(rule.id)\"")
    var seen: [String: Int] = [:]
    var findings: [Finding] = []
    while try statement.step() {
      let subject = statement.text(0)
      let copy = seen[subject, default: 0] + 1
      seen[subject] = copy
      findings.append(
        Finding(
          id: "\(rule.id)/\(subject)" + (copy == 1 ? "" : "-\(copy)"),
          check: rule.id,
          severity: statement.optionalText(1) ?? rule.severity,
          verdict: statement.text(2),
          system: nil,
          subject: subject,
          message: statement.text(3),
          evidence: try evidence(statement.text(4), in: catalog),
          fix: statement.optionalText(5) ?? rule.fix,
          controls: rule.controls,
          isWaived: false
        )
      )
    }
    return findings
  }

  /// An array of `{file, line, pointer, quote}` as SQL wrote it.
  static func evidence(
    _ json: String,
    in catalog: borrowing Database
  ) throws(SQLiteError) -> [Finding.Evidence] {
    try catalog.rows(
      """
      SELECT DISTINCT
        json_extract(value, '$.file'),
        json_extract(value, '$.line'),
        json_extract(value, '$.pointer'),
        json_extract(value, '$.quote')
      FROM json_each(\(json))
      """
    ) { row in
      Finding.Evidence(
        file: row.text(0),
        line: row.optionalInt(1),
        pointer: row.optionalText(2),
        quote: row.text(3)
      )
    }
  }

  /// What the readers could not read.
  private static func unread(
    in catalog: borrowing Database,
    _ levels: [String: String]
  ) throws(SQLiteError) -> [Finding] {
    var seen: [String: Int] = [:]
    let problems = try catalog.rows(
      """
      SELECT code, severity, message, fix, file, line, pointer, coalesce(quote, '')
      FROM problem
      ORDER BY file, line, id
      """
    ) { row in
      Finding(
        id: "\(row.text(0))/\(row.text(4))",
        check: row.text(0),
        severity: row.text(1),
        verdict: "fail",
        system: nil,
        subject: row.text(4),
        message: row.text(2),
        evidence: [
          Finding.Evidence(
            file: row.text(4),
            line: row.optionalInt(5),
            pointer: row.optionalText(6),
            quote: row.text(7)
          )
        ],
        fix: row.text(3),
        controls: [],
        isWaived: false
      )
    }
    return problems.filter { levels[$0.check] != "off" }.map { finding in
      let copy = seen[finding.id, default: 0] + 1
      seen[finding.id] = copy
      let numbered = copy == 1 ? finding : finding.numbered(copy)
      return levels[finding.check].map(numbered.withSeverity) ?? numbered
    }
  }

  private static func insert(
    _ findings: [Finding],
    into catalog: borrowing Database
  ) throws(SQLiteError) {
    var finding = try catalog.prepare(
      """
      INSERT INTO finding (id, rule, severity, verdict, subject, message, fix, system)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce(
        (SELECT id FROM system WHERE id = substr(?5, 1, instr(?5 || '/', '/') - 1)),
        (SELECT system FROM document WHERE path = ?8)
      ))
      """
    )
    var evidence = try catalog.prepare("INSERT INTO finding_evidence VALUES (?, ?, ?, ?, ?, ?)")
    for item in findings {
      try finding.run([
        .text(item.id), .text(item.check), .text(item.severity), .text(item.verdict),
        .text(item.subject), .text(item.message), .text(item.fix),
        SQLValue(item.evidence.first?.file),
      ])
      for (ordinal, place) in item.evidence.enumerated() {
        try evidence.run([
          .text(item.id), .integer(Int64(ordinal)), .text(place.file), SQLValue(place.line),
          SQLValue(place.pointer), .text(place.quote),
        ])
      }
    }
  }

  /// Marks what a waiver in force names; an expired waiver silences nothing.
  private static func waive(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      UPDATE finding SET waived = 1
      WHERE verdict <> 'pass' AND id IN (
        SELECT waiver.finding
        FROM waiver, build
        WHERE waiver.expires IS NULL
          OR waiver.expires >= strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
      )
      """
    )
  }
}

extension Finding {
  fileprivate func withSeverity(_ severity: String) -> Finding {
    var copy = self
    copy.severity = severity
    return copy
  }

  fileprivate func numbered(_ number: Int) -> Finding {
    var copy = self
    copy.id += "-\(number)"
    return copy
  }
}
