package import Bindings

/// What one signed run adds to an audit folder: entries, and the files that go with them.
package struct Attestation: Sendable {
  /// The folder as it will be.
  package let record: AuditRecord
  /// How many of the entries are new.
  package let added: Int
  /// The lines to add at the end of `trail.jsonl`.
  package let lines: [UInt8]
  /// Every file but the trail, in the order of writing; the checkpoint, which makes it count, last.
  package let files: [AuditFile]
  /// What is kept of the run before under another name; written before anything is replaced.
  package let kept: [AuditFile]
  /// The names of files that were withdrawn, or have their place among those that are kept.
  package let removed: [String]

  /// The trail with the new entries.
  package var trail: Trail { record.trail }

  /// The entries that are new.
  package var entries: ArraySlice<TrailEntry> { trail.entries.suffix(added) }

  /// Makes and signs the next report; nil when nothing changed since the last one.
  ///
  /// Pure: the same assessment, folder and keys give the same bytes. `end` names a key whose place
  /// the given one takes; `countersign` adds its signature to the checkpoint.
  package static func make(
    of assessment: Assessment,
    after standing: AuditStanding,
    with key: borrowing SigningKey,
    ending end: KeyEnd? = nil,
    countersign: (inout SignedNote) throws -> Void = { _ in }
  ) throws -> Attestation? {
    try assessment.validate()
    guard let publicKey = PublicKey(key.publicKey) else { throw AuditError("the key is no key") }
    try standing.check(assessment.origin, publicKey, end)
    var trail = standing.trail
    let before = Checkpoint(
      origin: assessment.origin,
      size: trail.tree.size,
      root: trail.tree.root
    )
    let isNew = !trail.state.currentKeys.contains(publicKey)
    let first = isNew ? [TrailEvent.key(.add, TrailKey(publicKey))] : []
    let ended = end.map { [TrailEvent.key($0.action, TrailKey($0.key, reason: $0.reason))] } ?? []
    let changes = first + ended + assessment.changes(from: trail.state)
    guard !changes.isEmpty || standing.mustReport || isNews(assessment, trail.state.lastReport)
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
    let head = Checkpoint(origin: assessment.origin, trail)
    var note = SignedNote(head.text)
    try note.sign(name: assessment.origin.description, with: key)
    try countersign(&note)
    return Attestation(
      after: standing,
      trail,
      head,
      publicKey,
      try files(of: assessment, report, trail, publicKey, key)
        + [AuditFile(name: AuditFile.checkpoint, bytes: note.bytes)],
      companions: assessment.companions
    )
  }

  /// Whether a status or a finding changed since the last report.
  private static func isNews(_ assessment: Assessment, _ last: TrailReport?) -> Bool {
    last?.state != assessment.state || last?.result != assessment.result
  }

  private init(
    after standing: AuditStanding,
    _ trail: Trail,
    _ head: Checkpoint,
    _ key: PublicKey,
    _ files: [AuditFile],
    companions: [AuditFile]
  ) {
    added = trail.entries.count - standing.trail.entries.count
    lines = trail.entries.suffix(added).flatMap { $0.line + [UInt8(ascii: "\n")] }
    self.files = companions + files
    kept = standing.kept
    removed = standing.removed(companions)
    var contents = standing.contents
    for name in removed { contents.files[name] = nil }
    for file in self.files + kept { contents.files[file.name] = file.bytes }
    var bytes = contents.files[AuditFile.trail] ?? []
    if let tail = standing.tail { bytes.removeLast(bytes.count - tail.offset) }
    contents.files[AuditFile.trail] = bytes + lines
    record = AuditRecord(contents: contents, trail: trail, checkpoint: head, key: key)
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
    let verifierKey = "\(VerifierKey(name: name, key: publicKey))\n"
    return [
      AuditFile(name: AuditFile.report, bytes: report),
      AuditFile(name: AuditFile.signature, bytes: signature.bytes),
      AuditFile(name: AuditFile.allowedSigners, bytes: signers.bytes),
      AuditFile(name: AuditFile.verifierKey, bytes: Array(verifierKey.utf8)),
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
