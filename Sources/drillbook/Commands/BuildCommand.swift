/// The command `drillbook build`.
enum BuildCommand: Command {
  static let name = "build"
  static let summary = "reads the content and writes the portal"
  static let options: [Option] = [
    .content, .site, .asOf,
    Option("threads", "N", "how many threads read and render; the result is the same for any"),
  ]
  static let details = [
    "Any folder of Markdown is a valid content folder; drillbook.yaml refines it, if it is there.",
    "The portal appears whole or not at all. Findings never fail a build: see \"drillbook check\".",
    "Without --as-of the time is SOURCE_DATE_EPOCH, then as_of of drillbook.yaml, then the clock.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    throw Failure.usage("\"\(name)\" is not built yet")
  }
}
