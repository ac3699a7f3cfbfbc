/// A public key with the name under which it signs notes (C2SP signed-note v1.0.0, "vkey").
package struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let key: PublicKey
  package let kind: Kind

  /// What the key signs; the number is part of its id.
  package enum Kind: UInt8, Sendable {
    /// Notes, by pure Ed25519.
    case note = 1
    /// Checkpoints of others, with a time (C2SP tlog-cosignature).
    case cosignature = 4
  }

  package init(name: String, key: PublicKey, kind: Kind = .note) {
    self.name = name
    self.key = key
    self.kind = kind
  }

  /// Reads `name+id+key`, and refuses every spelling but the one that `description` gives.
  package init(_ text: String, kind: Kind = .note) throws(FormatError) {
    // The base64 of the key may hold further plus signs.
    let parts = text.utf8.split(
      separator: UInt8(ascii: "+"),
      maxSplits: 2,
      omittingEmptySubsequences: false
    )
    guard parts.count == 3, SignedNote.isName(String(Substring(parts[0]))),
      let blob = Base64.decode(parts[2]), blob.first == kind.rawValue,
      let key = PublicKey(Array(blob.dropFirst()))
    else { throw FormatError("is no verifier key of the form name+id+key") }
    self.init(name: String(Substring(parts[0])), key: key, kind: kind)
    guard description.utf8.elementsEqual(text.utf8) else {
      throw FormatError("has a key id that is not that of its name and key")
    }
  }

  /// The first four bytes of SHA-256(name || 0A || kind || key).
  package var id: [UInt8] {
    Array(Digest(of: Array(name.utf8) + [0x0A] + typedKey).bytes.prefix(4))
  }

  private var typedKey: [UInt8] { [kind.rawValue] + key.bytes }

  package var description: String { "\(name)+\(Hex.encode(id))+\(Base64.encode(typedKey))" }
}
