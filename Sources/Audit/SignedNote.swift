package import Bindings

/// A text and the signatures below it (C2SP signed-note v1.0.0).
package struct SignedNote: Hashable, Sendable {
  /// The signed bytes: lines that each end with a line feed.
  package let text: [UInt8]
  package internal(set) var signatures: [Signature]

  /// One signature line.
  package struct Signature: Hashable, Sendable {
    package let name: String
    /// Which key of that name: 4 bytes.
    package let id: [UInt8]
    package let bytes: [UInt8]
  }

  package init(_ text: [UInt8]) {
    self.text = text
    signatures = []
  }

  /// Signs the text and adds the line.
  package mutating func sign(name: String, with key: borrowing SigningKey) throws {
    guard let publicKey = PublicKey(key.publicKey) else { throw FormatError("is no key") }
    let id = VerifierKey(name: name, key: publicKey).id
    let bytes = try key.signature(for: text)
    signatures.append(Signature(name: name, id: id, bytes: bytes))
  }

  /// Whether a line is of this key.
  package func isSigned(by key: VerifierKey) -> Bool {
    signatures.contains { $0.isOf(key) }
  }

  /// Accepts the note when a key signed it and no line of a known key is wrong.
  package func verify(with keys: [VerifierKey]) throws(FormatError) {
    var isSigned = false
    for signature in signatures {
      guard let key = keys.first(where: signature.isOf) else { continue }
      guard isSignature(signature.bytes, of: text, by: key.key.bytes) else {
        throw FormatError("has a signature by \"\(key.name)\" that does not fit its text")
      }
      isSigned = true
    }
    guard isSigned else { throw FormatError("is not signed by \(keys.map(\.description))") }
  }

  /// Verifies every line under a name, each of which has to be by one of some keys, once.
  ///
  /// Gives the number of these lines; what others signed is not looked at.
  func verify(under name: String, with keys: [PublicKey]) throws(FormatError) -> Int {
    let own = signatures.filter { $0.name.utf8.elementsEqual(name.utf8) }
    let signers = keys.map { VerifierKey(name: name, key: $0) }
    try verify(with: signers)
    for line in own where !signers.contains(where: line.isOf) {
      throw FormatError("has a signature by \"\(name)\" of a key that the trail does not name")
    }
    guard Set(signatures).count == signatures.count, Set(own.map(\.id)).count == own.count else {
      throw FormatError("has a signature twice")
    }
    return own.count
  }

  /// Whether a text may name a key: not empty, no space, no control character, no plus sign.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.value >= 0x20 && $0 != "+"
      }
  }
}

extension SignedNote.Signature {
  func isOf(_ key: VerifierKey) -> Bool {
    id == key.id && name.utf8.elementsEqual(key.name.utf8)
  }
}
