internal import Portal

/// The form `drillbook export controls`.
enum ControlsExport: ExportForm {
  static let name = "controls"
  static let summary = "the evidence for and against each control of each standard"
  static let options: [Option] = [
    .content, .audit, .asOf,
    Option("format", "FORMAT", default: "csv", choices: ["csv", "json"], "how to print"),
    .threads,
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let report = try await CheckReport.made(by: arguments, terminal)
    let controls = ControlsReport(report)
    try terminal.write(arguments.value("format") == "json" ? controls.json : controls.csv)
    return .success
  }
}
