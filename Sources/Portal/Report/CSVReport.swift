/// Every finding as a line of a table, with the first place that it rests on.
struct CSVReport {
  let report: CheckReport
  let prefix: String

  var bytes: [UInt8] {
    var table = CSVWriter([
      "id", "check", "severity", "verdict", "waived", "known", "system", "subject", "message",
      "file", "line", "pointer", "quote", "other_places", "fix", "controls",
    ])
    for finding in report.findings {
      let place = finding.evidence.first
      let others = finding.evidence.dropFirst().map { other in
        prefix + other.file + (other.line.map { ":\($0)" } ?? other.pointer.map { " \($0)" } ?? "")
      }
      table.add([
        finding.id, finding.check, finding.severity, finding.verdict,
        finding.isWaived ? "yes" : "no", report.known.contains(finding.id) ? "yes" : "no",
        finding.system ?? "", finding.subject, finding.message,
        place.map { prefix + $0.file } ?? "", place?.line.map(String.init) ?? "",
        place?.pointer ?? "", place?.quote ?? "", others.joined(separator: "; "), finding.fix,
        finding.controls.joined(separator: "; "),
      ])
    }
    return table.bytes
  }
}
