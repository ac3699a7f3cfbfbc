/// The findings as GitLab's Code Quality report, which shows them in a merge request.
///
/// Source: GitLab, "Code Quality", section "Code Quality report format": every entry needs a
/// fingerprint of its own, a path without "./" and the number of a line.
struct GitLabReport {
  let report: CheckReport
  let prefix: String

  var bytes: [UInt8] {
    let findings = report.findings.filter { $0.verdict != "pass" }
    let entries = zip(findings, findings.fingerprints).map { finding, fingerprint in
      entry(finding, fingerprint)
    }
    return JSON.array(entries).bytes + [UInt8(ascii: "\n")]
  }

  private func entry(_ finding: Finding, _ fingerprint: String) -> JSON {
    let place = finding.evidence.first
    let mark = finding.isWaived ? " (waived)" : ""
    return [
      "description": .string("\(finding.message)\(mark). Fix: \(finding.fix)"),
      "check_name": .string(finding.check),
      "fingerprint": .string(fingerprint),
      "severity": .string(finding.isWaived ? "info" : severity(finding)),
      "location": [
        "path": .string(place.map { prefix + $0.file } ?? prefix + Configuration.path),
        // GitLab wants a line; a record of a data file has none.
        "lines": ["begin": .int(place?.line ?? 1)],
      ],
    ]
  }

  private func severity(_ finding: Finding) -> String {
    switch finding.severity {
    case "critical": finding.verdict == "fail" ? "blocker" : "major"
    case "high": finding.verdict == "fail" ? "critical" : "major"
    case "medium": "major"
    case "low": "minor"
    default: "info"
    }
  }
}
