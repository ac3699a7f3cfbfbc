/// What made a portal: its name and version stand in the database, the pages and the report.
package enum Generator {
  package static let name = "drillbook"
  package static let version = "0.1.0"

  /// Both, as the database and "drillbook version" state them.
  package static var text: String { "\(name) \(version)" }
}
