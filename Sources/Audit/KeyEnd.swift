/// A key of the trail that a run ends, with the new one taking its place.
package struct KeyEnd: Hashable, Sendable {
  package let key: PublicKey
  /// `retire`, or `revoke` for a key that somebody else may have.
  package let action: TrailEvent.KeyAction
  package let reason: String?

  package init(_ key: PublicKey, _ action: TrailEvent.KeyAction, reason: String? = nil) {
    self.key = key
    self.action = action
    self.reason = reason
  }
}
