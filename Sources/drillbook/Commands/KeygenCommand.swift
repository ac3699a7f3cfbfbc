/// The command `drillbook keygen --key FILE`.
enum KeygenCommand: Command {
  static let name = "keygen"
  static let summary = "makes a signing key"
  static let options: [Option] = [
    Option("key", "FILE", "the file to create; it must not exist"),
    .passphrase,
  ]
  static let details = [
    "The key is Ed25519 in PKCS#8 PEM, readable by its owner only. The public half is printed.",
    "The passphrase is also taken from DRILLBOOK_PASSPHRASE; nothing ever asks for it.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard arguments.given("key") != nil else {
      throw Failure.usage("no key file given", hint: "write \"drillbook keygen --key FILE\"")
    }
    throw Failure.usage("\"\(name)\" is not built yet")
  }
}
