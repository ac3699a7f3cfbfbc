internal import Bindings

/// A run whose entries and files lie in the audit folder, and do not count yet.
///
/// All that needs room is done by then, so that a full disk leaves site and trail as they were.
/// What is not committed is taken back when the value goes out of scope.
package struct StagedAttestation: ~Copyable {
  private let folder: AuditFolder
  private let attestation: Attestation
  private let standing: AuditStanding
  private var isOpen = true

  private init(_ folder: AuditFolder, _ attestation: Attestation, _ standing: AuditStanding) {
    self.folder = folder
    self.attestation = attestation
    self.standing = standing
  }

  /// Adds the lines of a run to the trail, and writes its files beside those that they replace.
  package static func stage(
    _ attestation: Attestation,
    in folder: AuditFolder,
    after standing: AuditStanding
  ) throws -> StagedAttestation {
    let staged = StagedAttestation(folder, attestation, standing)
    try staged.write()
    return staged
  }

  /// The folders of what is kept.
  private var folders: [String] {
    Set(attestation.kept.compactMap { $0.name.split(separator: "/").dropLast().first })
      .map(String.init).sorted()
  }

  private borrowing func write() throws {
    try Files.makeFolder(folder.path)
    for name in attestation.removed where Verifier.isLeftover(name) {
      try Files.remove(folder.place(name))
    }
    let trail = folder.place(AuditFile.trail)
    if let tail = standing.tail { try Files.truncate(trail, to: tail.offset) }
    // First of all the tail: it tells a later run that one was interrupted.
    try Files.append(attestation.lines, to: trail)
    for name in folders { try Files.makeFolder(folder.place(name)) }
    for file in attestation.kept {
      try Files.write(file.bytes, to: folder.place(file.name))
    }
    for file in attestation.files { try Files.prepare(file.bytes, for: folder.place(file.name)) }
  }

  /// Puts the files into place, the checkpoint last: then the run counts.
  package mutating func commit() throws {
    isOpen = false
    for name in attestation.removed where !Verifier.isLeftover(name) {
      try Files.remove(folder.place(name))
    }
    for file in attestation.files { try Files.settle(folder.place(file.name)) }
  }

  deinit {
    guard isOpen else { return }
    // Whatever is refused here the next run takes away, as after a run that was killed.
    for file in attestation.files { try? Files.remove(folder.place(file.name) + ".new") }
    let before = standing.contents.files
    for file in attestation.kept where before[file.name] == nil {
      try? Files.remove(folder.place(file.name))
    }
    let trail = folder.place(AuditFile.trail)
    if let bytes = before[AuditFile.trail] {
      try? Files.truncate(trail, to: standing.tail?.offset ?? bytes.count)
    } else {
      try? Files.remove(trail)
    }
    for name in folders + [""] where (try? Files.list(folder.place(name)).isEmpty) == true {
      try? Files.remove(folder.place(name))
    }
  }
}
