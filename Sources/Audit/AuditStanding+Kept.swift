extension AuditStanding {
  /// What the next run replaces and is kept under another name.
  ///
  /// The report with its signatures as `reports/SEQ.json…`, by the number of its entry; the
  /// checkpoint as `checkpoints/SIZE` when more than its own key signed it or its time was
  /// stamped, with the stamp as `checkpoints/SIZE.tsr`.
  var kept: [AuditFile] {
    guard let last = trail.entries.last, case .report(let report) = last.event,
      let bytes = contents.files[AuditFile.report], Digest(of: bytes) == report.digest
    else { return [] }
    var kept = [AuditFile(name: "reports/\(last.seq).json", bytes: bytes)]
    for name in [AuditFile.signature] + signedOff {
      guard let bytes = contents.files[name] else { continue }
      let end = name.dropFirst(AuditFile.report.count)
      kept.append(AuditFile(name: "reports/\(last.seq).json\(end)", bytes: bytes))
    }
    return kept + keptCheckpoint
  }

  private var keptCheckpoint: [AuditFile] {
    let stamp = contents.files[AuditFile.timeStamp]
    guard let checkpoint = contents.files[AuditFile.checkpoint],
      let note = try? SignedNote(bytes: checkpoint), note.signatures.count > 1 || stamp != nil,
      let head = try? Checkpoint(text: note.text), head.size == trail.tree.size
    else { return [] }
    let name = "checkpoints/\(head.size)"
    return [AuditFile(name: name, bytes: checkpoint)]
      + (stamp.map { [AuditFile(name: name + AuditFile.stampEnding, bytes: $0)] } ?? [])
  }

  /// What the next run takes away: withdrawn companions, signatures of the report before, the time
  /// stamp of the checkpoint before, tiles, and what an interrupted run has left.
  func removed(_ companions: [AuditFile]) -> [String] {
    let withdrawn = trail.state.companions.filter { name in
      !companions.contains { ExactName($0.name) == ExactName(name) }
    }
    let others = contents.files.keys.filter { $0.hasPrefix("tile/") || Verifier.isLeftover($0) }
    let stamp = contents.files[AuditFile.timeStamp].map { _ in [AuditFile.timeStamp] } ?? []
    return withdrawn + signedOff + stamp + others.sorted()
  }

  private var signedOff: [String] {
    contents.files.keys.filter { SignOff(file: $0)?.isNewest == true }.sorted()
  }
}
