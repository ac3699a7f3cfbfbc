/// The program's name and version, as the help, the database and the report state them.
enum Version {
  static let name = "drillbook"
  static let number = "0.1.0"
}
