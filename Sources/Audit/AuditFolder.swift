internal import Bindings

/// The folder `audit/` on disk: read whole, added to at its end, its checkpoint replaced last.
package struct AuditFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Reads every file; a folder that is not there has no contents.
  package func contents() throws -> AuditContents {
    var contents = AuditContents(files: [:])
    if Files.exists(path) { try read("", into: &contents) }
    return contents
  }

  private func read(_ folder: String, into contents: inout AuditContents) throws {
    for entry in try Files.list(place(folder)) {
      let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      let top = name.split(separator: "/").first.map(String.init) ?? name
      switch entry.kind {
      case .file: contents.files[name] = try Files.read(place(name))
      case .folder where AuditFile.folders.contains(top): try read(name, into: &contents)
      default: contents.others.append(name)
      }
    }
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

  /// Adds a file that no entry binds: the answer of a time-stamp authority.
  package func add(_ file: AuditFile) throws {
    try Files.write(file.bytes, to: place(file.name))
  }

  /// Puts a checkpoint with one more signature in the place of the one that is there.
  package func replaceCheckpoint(_ note: SignedNote) throws {
    try Files.write(note.bytes, to: place(AuditFile.checkpoint))
  }

  /// The digest of an input as it is now; nil when it is missing or cannot be read.
  package static func digest(of input: String, below root: String) -> Digest? {
    (try? Files.read("\(root)/\(input)")).map { Digest(of: $0) }
  }

  func place(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }
}
