/// The counts of the report as a text file that a Prometheus collects.
///
/// Source: Prometheus, "Exposition formats"; names as in "Metric and label naming". A waiver takes
/// nothing from a count: how many are waived stands beside it.
struct PrometheusReport {
  let report: CheckReport

  var bytes: [UInt8] {
    var lines = Lines()
    lines.head("drillbook_info", "The program that judged.")
    lines.add("drillbook_info", [("version", Generator.version)], 1)
    lines.head("drillbook_as_of_timestamp_seconds", "The time that everything is judged by.")
    lines.add("drillbook_as_of_timestamp_seconds", [], asOf)
    countFindings(&lines)
    countObjectives(&lines)
    return lines.bytes
  }

  private var asOf: Int { AsOf.milliseconds(report.asOf).map { Int($0 / 1000) } ?? 0 }

  private func countFindings(_ lines: inout Lines) {
    var counts: [String: Int] = [:]
    for finding in report.findings {
      counts["\(finding.severity) \(finding.verdict)", default: 0] += 1
      if finding.isWaived { counts["\(finding.severity) waived", default: 0] += 1 }
    }
    lines.head("drillbook_findings", "Findings, with those that are waived.")
    for severity in Severity.allCases.reversed() {
      for verdict in ["fail", "warn", "unknown", "pass"] {
        let count = counts["\(severity.rawValue) \(verdict)"] ?? 0
        lines.add(
          "drillbook_findings",
          [("severity", severity.rawValue), ("verdict", verdict)],
          count
        )
      }
    }
    lines.head("drillbook_findings_waived", "Findings that somebody has accepted for a time.")
    for severity in Severity.allCases.reversed() {
      let count = counts["\(severity.rawValue) waived"] ?? 0
      lines.add("drillbook_findings_waived", [("severity", severity.rawValue)], count)
    }
  }

  private func countObjectives(_ lines: inout Lines) {
    lines.head("drillbook_objectives", "Objectives by status.")
    for (status, count) in report.statuses {
      lines.add("drillbook_objectives", [("status", status)], count)
    }
    // One component may state an objective twice: the worst stands first, and counts.
    var seen: Set<String> = []
    let objectives = report.objectives.filter {
      seen.insert("\($0.system)\n\($0.component)\n\($0.kind)").inserted
    }
    func series(_ name: String, _ help: String, _ value: (CheckReport.Status) -> Int?) {
      lines.head(name, help)
      for objective in objectives {
        if let value = value(objective) { lines.add(name, Self.labels(objective), value) }
      }
    }
    series("drillbook_objective_target_seconds", "What the objective promises.") { $0.target }
    series("drillbook_objective_achieved_seconds", "What the evidence shows.") { $0.measured }
    lines.head("drillbook_objective_status", "The status of the objective: 1 for the one it has.")
    for objective in objectives {
      for (status, _) in report.statuses {
        lines.add(
          "drillbook_objective_status",
          Self.labels(objective) + [("status", status)],
          objective.status == status ? 1 : 0
        )
      }
    }
  }

  private static func labels(_ objective: CheckReport.Status) -> [(String, String)] {
    [
      ("system", objective.system), ("component", objective.component), ("kind", objective.kind),
    ]
  }

  /// The lines of the file.
  private struct Lines {
    var bytes: [UInt8] = []

    mutating func head(_ name: String, _ help: String) {
      bytes += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n".utf8
    }

    mutating func add(_ name: String, _ labels: [(String, String)], _ value: Int) {
      bytes += name.utf8
      if !labels.isEmpty {
        let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }
        bytes += "{\(pairs.joined(separator: ","))}".utf8
      }
      bytes += " \(value)\n".utf8
    }

    private static func escaped(_ value: String) -> String {
      var result = ""
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\\": result += "\\\\"
        case "\"": result += "\\\""
        case "\n": result += "\\n"
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result
    }
  }
}
