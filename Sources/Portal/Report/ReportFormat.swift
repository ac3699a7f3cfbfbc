/// A form of the report of `check` for other programs.
package enum ReportFormat: String, CaseIterable, Sendable {
  case json
  case sarif
  case junit
  case github
  case gitlab
  case csv
  case prometheus
}

extension CheckReport {
  /// The report in a form; `prefix` leads from the root of the repository to the content.
  package func bytes(as format: ReportFormat, prefix: String) -> [UInt8] {
    switch format {
    case .json: Array((text + "\n").utf8)
    case .sarif: SARIFReport(report: self, prefix: prefix).bytes
    case .junit: JUnitReport(report: self, prefix: prefix).bytes
    case .github: GitHubReport(report: self, prefix: prefix).bytes
    case .gitlab: GitLabReport(report: self, prefix: prefix).bytes
    case .csv: CSVReport(report: self, prefix: prefix).bytes
    case .prometheus: PrometheusReport(report: self).bytes
    }
  }
}
