extension Verifier {
  /// Notes whether the failures are those that a run leaves which ended before its checkpoint.
  ///
  /// A run first adds its lines, then replaces the other files, the checkpoint last. So there is a
  /// tail; the report is that of the signed entries or that of the tail; the files beside it may
  /// be new already. Nothing of that is signed by the trail, and the next run writes all of it.
  mutating func noteInterruption() {
    guard !result.isIntact else { return }
    let bytes = bytes(AuditFile.trail)
    if contents.files[AuditFile.checkpoint] == nil {
      // The first run of all: without a checkpoint nothing counts. A trail with more than one
      // report had a checkpoint, and somebody took it away.
      let tail = Verifier.tail(of: bytes, after: 0)
      let entries = Verifier.entries(in: bytes[...])
      guard entries.count(where: { $0.event.kind == "report" }) <= 1,
        contents.others.isEmpty, contents.files[AuditFile.trail] != nil,
        !bytes.isEmpty, entries.count >= tail.lines - 1, isOfFirstRun(entries)
      else { return }
      result.tail = tail
      result.isInterrupted = true
      return
    }
    guard let trail = result.trail else { return noteInterruptedRotation() }
    let entries = Verifier.entries(in: bytes.dropFirst(result.tail?.offset ?? bytes.count))
    let failures = result.steps.filter { !$0.isOK }
    result.isInterrupted = failures.allSatisfy { isOfInterruption($0, entries, trail) }
  }

  /// A run that changed the key ended between `log.vkey` and the checkpoint.
  ///
  /// Then an older key of the trail signed the checkpoint, and the tail adds the key of `log.vkey`.
  private mutating func noteInterruptedRotation() {
    guard let vkey = result.key, result.checkpoint == nil,
      let note = try? SignedNote(bytes: bytes(AuditFile.checkpoint))
    else { return }
    for entry in Verifier.entries(in: bytes(AuditFile.trail)[...]) {
      guard case .key(.add, let older) = entry.event, older.key != vkey, older.name == nil,
        let head = try? Checkpoint(text: note.text),
        (try? note.verify(under: head.origin.description, with: [older.key])) != nil
      else { continue }
      var before = contents
      let line = "\(VerifierKey(name: head.origin.description, key: older.key))\n"
      before.files[AuditFile.verifierKey] = Array(line.utf8)
      let inner = Verifier.verify(before)
      let added = Verifier.entries(
        in: bytes(AuditFile.trail).dropFirst(inner.tail?.offset ?? bytes(AuditFile.trail).count)
      )
      let isNew = added.contains { entry in
        if case .key(.add, let key) = entry.event { return key.key == vkey }
        return false
      }
      guard isNew, inner.isInterrupted else { continue }
      (result.trail, result.checkpoint) = (inner.trail, inner.checkpoint)
      (result.tail, result.isInterrupted) = (inner.tail, true)
      return
    }
  }

  private func isOfInterruption(
    _ step: VerificationStep,
    _ entries: [TrailEntry],
    _ trail: Trail
  ) -> Bool {
    if Verifier.isLeftover(step.file) { return true }
    guard result.tail != nil else { return false }
    switch step.file {
    case AuditFile.trail: return trail.tree.root == result.checkpoint?.root
    case AuditFile.report, AuditFile.signature, AuditFile.allowedSigners:
      return isReport(of: entries + trail.entries.suffix(1))
    default:
      return entries.contains { entry in
        guard case .evidence(_, let input) = entry.event else { return false }
        return input.path == ExactName(AuditFile.boundPath(step.file))
      }
    }
  }

  /// Every file is one that a first run writes: the trail's own, those that its entries bind.
  private func isOfFirstRun(_ entries: [TrailEntry]) -> Bool {
    let bound = entries.compactMap { entry -> ExactName? in
      guard case .evidence(_, let input) = entry.event else { return nil }
      return input.path
    }
    return contents.files.keys.allSatisfy { name in
      AuditFile.all.contains(name) || Verifier.isLeftover(name)
        || bound.contains(ExactName(AuditFile.boundPath(name)))
    }
  }

  private func isReport(of entries: some Sequence<TrailEntry>) -> Bool {
    let digest = Digest(of: bytes(AuditFile.report))
    return entries.contains { entry in
      guard case .report(let report) = entry.event else { return false }
      return report.digest == digest
    }
  }

  /// The lines that can be read as entries.
  private static func entries(in bytes: ArraySlice<UInt8>) -> [TrailEntry] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { try? TrailEntry(line: $0) }
  }
}
