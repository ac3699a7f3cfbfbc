import Bindings
import Testing

@testable import Audit

@Suite struct KeyRotationTests {
  private static func newKey() throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: 4, count: 32))
  }

  /// The folder after the sample's key gave way to another.
  private static func rotated(
    _ action: TrailEvent.KeyAction,
    from standing: AuditStanding
  ) throws -> Attestation {
    let old = try Sample.key()
    let attestation = try Attestation.make(
      of: Sample.assessment(at: "2027-01-01T00:00:00Z"),
      after: standing,
      with: newKey(),
      ending: KeyEnd(Sample.publicKey(), action, reason: "a yearly change")
    ) { note in
      if action == .retire { try note.sign(name: SampleKey.origin, with: old) }
    }
    return try #require(attestation)
  }

  private static func standing() throws -> AuditStanding {
    try #require(Verifier.verify(Sample.contents()).standing)
  }

  @Test func `a retired key signs once more, then the new one alone`() throws {
    let attestation = try Self.rotated(.retire, from: Self.standing())
    let contents = attestation.record.contents
    #expect(attestation.entries.map(\.event.kind) == ["key", "key", "report"])
    #expect(Sample.text(attestation.lines).contains("\"reason\":\"a yearly change\""))
    let verification = Verifier.verify(contents)
    #expect(verification.isIntact, "\(String(describing: verification.firstFailure))")
    let note = try SignedNote(bytes: contents.files[AuditFile.checkpoint] ?? [])
    #expect(note.signatures.count == 2)
    let signers = Sample.text(contents.files[AuditFile.allowedSigners])
    #expect(signers.contains("valid-after=\"20261121060000Z\",valid-before=\"20270101000000Z\""))
    let standing = try #require(verification.standing)
    let made = try Attestation.make(
      of: Sample.assessment(at: "2027-02-01T00:00:00Z", state: "stale"),
      after: standing,
      with: Self.newKey()
    )
    let next = try #require(made)
    #expect(Verifier.verify(next.record.contents).isIntact)
    // Who knows only the old key finds it on the checkpoint that was kept.
    let kept = try SignedNote(bytes: try #require(next.record.contents.files["checkpoints/9"]))
    let old = VerifierKey(name: SampleKey.origin, key: try Sample.publicKey())
    #expect(throws: Never.self) { try kept.verify(with: [old]) }
  }

  @Test func `the old key alone adds nothing any more`() throws {
    for action in [TrailEvent.KeyAction.retire, .revoke] {
      let attestation = try Self.rotated(action, from: Self.standing())
      let verification = Verifier.verify(attestation.record.contents)
      #expect(verification.isIntact, "\(String(describing: verification.firstFailure))")
      let standing = try #require(verification.standing)
      #expect(throws: AuditError.self) {
        try Attestation.make(
          of: Sample.assessment(state: "stale"),
          after: standing,
          with: Sample.key()
        )
      }
      let signed = try SSHSignature(
        of: attestation.record.contents.files[AuditFile.report] ?? [],
        namespace: SSHSignature.report,
        with: Sample.key()
      )
      var contents = attestation.record.contents
      contents.files[AuditFile.signature] = signed.bytes
      // In the run that ends it, a key still counts; in the next one it does not.
      #expect(Verifier.verify(contents).isIntact)
    }
  }

  @Test func `the key that an auditor trusts leads to the new one`() throws {
    let contents = try Self.rotated(.retire, from: Self.standing()).record.contents
    #expect(Verifier.verify(contents, expected: try Sample.publicKey()).isIntact)
    let revoked = try Self.rotated(.revoke, from: Self.standing()).record.contents
    let failure = Verifier.verify(revoked, expected: try Sample.publicKey()).firstFailure
    #expect(failure?.file == AuditFile.verifierKey)
  }

  @Test func `verify py follows a retired key, and not a revoked one`() throws {
    for (action, code) in [(TrailEvent.KeyAction.retire, 0), (.revoke, 4)] {
      var folder = try WholeFolder()
      folder.inputs = Sample.files
      folder.older = []
      folder.contents = try Self.rotated(action, from: Self.standing()).record.contents
      #expect(try folder.verifyInPython().code == Int32(code))
      let standing = try #require(Verifier.verify(folder.contents).standing)
      let made = try Attestation.make(
        of: Sample.assessment(at: "2027-02-01T00:00:00Z", state: "stale"),
        after: standing,
        with: Self.newKey()
      )
      folder.contents = try #require(made).record.contents
      let run = try folder.verifyInPython()
      #expect(run.code == Int32(code), "\(run.output)\(run.errors)")
      #expect(code == 0 || run.output.contains("FAILED log.vkey: "))
    }
  }

  /// How many of the files were written when the run was killed.
  @Test(arguments: 1...7, [TrailEvent.KeyAction.retire, .revoke])
  func `a rotation that was killed anywhere is repaired`(
    writes: Int,
    action: TrailEvent.KeyAction
  ) throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    for (name, bytes) in try Sample.contents().files {
      try place.write(bytes, to: "audit/" + name)
    }
    let attestation = try Self.rotated(action, from: folder.standing())
    try Files.append(attestation.lines, to: folder.path + "/trail.jsonl")
    for file in attestation.files.prefix(writes - 1) {
      try Files.write(file.bytes, to: "\(folder.path)/\(file.name)")
    }
    let standing = try folder.standing()
    if standing.mustReport {
      let rotated = try Self.rotated(action, from: standing)
      var staged = try StagedAttestation.stage(rotated, in: folder, after: standing)
      try staged.commit()
    }
    let verification = Verifier.verify(try folder.contents())
    #expect(verification.isIntact, "\(String(describing: verification.firstFailure))")
    #expect(verification.trail?.entries.count == 9)
  }
}
