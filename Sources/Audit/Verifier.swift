/// Checks an audit folder from its signatures down to every file, and names what does not hold.
///
/// The order is that of trust: key, signed head, entries, then what the entries bind. A file whose
/// spelling is free to vary would let a changed byte pass; so all are compared with the one form.
package struct Verifier {
  let contents: AuditContents
  let trust: Trust
  var result: Verification

  private init(_ contents: AuditContents, _ trust: Trust) {
    self.contents = contents
    self.trust = trust
    result = Verification(contents: contents)
  }

  /// Verifies what a folder holds.
  ///
  /// - `expected`: the key that the verifying person knows from elsewhere.
  /// - `older`: checkpoints kept from earlier, each with a name for messages.
  /// - `trust`: whose signatures anchor the trail in time; its policy may name the trail's key.
  /// - `digest`: gives the digest of an input as it is now, nil when it is missing; without it
  ///   the inputs are not looked at.
  package static func verify(
    _ contents: AuditContents,
    expected: PublicKey? = nil,
    older: [AuditFile] = [],
    trust: Trust = Trust(),
    digest: ((String) -> Digest?)? = nil
  ) -> Verification {
    var verifier = Verifier(contents, trust)
    verifier.checkSignedPart(expected ?? trust.policy?.log?.key)
    verifier.checkFolder()
    for checkpoint in older { verifier.checkOlder(checkpoint) }
    verifier.checkAnchors(older)
    if let digest, let state = verifier.result.trail?.state {
      verifier.checkInputs(state, digest)
    }
    verifier.noteInterruption()
    return verifier.result
  }

  /// Whether a name is that of a file on its way into place.
  static func isLeftover(_ name: String) -> Bool {
    name.utf8.count > 4 && name.utf8.suffix(4).elementsEqual(".new".utf8)
  }

  /// Each step needs what the one before found; the first that fails ends them.
  private mutating func checkSignedPart(_ expected: PublicKey?) {
    let missing = AuditFile.all.filter { contents.files[$0] == nil }
    for name in missing { note("every file of the trail is there", name, "is missing") }
    guard missing.isEmpty, let key = checkVerifierKey() else { return }
    let place = result.steps.count
    let checkpoint = checkCheckpoint(key)
    let trail = checkpoint.flatMap { checkTrail($0) }
    if let expected {
      // It needs the trail, and comes first: nothing by another key is worth reading.
      checkExpected(expected, key, trail)
      result.steps.insert(result.steps.removeLast(), at: place)
    }
    guard let checkpoint, let trail else { return }
    checkKeys(trail, key, checkpoint)
    checkReport(trail, checkpoint)
    checkSignOffs(trail)
    checkKept(trail)
    checkTimeStamps()
  }

  func bytes(_ name: String) -> [UInt8] { contents.files[name] ?? [] }

  /// Notes a failure.
  mutating func note(_ name: String, _ file: String, _ failure: String) {
    result.steps.append(.init(name: name, file: file, isOK: false, detail: failure))
  }

  /// Notes what holds.
  mutating func confirm(_ name: String, _ file: String, _ finding: String) {
    result.steps.append(.init(name: name, file: file, isOK: true, detail: finding))
  }

  /// Notes a success, or the failure when there is one.
  mutating func note(_ name: String, _ file: String, failure: String?, finding: String) {
    if let failure { note(name, file, failure) } else { confirm(name, file, finding) }
  }
}
