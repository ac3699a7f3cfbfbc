/// One thing that was looked at, and whether it holds.
package struct VerificationStep: Hashable, Sendable {
  /// What must hold, as it stands after "verifies that".
  package let name: String
  /// The file that is at fault if it does not: a name in the audit folder, or an input's path.
  package let file: String
  package let isOK: Bool
  /// What was found; after the file's name it makes a sentence.
  package let detail: String
}

/// All that was looked at in an audit folder, in order.
package struct Verification: Sendable {
  /// What was looked at.
  package let contents: AuditContents
  package internal(set) var steps: [VerificationStep] = []
  /// The signed state; nil when its signature does not verify.
  package internal(set) var checkpoint: Checkpoint?
  /// The key that signed it.
  package internal(set) var key: PublicKey?
  /// The signed entries; nil when they cannot be read.
  package internal(set) var trail: Trail?
  /// Up to which entry witnesses have signed, and when; the fewest entries first.
  package internal(set) var anchors: [Anchor] = []
  /// Lines that nothing signed.
  package internal(set) var tail: UnsignedTail?
  /// Whether what fails is only what an interrupted run leaves behind.
  package internal(set) var isInterrupted = false

  /// Whether everything holds.
  package var isIntact: Bool { !steps.isEmpty && firstFailure == nil }

  /// The first thing that does not hold.
  package var firstFailure: VerificationStep? { steps.first { !$0.isOK } }

  /// The folder, when its signed part holds.
  package var record: AuditRecord? {
    guard let trail, let checkpoint, let key, tail == nil else { return nil }
    return AuditRecord(contents: contents, trail: trail, checkpoint: checkpoint, key: key)
  }

  /// What a next run can add to: an intact folder, or one whose last run was interrupted.
  var standing: AuditStanding? {
    guard isIntact || isInterrupted else { return nil }
    return AuditStanding(
      contents: contents,
      record: record,
      trail: trail ?? Trail(),
      origin: checkpoint?.origin,
      tail: tail,
      mustReport: !isIntact
    )
  }
}
