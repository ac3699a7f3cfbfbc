/// What an audit folder holds before something is added to it, and has been verified to hold.
package struct AuditStanding: Sendable {
  /// What lies in the folder.
  package let contents: AuditContents
  /// The folder as it is; nil while there is none, and after an interrupted run.
  package let record: AuditRecord?
  /// The signed entries.
  package let trail: Trail
  /// The name of the trail; nil while there is none.
  package let origin: Origin?
  /// Lines of the trail that nothing signed, which writing takes away.
  package let tail: UnsignedTail?
  /// Whether a run was interrupted, so that a report must be made even if nothing changed.
  package let mustReport: Bool

  /// A folder that holds nothing yet.
  package static let empty = AuditStanding(
    contents: AuditContents(files: [:]),
    record: nil,
    trail: Trail(),
    origin: nil,
    tail: nil,
    mustReport: false
  )

  /// Refuses another origin and another key than those that the trail has.
  func check(_ origin: Origin, _ key: PublicKey, _ end: KeyEnd?) throws(AuditError) {
    if let own = self.origin, own != origin {
      throw AuditError(
        "the audit trail is of \"\(own)\", and the configuration names \"\(origin)\"",
        hint: "an origin never changes; start a new audit folder for another one"
      )
    }
    let keys = trail.state.currentKeys
    if let end {
      guard keys.contains(end.key), end.key != key else {
        throw AuditError(
          "the trail does not sign with the key \(end.key.fingerprint), or it is the new one"
        )
      }
      return
    }
    guard keys.isEmpty || keys.contains(key) else {
      throw AuditError(
        "the audit trail is signed by the key \(keys.map(\.fingerprint).joined(separator: ", "))"
          + ", and the key given is \(key.fingerprint)",
        hint: "give the key that signed the trail so far"
      )
    }
  }
}

/// The lines of a trail below those that its checkpoint signs.
package struct UnsignedTail: Hashable, Sendable {
  /// Where it begins, in bytes.
  package let offset: Int
  /// How many bytes it has.
  package let size: Int
  /// How many lines it has; a last one without a line end counts.
  package let lines: Int
}
