package import Bindings

/// A report and its signatures in one file of JSON (DSSE v1.0.2), for programs that read in-toto.
package enum Envelope {
  private static let type = "application/vnd.in-toto+json"

  /// Signs a report once more, in the form of the envelope.
  package static func bytes(of report: [UInt8], with key: borrowing SigningKey) throws -> [UInt8] {
    guard let publicKey = PublicKey(key.publicKey) else { throw AuditError("the key is no key") }
    let signature = try key.signature(for: signedBytes(report))
    let envelope: CanonicalJSON = [
      "payload": .string(Base64.encode(report)),
      "payloadType": .string(type),
      "signatures": [
        [
          "keyid": .string(keyID(of: publicKey)),
          "sig": .string(Base64.encode(signature)),
        ]
      ],
    ]
    return envelope.bytes
  }

  /// PAE: the lengths are part of what is signed.
  private static func signedBytes(_ body: [UInt8]) -> [UInt8] {
    Array("DSSEv1 \(type.utf8.count) \(type) \(body.count) ".utf8) + body
  }

  /// The id that securesystemslib computes for the key, and demands.
  private static func keyID(of key: PublicKey) -> String {
    let description: CanonicalJSON = [
      "keytype": "ed25519", "keyval": ["public": .string(Hex.encode(key.bytes))],
      "scheme": "ed25519",
    ]
    return Digest(of: description.bytes).hex
  }
}
