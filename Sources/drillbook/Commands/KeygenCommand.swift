internal import Audit

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
    guard let path = arguments.given("key") else {
      throw Failure.usage("no key file given", hint: "write \"drillbook keygen --key FILE\"")
    }
    let key = try KeyFile.create(at: path, passphrase: try SigningKeys.passphrase(arguments))
    try terminal.print(["\(key.ssh)", "\(key.fingerprint)"])
    terminal.note("\"\(path)\" holds the private key: keep it out of the repository")
    return .success
  }
}
