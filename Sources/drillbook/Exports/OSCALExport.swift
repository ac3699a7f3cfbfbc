internal import Portal

/// The form `drillbook export oscal`.
enum OSCALExport: ExportForm {
  static let name = "oscal"
  static let summary = "the findings as OSCAL assessment results, with the digests of their files"
  static let options: [Option] = [.content, .audit, .asOf, .threads]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let report = try await CheckReport.made(by: arguments, terminal)
    let prefix = ContentPrefix.of(arguments.value("content"))
    try terminal.write(OSCALReport(report, prefix: prefix).bytes)
    return .success
  }
}
