extension Verifier {
  /// The key: `log.vkey` is one line with a verifier key.
  mutating func checkVerifierKey() -> VerifierKey? {
    let step = "the verifier key is whole"
    let file = AuditFile.verifierKey
    do throws(FormatError) {
      let bytes = bytes(file)
      if let remark = CanonicalJSON.remark(on: bytes) { throw FormatError(remark) }
      guard bytes.last == UInt8(ascii: "\n"),
        let line = String(validating: bytes.dropLast(), as: UTF8.self)
      else { throw FormatError("is no line of text") }
      let key = try VerifierKey(line)
      confirm(step, file, "names \(key.name), key \(key.key.fingerprint)")
      result.key = key.key
      return key
    } catch {
      note(step, file, error.description)
      return nil
    }
  }

  /// The head: `checkpoint` is a note signed by that key, under its name.
  mutating func checkCheckpoint(_ key: VerifierKey) -> Checkpoint? {
    let step = "the checkpoint is signed"
    let file = AuditFile.checkpoint
    do throws(FormatError) {
      let note = try SignedNote(bytes: bytes(file))
      try note.verify(with: [key])
      let checkpoint = try Checkpoint(text: note.text)
      guard checkpoint.origin.description.utf8.elementsEqual(key.name.utf8) else {
        throw FormatError("is of the origin \"\(checkpoint.origin)\", not \"\(key.name)\"")
      }
      result.checkpoint = checkpoint
      confirm(step, file, "signs \(checkpoint.size) entries of \(checkpoint.origin)")
      return checkpoint
    } catch {
      note(step, file, error.description)
      return nil
    }
  }

  /// The entries: as many as are signed, each canonical and in order, with the signed root.
  mutating func checkTrail(_ checkpoint: Checkpoint) -> Trail? {
    let file = AuditFile.trail
    let bytes = bytes(file)
    let tail = Verifier.tail(of: bytes, after: checkpoint.size)
    do throws(FormatError) {
      let trail = try Trail(bytes: Array(bytes[..<tail.offset]))
      confirm("the entries are canonical and in order", file, "has \(trail.entries.count) entries")
      note(
        "the entries are as many as are signed",
        file,
        failure: Verifier.remark(on: tail, trail, checkpoint),
        finding: "ends where the checkpoint says"
      )
      note(
        "the entries have the signed root",
        file,
        failure: remark(onRootOf: trail, checkpoint),
        finding: "has the root \(checkpoint.root.hex)"
      )
      guard trail.tree.root == checkpoint.root else { return nil }
      if tail.size > 0 { result.tail = tail }
      result.trail = trail
      return trail
    } catch {
      note("the entries are canonical and in order", file, error.description)
      return nil
    }
  }

  /// What stands below the first lines of a trail.
  static func tail(of bytes: [UInt8], after count: Int) -> UnsignedTail {
    var offset = 0
    var seen = 0
    var lines = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      if seen < count {
        seen += 1
        offset = index + 1
      } else {
        lines += 1
      }
    }
    // Too few lines: an unended last one is left to the reader to refuse.
    if seen < count { offset = bytes.count }
    let size = bytes.count - offset
    if size > 0, bytes.last != UInt8(ascii: "\n") { lines += 1 }
    return UnsignedTail(offset: offset, size: size, lines: lines)
  }

  private static func remark(
    on tail: UnsignedTail,
    _ trail: Trail,
    _ checkpoint: Checkpoint
  ) -> String? {
    if trail.entries.count < checkpoint.size {
      return "has \(trail.entries.count) entries where \(checkpoint.size) are signed:"
        + " entries were removed"
    }
    guard tail.size > 0 else { return nil }
    return "has \(tail.lines) \(tail.lines == 1 ? "line" : "lines") below the \(checkpoint.size)"
      + " signed ones: a run was interrupted, or somebody added to it"
  }

  private func remark(onRootOf trail: Trail, _ checkpoint: Checkpoint) -> String? {
    guard trail.tree.root != checkpoint.root else {
      return trail.suspects == nil ? nil : "has a report entry with another root than the true one"
    }
    let place =
      changedEntry(trail, checkpoint).map { $0...$0 } ?? trail.suspects
      ?? trail.confirmed...max(trail.confirmed, trail.tree.size - 1)
    return "was changed: its root is not the signed one; look at lines"
      + " \(place.lowerBound + 1) to \(place.upperBound + 1)"
  }

  /// The first entry that differs, when tiles beside the trail still hold the true hashes.
  private func changedEntry(_ trail: Trail, _ checkpoint: Checkpoint) -> Int? {
    let hashes = Tiles.leaves(in: contents, count: checkpoint.size)
    guard MerkleTree(hashes).root == checkpoint.root else { return nil }
    return zip(hashes, trail.leaves).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  }
}
