/// An audit folder whose signed part holds: its files, and what they add up to.
package struct AuditRecord: Sendable {
  package let contents: AuditContents
  package let trail: Trail
  package let checkpoint: Checkpoint
  /// The key of `log.vkey`.
  package let key: PublicKey

  /// The files in the order of their names, without tiles.
  package var files: [AuditFile] {
    contents.files.filter { !$0.key.hasPrefix("tile/") }.sorted { $0.key < $1.key }
      .map { AuditFile(name: $0.key, bytes: $0.value) }
  }

  /// The people who signed the newest report off, and their keys.
  package var signOffs: [(name: String, key: PublicKey)] {
    contents.files.keys.sorted().compactMap { name in
      guard let file = SignOff(file: name), file.isNewest, let person = file.person,
        let signature = try? SSHSignature(bytes: contents.files[name] ?? [])
      else { return nil }
      return (person, signature.key)
    }
  }

  /// The numbers of the entries whose reports are kept, the newest first.
  package var earlierReports: [Int] {
    contents.files.keys.compactMap { name in
      SignOff(file: name).flatMap { $0.isSignature ? nil : $0.entry }
    }
    .sorted(by: >)
  }
}
