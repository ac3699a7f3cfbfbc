/// The file that tells `ssh-keygen -Y verify` which keys signed reports, and from when to when.
package struct AllowedSigners: Hashable, Sendable {
  /// Under which the trail's own keys sign.
  package let identity: String
  package let keys: [KeyPeriod]

  /// One line a key: identity, namespace, first and last moment, key.
  ///
  /// `audit@dr.example namespaces="dr-audit-report",valid-after="20261121060000Z" ssh-ed25519 AAAA`
  package var bytes: [UInt8] {
    var text = ""
    for period in keys {
      text += "\(period.name ?? identity) namespaces=\"\(SSHSignature.report)\""
      text += ",valid-after=\"\(period.from.compact)\""
      if let until = period.until { text += ",valid-before=\"\(until.compact)\"" }
      text += " \(period.key.ssh)\n"
    }
    return Array(text.utf8)
  }
}
