package import Bindings

extension SignedNote {
  /// Adds the signature of a witness, which says when it saw the note (C2SP tlog-cosignature v1).
  ///
  /// An older one of the same witness goes. `time` is in seconds since 1970.
  package mutating func cosign(name: String, at time: Int, with key: borrowing SigningKey) throws {
    guard let publicKey = PublicKey(key.publicKey), SignedNote.isName(name) else {
      throw FormatError("\"\(name)\" cannot be the name of a witness")
    }
    let witness = VerifierKey(name: name, key: publicKey, kind: .cosignature)
    let bytes = try key.signature(for: cosigned(at: time))
    signatures.removeAll { $0.isOf(witness) }
    signatures.append(
      Signature(name: name, id: witness.id, bytes: SignedNote.bytes(of: time) + bytes)
    )
  }

  /// When a witness signed, in seconds since 1970; nil when it did not.
  package func cosignature(by witness: VerifierKey) throws(FormatError) -> Int? {
    guard let line = signatures.first(where: { $0.isOf(witness) }) else { return nil }
    guard let time = line.cosignedAt,
      isSignature(Array(line.bytes.dropFirst(8)), of: cosigned(at: time), by: witness.key.bytes)
    else { throw FormatError("has a signature by \"\(witness.name)\" that does not fit its text") }
    return time
  }

  private func cosigned(at time: Int) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }

  private static func bytes(of time: Int) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> $0) }
  }
}

extension SignedNote.Signature {
  /// The time that a line of a witness states, unverified; nil for a line of another form.
  package var cosignedAt: Int? {
    guard bytes.count == 72 else { return nil }
    let time = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return time < 253_402_300_800 ? Int(time) : nil
  }
}
