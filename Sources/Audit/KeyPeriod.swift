/// A key of the trail and the time in which its signatures count.
package struct KeyPeriod: Hashable, Sendable {
  package let key: PublicKey
  /// The person whose key it is; nil for a key of the trail itself.
  package let name: String?
  package let from: Timestamp
  /// The entry that adds the key.
  let start: Int
  /// When the key was retired or revoked; nil while it signs.
  package internal(set) var until: Timestamp?
  /// The entry that ends the key.
  var end: Int?
}
