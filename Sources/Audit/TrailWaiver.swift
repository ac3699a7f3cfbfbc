/// A finding that the organisation accepts, and the digest of what it wrote about that.
package struct TrailWaiver: Hashable, Sendable {
  /// The finding's stable id: `RPO-01/shop/database`.
  package let finding: ExactName
  /// Of the waiver's canonical JSON: reason, owner, approver, end.
  package let digest: Digest

  package init(finding: String, digest: Digest) {
    self.finding = ExactName(finding)
    self.digest = digest
  }
}
