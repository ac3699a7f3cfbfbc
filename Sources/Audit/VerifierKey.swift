/// A public key with the name under which it signs notes (C2SP signed-note v1.0.0, "vkey").
package struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let key: PublicKey

  package init(name: String, key: PublicKey) {
    self.name = name
    self.key = key
  }

  /// Reads `name+id+key`, and refuses every spelling but the one that `description` gives.
  package init(_ text: String) throws(FormatError) {
    // The base64 of the key may hold further plus signs.
    let parts = text.utf8.split(
      separator: UInt8(ascii: "+"),
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    guard parts.count == 3, SignedNote.isName(String(Substring(parts[0]))),
      let blob = Base64.decode(parts[2]), blob.first == VerifierKey.ed25519,
      let key = PublicKey(Array(blob.dropFirst()))
    else { throw FormatError("is no verifier key of the form name+id+key") }
    self.init(name: String(Substring(parts[0])), key: key)
    guard description.utf8.elementsEqual(text.utf8) else {
      throw FormatError("has a key id that is not that of its name and key")
    }
  }

  /// The kind of the signature: pure Ed25519.
  private static let ed25519: UInt8 = 1

  /// The first four bytes of SHA-256(name || 0A || 01 || key).
  package var id: [UInt8] {
    Array(Digest(of: Array(name.utf8) + [0x0A] + typedKey).bytes.prefix(4))
  }

  private var typedKey: [UInt8] { [VerifierKey.ed25519] + key.bytes }

  package var description: String { "\(name)+\(Hex.encode(id))+\(Base64.encode(typedKey))" }
}
