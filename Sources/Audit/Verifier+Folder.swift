extension Verifier {
  /// The folder holds the files of the trail, those that an entry binds, and no others.
  mutating func checkFolder() {
    let step = "the folder holds nothing else"
    let count = result.steps.count
    for name in contents.others.sorted() {
      note(step, name, "is no file, and does not belong here")
    }
    let own = AuditFile.all.map(ExactName.init)
    let inputs = result.trail?.state.inputs ?? [:]
    for name in contents.files.keys.map(ExactName.init).sorted()
    where !own.contains(name) && !isChecked(name.text) {
      // While the entries cannot be trusted, nothing can be said about the files they bind.
      guard result.trail != nil || Verifier.isLeftover(name.text) else { continue }
      if let bound = inputs[ExactName(AuditFile.boundPath(name.text))] {
        let isSame = Digest(of: bytes(name.text)) == bound
        if !isSame { note(step, name.text, "is not the file that the trail binds") }
      } else {
        note(step, name.text, "does not belong here: no entry of the trail binds it")
      }
    }
    for name in result.trail?.state.companions ?? [] where contents.files[name] == nil {
      note(step, name, "is missing")
    }
    if result.steps.count == count, result.trail != nil {
      confirm(step, AuditFile.trail, "binds every file of the folder")
    }
  }

  /// Whether a file is looked at by a step of its own.
  private func isChecked(_ name: String) -> Bool {
    guard result.trail != nil else { return false }
    return SignOff(file: name) != nil || name.hasPrefix("checkpoints/") || name.hasPrefix("tile/")
      || AuditFile.isTimeStamp(name)
  }

  /// The inputs are what they were when the report was signed.
  mutating func checkInputs(
    _ state: TrailState,
    _ digest: (String) -> Digest?
  ) {
    let step = "the inputs are those of the report"
    var wrong = 0
    let prefix = AuditFile.boundPath("")
    for (path, expected) in state.inputs.sorted(by: { $0.key < $1.key })
    where !path.text.utf8.starts(with: prefix.utf8) {
      let found = digest(path.text)
      guard found != expected else { continue }
      wrong += 1
      note(step, path.text, found == nil ? "is missing" : "was changed since the report was signed")
    }
    if wrong == 0 {
      confirm(step, AuditFile.report, "names \(state.inputs.count) unchanged inputs")
    }
  }

  /// The trail continues an older checkpoint: nothing before it was changed or rolled back.
  mutating func checkOlder(_ file: AuditFile) {
    let step = "the trail continues the older checkpoint"
    guard let trail = result.trail, let key = result.key, let own = result.checkpoint else {
      return
    }
    do throws(FormatError) {
      let older = try SignedNote(bytes: file.bytes)
      let checkpoint = try Checkpoint(text: older.text)
      let keys = trail.state.keys(ofRunTo: min(checkpoint.size, own.size))
      _ = try older.verify(under: own.origin.description, with: keys.isEmpty ? [key] : keys)
      let failure: String? =
        if checkpoint.origin != own.origin {
          "is of the origin \"\(checkpoint.origin)\", not \"\(own.origin)\""
        } else if checkpoint.size > own.size {
          "signs \(checkpoint.size) entries, and the trail has \(own.size): it was rolled back"
        } else if trail.root(ofFirst: checkpoint.size) != checkpoint.root {
          "signs other entries than the trail begins with: history was rewritten"
        } else {
          nil
        }
      note(step, file.name, failure: failure, finding: "signs the first \(checkpoint.size) entries")
    } catch {
      note(step, file.name, error.description)
    }
  }
}
