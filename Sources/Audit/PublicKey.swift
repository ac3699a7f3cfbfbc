/// An Ed25519 public key and its spellings.
package struct PublicKey: Hashable, Sendable {
  /// The key itself: 32 bytes.
  package let bytes: [UInt8]

  /// Takes 32 bytes; nil for another length.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads `ssh-ed25519 AAAA…` without a comment; nil for every other spelling.
  package init?(ssh line: String) {
    let words = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 2, words[0].elementsEqual(PublicKey.kind.utf8),
      let blob = Base64.decode(words[1])
    else { return nil }
    self.init(blob: blob)
  }

  /// Reads the key's form in the SSH protocol (RFC 8709, section 4); nil for another kind of key.
  init?(blob: [UInt8]) {
    self.init(Array(blob.suffix(32)))
    guard self.blob == blob else { return nil }
  }

  /// The name of the kind of key in the SSH protocol.
  static let kind = "ssh-ed25519"

  /// The key in the SSH protocol.
  var blob: [UInt8] { SSHWire.string(PublicKey.kind) + SSHWire.string(bytes) }

  /// The key as OpenSSH writes it in `id_ed25519.pub`, without a comment.
  package var ssh: String { "\(PublicKey.kind) \(Base64.encode(blob))" }

  /// The fingerprint as `ssh-keygen -l` prints it: `SHA256:` and base64 without padding.
  package var fingerprint: String {
    let text = Digest(of: blob).base64.utf8.prefix { $0 != UInt8(ascii: "=") }
    return "SHA256:" + String(decoding: Array(text), as: UTF8.self)
  }
}
