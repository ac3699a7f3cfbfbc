internal import Audit
internal import Bindings

/// The key that a run of `attest` ends, as the command line says.
struct KeyChange {
  private let retired: String?
  private let revoked: String?
  private let reason: String?
  private let passphrase: [UInt8]?

  init(_ arguments: Arguments) throws {
    retired = arguments.given("retire")
    revoked = arguments.given("revoke")
    reason = arguments.given("reason")
    guard retired == nil || revoked == nil else {
      throw Failure.usage("\"--retire\" and \"--revoke\" exclude each other")
    }
    guard reason == nil || retired != nil || revoked != nil else {
      throw Failure.usage("\"--reason\" goes with \"--retire\" or \"--revoke\"")
    }
    passphrase = retired == nil ? nil : try SigningKeys.passphrase(arguments)
  }

  /// Makes the next report; a key that is retired signs the checkpoint once more.
  func attest(
    _ assessment: Assessment,
    after standing: AuditStanding,
    with key: borrowing SigningKey
  ) throws -> Attestation? {
    if let retired {
      let old = try KeyFile.read(retired, passphrase: passphrase)
      guard let publicKey = PublicKey(old.publicKey) else {
        throw Failure.machine("\"\(retired)\" holds no key")
      }
      return try Attestation.make(
        of: assessment,
        after: standing,
        with: key,
        ending: KeyEnd(publicKey, .retire, reason: reason)
      ) { note in
        try note.sign(name: assessment.origin.description, with: old)
      }
    }
    let end = try revoked.map { KeyEnd(try PublicKeyFile.read($0), .revoke, reason: reason) }
    return try Attestation.make(of: assessment, after: standing, with: key, ending: end)
  }
}

/// A file with a public key, in one of the two forms that people have.
enum PublicKeyFile {
  /// Reads a verifier key such as `log.vkey`, or an `ssh-ed25519` public key.
  static func read(_ path: String) throws -> PublicKey {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    let ssh = line.split(separator: " ").prefix(2).joined(separator: " ")
    guard let key = (try? VerifierKey(line))?.key ?? PublicKey(ssh: ssh) else {
      throw Failure.machine(
        "\"\(path)\" holds no verifier key",
        hint: "give a file such as log.vkey, or an ssh-ed25519 public key"
      )
    }
    return key
  }
}
