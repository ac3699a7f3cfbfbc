internal import Portal

/// Prints what `check` found, for people or in a form for programs.
struct CheckPrinter {
  let report: CheckReport
  /// The content folder as it was given.
  let folder: String

  /// Prints the report in the form of a name.
  func print(_ format: String, on terminal: Terminal) throws(Failure) {
    if let format = ReportFormat(rawValue: format) {
      try terminal.write(report.bytes(as: format, prefix: ContentPrefix.of(folder)))
    } else {
      try terminal.print(lines)
    }
  }

  private var lines: [Line] {
    var lines: [Line] = []
    for entry in report.entries(folder: folder) {
      let style: Line.Style = entry.severity >= .high ? .red : .yellow
      let waived = entry.isWaived ? " (waived)" : ""
      let words = "\(entry.message)\(waived) [\(entry.check)]"
      lines.append("\(entry.place): \(entry.severity.rawValue, style): \(words)")
      for other in entry.others.prefix(4) {
        lines.append("    \(other.place, .dim): \(other.quote)")
      }
      lines.append("    \("fix:", .bold) \(entry.fix)")
    }
    lines += baseline
    let counts = report.statuses.filter { $0.count > 0 }.map { "\($0.count) \($0.status)" }
    let objectives = report.statuses.reduce(0) { $0 + $1.count }
    let stated = counts.isEmpty ? "none stated" : counts.joined(separator: ", ")
    lines.append("\(SiteSummary.count(objectives, "objective")): \(stated)")
    lines.append("\(report.result, report.result == "PASSED" ? .green : .red)")
    return lines
  }

  /// What the baseline hides, and what it need not hide any more.
  private var baseline: [Line] {
    var lines: [Line] = report.gone.map { "gone since the baseline: \($0)" }
    if report.knownCount > 0 {
      lines.append("\(SiteSummary.count(report.knownCount, "known finding")) not shown")
    }
    return lines
  }

  /// A check: what must hold, why, what to do, and how it is decided.
  static func lines(of rule: RuleExplanation) -> [Line] {
    var lines: [Line] = [
      "\(rule.id, .bold): \(rule.title) (\(rule.severity))",
      "",
      "\(rule.why)",
      "",
      "\("fix:", .bold) \(rule.fix)",
    ]
    if !rule.controls.isEmpty {
      lines.append(
        "\("evidence for or against:", .bold) \(rule.controls.joined(separator: "; "))"
      )
    }
    guard let query = rule.query else { return lines }
    return lines + [""] + query.split(separator: "\n").map { "    \(String($0))" }
  }
}
