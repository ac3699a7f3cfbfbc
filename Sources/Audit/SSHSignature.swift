package import Bindings

/// A detached signature as `ssh-keygen -Y sign` makes it (OpenSSH PROTOCOL.sshsig, version 1).
package struct SSHSignature: Hashable, Sendable {
  package let key: PublicKey
  /// What the signature is for, so that it cannot be taken for one of another use.
  package let namespace: String
  /// The Ed25519 signature: 64 bytes.
  package let signature: [UInt8]

  /// The namespace of reports.
  package static let report = "dr-audit-report"

  /// Signs a file's bytes.
  package init(
    of message: [UInt8],
    namespace: String,
    with key: borrowing SigningKey
  ) throws {
    guard let publicKey = PublicKey(key.publicKey) else { throw FormatError("is no key") }
    self.key = publicKey
    self.namespace = namespace
    signature = try key.signature(for: SSHSignature.signedBytes(message, namespace))
  }

  /// Whether the signature is that of its key over a file's bytes.
  package func verifies(_ message: [UInt8]) -> Bool {
    isSignature(signature, of: SSHSignature.signedBytes(message, namespace), by: key.bytes)
  }

  private static let magic = Array("SSHSIG".utf8)
  private static let hash = "sha512"

  private static func signedBytes(_ message: [UInt8], _ namespace: String) -> [UInt8] {
    magic + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string(hash)
      + SSHWire.string(sha512(message.span))
  }

  private var blob: [UInt8] {
    SSHSignature.magic + SSHWire.number(1) + SSHWire.string(key.blob) + SSHWire.string(namespace)
      + SSHWire.string("") + SSHWire.string(SSHSignature.hash)
      + SSHWire.string(SSHWire.string(PublicKey.kind) + SSHWire.string(signature))
  }

  private static let begin = "-----BEGIN SSH SIGNATURE-----\n"
  private static let end = "-----END SSH SIGNATURE-----\n"

  /// The file beside the signed one; lines of 70 characters, as OpenSSH writes them.
  package var bytes: [UInt8] {
    var output = Array(SSHSignature.begin.utf8)
    let text = Array(Base64.encode(blob).utf8)
    for start in stride(from: 0, to: text.count, by: 70) {
      output += text[start..<min(start + 70, text.count)] + [UInt8(ascii: "\n")]
    }
    return output + Array(SSHSignature.end.utf8)
  }

  /// Reads a file, and refuses every spelling but the one that `bytes` gives.
  package init(bytes: [UInt8]) throws(FormatError) {
    if let remark = CanonicalJSON.remark(on: bytes) { throw FormatError(remark) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard 3...50 ~= lines.count,
      let blob = Base64.decode(Array(lines.dropFirst().dropLast().joined()))
    else { throw FormatError("is no SSH signature in canonical base64") }
    var rest = blob.dropFirst(SSHSignature.magic.count + 4)
    guard let keyBlob = SSHWire.takeString(from: &rest), let key = PublicKey(blob: keyBlob),
      let namespace = SSHWire.takeString(from: &rest).flatMap({
        String(validating: $0, as: UTF8.self)
      }),
      SSHWire.takeString(from: &rest) != nil, SSHWire.takeString(from: &rest) != nil,
      let signature = SSHWire.takeString(from: &rest)
    else { throw FormatError("is no SSH signature by an Ed25519 key") }
    self.key = key
    self.namespace = namespace
    self.signature = Array(signature.suffix(64))
    guard self.bytes == bytes else { throw FormatError("is not in its one canonical spelling") }
  }
}
