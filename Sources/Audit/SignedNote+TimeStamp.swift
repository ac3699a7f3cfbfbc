extension SignedNote {
  /// What is shown to a time-stamp authority: the note with its first signature alone.
  ///
  /// Of a checkpoint these are the first five lines. So a witness can sign before and after it.
  package var stamped: [UInt8] {
    var first = self
    first.signatures = Array(signatures.prefix(1))
    return first.bytes
  }

  /// The question to a time-stamp authority (RFC 3161, section 2.4.1), in DER.
  ///
  /// Version 1, SHA-256 of `stamped`, no nonce, and the wish that the answer holds the certificate;
  /// byte for byte what `openssl ts -query -sha256 -cert -no_nonce` makes.
  package var timeStampQuery: [UInt8] {
    let head: [UInt8] = [0x30, 0x39, 0x02, 0x01, 0x01]
    let imprint: [UInt8] = [
      0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01,
      0x05, 0x00, 0x04, 0x20,
    ]
    let wish: [UInt8] = [0x01, 0x01, 0xFF]
    return head + imprint + Digest(of: stamped).bytes + wish
  }
}
