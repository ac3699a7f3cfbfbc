internal import Bindings

/// The folder `audit/` on disk: read whole, added to at its end, its checkpoint replaced last.
package struct AuditFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Reads every file; a folder that is not there has no contents.
  package func contents() throws -> AuditContents {
    var contents = AuditContents(files: [:])
    guard Files.exists(path) else { return contents }
    for entry in try Files.list(path) {
      if entry.kind == .file {
        contents.files[entry.name] = try Files.read(place(entry.name))
      } else {
        contents.others.append(entry.name)
      }
    }
    return contents
  }

  /// Reads and verifies the folder, so that entries can be added; refuses one that was changed.
  ///
  /// An interrupted run leaves an unsigned tail. If all else verifies, the tail is noted, to be
  /// said and to be taken away by `write`.
  package func standing() throws -> AuditStanding {
    let contents = try contents()
    guard !contents.isEmpty else { return .empty }
    let verification = Verifier.verify(contents)
    if let standing = verification.standing { return standing }
    guard let failure = verification.firstFailure else { return .empty }
    throw AuditError(
      "\"\(place(failure.file))\" \(failure.detail); nothing is added to a broken trail",
      hint: "restore the folder from version control, or find out who changed it"
    )
  }

  /// Adds the entries of a run; until the checkpoint is in place, nothing counts.
  package func write(_ attestation: Attestation, after standing: AuditStanding) throws {
    try Files.makeFolder(path)
    let trail = place(AuditFile.trail)
    if let tail = standing.tail { try Files.truncate(trail, to: tail.offset) }
    // First of all the tail: it tells a later run that one was interrupted.
    try Files.append(attestation.lines, to: trail)
    for name in attestation.removed { try Files.remove(place(name)) }
    for file in attestation.files { try Files.write(file.bytes, to: place(file.name)) }
    // What an interrupted run has left beside the files.
    for entry in try Files.list(path) where Verifier.isLeftover(entry.name) {
      try Files.remove(place(entry.name))
    }
  }

  /// The digest of an input as it is now; nil when it is missing or cannot be read.
  package static func digest(of input: String, below root: String) -> Digest? {
    (try? Files.read("\(root)/\(input)")).map { Digest(of: $0) }
  }

  private func place(_ name: String) -> String { "\(path)/\(name)" }
}
