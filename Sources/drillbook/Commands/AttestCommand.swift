/// The command `drillbook attest`.
enum AttestCommand: Command {
  static let name = "attest"
  static let summary = "builds the portal and appends what changed to the signed audit trail"
  static let options: [Option] = [
    .content, .site, .audit, .asOf,
    Option("key", "FILE", "the signing key"),
    .passphrase,
    .flag("sample-key", "sign with the published key of the sample, which proves nothing"),
  ]
  static let details = [
    "Nothing is appended when nothing changed. A trail that does not verify is never appended to.",
    "The key may also be in the file that DRILLBOOK_KEY_FILE names, or as PEM in DRILLBOOK_KEY;",
    "its passphrase in DRILLBOOK_PASSPHRASE. Nothing ever asks for it.",
    "--sample-key is refused for any origin but the sample's.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard arguments.given("key") == nil || !arguments.has("sample-key") else {
      throw Failure.usage("\"--key\" and \"--sample-key\" exclude each other")
    }
    throw Failure.usage("\"\(name)\" is not built yet")
  }
}
