package import Bindings

/// What one signed run adds to an audit folder: entries, and the files that go with them.
package struct Attestation: Sendable {
  /// The trail with the new entries.
  package let trail: Trail
  /// How many of the entries are new.
  package let added: Int
  /// Every file but the trail, in the order of writing; the checkpoint, which makes it count, last.
  package let files: [AuditFile]
  /// The names of companions that were withdrawn.
  package let removed: [String]

  /// The lines to add at the end of `trail.jsonl`.
  package var lines: [UInt8] {
    trail.entries.suffix(added).flatMap { $0.line + [UInt8(ascii: "\n")] }
  }

  /// The entries that are new.
  package var entries: ArraySlice<TrailEntry> { trail.entries.suffix(added) }

  /// Makes and signs the next report; nil when nothing changed since the last one.
  ///
  /// Pure: the same assessment, folder and key give the same bytes.
  package static func make(
    of assessment: Assessment,
    after standing: AuditStanding,
    with key: borrowing SigningKey
  ) throws -> Attestation? {
    try assessment.validate()
    guard let publicKey = PublicKey(key.publicKey) else { throw AuditError("the key is no key") }
    try standing.check(assessment.origin, publicKey)
    var trail = standing.trail
    let before = Checkpoint(
      origin: assessment.origin,
      size: trail.tree.size,
      root: trail.tree.root
    )
    let first = trail.state.currentKeys.isEmpty ? [TrailEvent.key(.add, publicKey)] : []
    let changes = first + assessment.changes(from: trail.state)
    let last = trail.state.lastReport
    guard
      !changes.isEmpty || standing.mustReport || last?.state != assessment.state
        || last?.result != assessment.result
    else { return nil }
    for event in changes { try trail.append(event, of: assessment) }
    let report = Statement.bytes(of: assessment, after: before)
    let entry = TrailReport(
      result: assessment.result,
      digest: Digest(of: report),
      state: assessment.state,
      size: trail.tree.size,
      root: trail.tree.root
    )
    try trail.append(.report(entry), of: assessment)
    return Attestation(
      trail: trail,
      added: trail.entries.count - before.size,
      files: try files(of: assessment, report, trail, publicKey, key),
      removed: standing.trail.state.companions.filter { name in
        !assessment.companions.contains { ExactName($0.name) == ExactName(name) }
      }
    )
  }

  private static func files(
    of assessment: Assessment,
    _ report: [UInt8],
    _ trail: Trail,
    _ publicKey: PublicKey,
    _ key: borrowing SigningKey
  ) throws -> [AuditFile] {
    let signature = try SSHSignature(of: report, namespace: SSHSignature.report, with: key)
    let signers = AllowedSigners(
      identity: assessment.origin.identity,
      keys: trail.state.keys
    )
    let name = assessment.origin.description
    let head = Checkpoint(
      origin: assessment.origin,
      size: trail.tree.size,
      root: trail.tree.root
    )
    var note = SignedNote(head.text)
    try note.sign(name: name, with: key)
    let verifierKey = "\(VerifierKey(name: name, key: publicKey))\n"
    return assessment.companions + [
      AuditFile(name: AuditFile.report, bytes: report),
      AuditFile(name: AuditFile.signature, bytes: signature.bytes),
      AuditFile(name: AuditFile.allowedSigners, bytes: signers.bytes),
      AuditFile(name: AuditFile.verifierKey, bytes: Array(verifierKey.utf8)),
      AuditFile(name: AuditFile.checkpoint, bytes: note.bytes),
    ]
  }
}

extension Trail {
  /// A commit goes with what came from the repository: evidence and the report.
  fileprivate mutating func append(_ event: TrailEvent, of run: Assessment) throws {
    let hasCommit = ["evidence", "report"].contains(event.kind)
    try append(event, at: run.at, commit: hasCommit ? run.commit : nil)
  }
}
