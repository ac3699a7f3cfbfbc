@testable import Portal

/// A report of a few findings, some of them with text that means something to another format.
enum ReportFixture {
  /// Text that would end a string, start a command, a formula, a link or a tag elsewhere.
  static let hostile =
    "=HYPERLINK(\"x\"),%0A::error::## ##[add-mask]a <b>&'\u{202E}[x](javascript:1)\r\n]]>\u{FFFF}"

  static func finding(
    _ check: String,
    _ subject: String,
    severity: String = "critical",
    verdict: String = "fail",
    message: String = "backups are too far apart",
    evidence: [Finding.Evidence] = [place("plans/shop.md", 7, "- Database backup: daily")],
    isWaived: Bool = false
  ) -> Finding {
    Finding(
      id: "\(check)/\(subject)",
      check: check,
      severity: severity,
      verdict: verdict,
      system: "shop",
      subject: subject,
      message: message,
      evidence: evidence,
      fix: "back up every hour",
      controls: ["SOC 2 A1.2"],
      isWaived: isWaived
    )
  }

  static func place(_ file: String, _ line: Int?, _ quote: String) -> Finding.Evidence {
    Finding.Evidence(file: file, line: line, pointer: line == nil ? "$[0]" : nil, quote: quote)
  }

  static func report(_ findings: [Finding], waiver: String? = nil) -> CheckReport {
    let objectives = [("rto", "contradicted", 3600, 7200), ("rpo", "unknown", 900, nil)]
    let waivers = findings.filter(\.isWaived).map { finding in
      Waiver(finding: finding.id, reason: waiver ?? "ordered", file: "waivers.yaml", line: 1)
    }
    return CheckReport(
      asOf: "2026-11-21T06:00:00Z",
      objectives: objectives.map { kind, status, target, measured in
        CheckReport.Status(
          system: "shop",
          component: "data\"base\\",
          dimension: "component",
          kind: kind,
          target: target,
          status: status,
          measured: measured,
          why: "the plan says so",
          evidence: [place("plans/shop.md", 3, "| Database | 1 hour |")]
        )
      },
      findings: findings,
      waivers: Dictionary(uniqueKeysWithValues: waivers.map { ($0.finding, $0) }),
      baseline: nil
    )
  }

  /// One finding of each sort.
  static let mixed = report([
    finding("RPO-01", "shop/database"),
    finding(
      "RPO-01",
      "shop/cache",
      message: hostile,
      evidence: [place("a b/ä,:%.md", 3, hostile), place("inventories/x.json", nil, hostile)]
    ),
    finding("RPO-02", "shop/search", verdict: "unknown"),
    finding("BKP-03", "shop/queue", severity: "high", isWaived: true),
    finding("BKP-06", "shop/queue", severity: "medium", verdict: "warn"),
    finding("INV-04", "inventories/x.json", severity: "low", evidence: []),
    finding("OBJ-01", "shop/database", severity: "info", verdict: "pass"),
  ])
}
