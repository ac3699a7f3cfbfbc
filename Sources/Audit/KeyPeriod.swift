/// A key of the trail and the time in which its signatures count.
package struct KeyPeriod: Hashable, Sendable {
  package let key: PublicKey
  package let from: Timestamp
  /// When the key was retired or revoked; nil while it signs.
  package var until: Timestamp?
}
