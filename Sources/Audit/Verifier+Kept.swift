extension Verifier {
  /// The signatures of people on the newest report.
  mutating func checkSignOffs(_ trail: Trail) {
    let found = contents.files.keys.sorted().compactMap { name in
      SignOff(file: name).map { (name, $0) }
    }
    for (name, file) in found where file.isNewest {
      checkSignature(name, file, ofRunTo: trail.tree.size, trail)
    }
    for (name, file) in found where file.entry != nil { checkKept(name, file, trail) }
  }

  private mutating func checkSignature(
    _ name: String,
    _ file: SignOff,
    ofRunTo size: Int,
    _ trail: Trail
  ) {
    let keys = trail.state.keys(ofRunTo: size, name: file.person)
    note(
      file.person == nil ? "a kept report is signed" : "the report is signed off",
      name,
      failure: Verifier.remark(onSignature: bytes(name), bytes(file.report), by: keys),
      finding: "is a signature of \(file.person ?? "the trail's key")"
    )
  }

  /// A report of an earlier run is that of its entry, and its signatures are of keys of then.
  private mutating func checkKept(_ name: String, _ file: SignOff, _ trail: Trail) {
    let step = "a kept report is that of its entry"
    guard let seq = file.entry, trail.entries.indices.contains(seq),
      case .report(let report) = trail.entries[seq].event
    else { return note(step, name, "is of no report that the trail names") }
    guard file.isSignature else {
      let isSame = Digest(of: bytes(name)) == report.digest
      return note(
        step,
        name,
        failure: isSame ? nil : "is not the report of entry \(seq)",
        finding: "is the report of entry \(seq)"
      )
    }
    checkSignature(name, file, ofRunTo: seq + 1, trail)
  }

  /// The key is the expected one, or the expected one signed a checkpoint that leads to it.
  mutating func checkExpected(_ expected: PublicKey, _ key: VerifierKey, _ trail: Trail?) {
    let isReached = trail.map { reached(from: expected, key.name, $0).contains(key.key) } ?? false
    note(
      "the key is the expected one",
      AuditFile.verifierKey,
      failure: key.key == expected || isReached
        ? nil
        : "holds the key \(key.key.fingerprint), not the expected \(expected.fingerprint)",
      finding: key.key == expected
        ? "is the expected key" : "holds a key whose addition the expected key signed"
    )
  }

  /// The keys of the trail whose addition a key signed, or one that was reached so.
  private func reached(from key: PublicKey, _ name: String, _ trail: Trail) -> Set<PublicKey> {
    let names = contents.keptCheckpoints + [AuditFile.checkpoint]
    let notes = names.compactMap { file -> (note: SignedNote, head: Checkpoint)? in
      guard let note = try? SignedNote(bytes: bytes(file)),
        let head = try? Checkpoint(text: note.text), trail.root(ofFirst: head.size) == head.root
      else { return nil }
      return (note, head)
    }
    var reached: Set = [key]
    for (note, head) in notes.sorted(by: { $0.head.size < $1.head.size }) {
      let keys = reached.map { VerifierKey(name: name, key: $0) }
      guard (try? note.verify(with: keys)) != nil else { continue }
      reached.formUnion(trail.state.keys(ofRunTo: head.size))
    }
    return reached
  }

  /// Checkpoints of earlier runs, and tiles, fit the trail.
  mutating func checkKept(_ trail: Trail) {
    for name in contents.keptCheckpoints {
      let file = AuditFile(name: name, bytes: bytes(name))
      let size = (try? SignedNote(bytes: file.bytes)).flatMap { try? Checkpoint(text: $0.text) }?
        .size
      guard size.map({ name == "checkpoints/\($0)" }) ?? true else {
        note("a kept checkpoint is named by its size", name, "is of another size")
        continue
      }
      checkOlder(file)
    }
    checkTiles(trail)
  }

  /// When there are tiles, they are those of the whole trail.
  private mutating func checkTiles(_ trail: Trail) {
    let step = "the tiles are those of the trail"
    let found = contents.files.keys.filter { $0.hasPrefix("tile/") }.sorted()
    guard !found.isEmpty else { return }
    let tiles = Tiles.files(of: trail, bytes(AuditFile.trail))
    let count = result.steps.count
    for tile in tiles {
      guard let bytes = contents.files[tile.name] else {
        note(step, tile.name, "is missing")
        continue
      }
      if bytes != tile.bytes { note(step, tile.name, "is not the tile of the trail") }
    }
    let known = Set(tiles.map(\.name))
    for name in found where !known.contains(name) { note(step, name, "does not belong here") }
    if result.steps.count == count { confirm(step, "tile", "\(tiles.count) files hold the trail") }
  }
}
