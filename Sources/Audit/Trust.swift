package import Bindings

/// Whom a reader trusts to say when a checkpoint was there.
package struct Trust: Sendable {
  /// The key of the trail, witnesses, and how many of them are asked for.
  package let policy: WitnessPolicy?
  package let authorities: TimeStampAuthorities?

  package init(policy: WitnessPolicy? = nil, authorities: TimeStampAuthorities? = nil) {
    self.policy = policy
    self.authorities = authorities
  }

  /// Whether anybody is.
  package var isEmpty: Bool { policy == nil && authorities == nil }
}
