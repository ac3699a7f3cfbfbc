/// What a witness or a time-stamp authority says: a checkpoint was there at a time.
package struct Sighting: Hashable, Sendable {
  /// The name of the witness; nil for a time-stamp authority.
  package let witness: String?
  /// How many entries the checkpoint has.
  package let size: Int
  /// In seconds since 1970.
  package let time: Int
  /// Whether it was made with a key that is trusted.
  package let isVerified: Bool
}

extension AuditContents {
  /// The checkpoints of earlier runs, by the order of their names.
  var keptCheckpoints: [String] {
    files.keys.filter { $0.hasPrefix("checkpoints/") && !$0.hasSuffix(AuditFile.stampEnding) }
      .sorted()
  }

  /// The answers of time-stamp authorities, by the order of their names.
  var timeStamps: [String] { files.keys.filter(AuditFile.isTimeStamp).sorted() }

  /// What is said of the folder's checkpoints, the newest first; only some of it may be verified.
  package func sightings(trusting trust: Trust) -> [Sighting] {
    let signed = ([AuditFile.checkpoint] + keptCheckpoints).flatMap { file -> [Sighting] in
      guard let note = try? SignedNote(bytes: files[file] ?? []),
        let head = try? Checkpoint(text: note.text)
      else { return [] }
      return note.signatures.compactMap { line in
        line.cosignedAt.map { time in
          let isVerified = trust.policy?.verifies(line, of: note) ?? false
          return Sighting(
            witness: line.name,
            size: head.size,
            time: time,
            isVerified: isVerified
          )
        }
      }
    }
    let stamped = timeStamps.compactMap { file -> Sighting? in
      guard let stamp = try? TimeStamp(file, in: self) else { return nil }
      let isVerified = trust.authorities.map { stamp.remark(trusting: $0) == nil } ?? false
      return Sighting(
        witness: nil,
        size: stamp.size,
        time: stamp.time,
        isVerified: isVerified
      )
    }
    return (signed + stamped).sorted {
      ($0.size, $0.time, $0.witness ?? "") > ($1.size, $1.time, $1.witness ?? "")
    }
  }
}
