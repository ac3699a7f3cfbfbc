/// The name of a trail, as its checkpoints state it: a host and a path, `dr.example/audit`.
package struct Origin: Hashable, Sendable, CustomStringConvertible {
  package let description: String
  /// What stands before the first slash.
  package let host: String

  /// Takes letters, digits and `-._~/`, where the host has no `~`; nil for anything else.
  ///
  /// So the name needs no quoting in a signed note, in `allowed_signers` and in a shell, and cannot
  /// begin with the words of another kind of signed message (`SSHSIG`, `DSSEv1 `).
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let host = parts.first, host.utf8.contains(UInt8(ascii: ".")), text.utf8.count <= 200,
      host.utf8.allSatisfy({ Origin.isPlain($0) && $0 != UInt8(ascii: "~") }),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Origin.isPlain) })
    else { return nil }
    description = text
    self.host = String(host)
  }

  /// The identity under which reports are signed: `audit@` and the host.
  package var identity: String { "audit@\(host)" }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
