import Bindings
import Testing

@testable import Audit

@Suite struct AuditFolderTests {
  /// Runs once more on a folder, as the command does; false when nothing was to add.
  @discardableResult
  private static func attest(_ assessment: Assessment, in folder: AuditFolder) throws -> Bool {
    let standing = try folder.standing()
    guard
      let attestation = try Attestation.make(of: assessment, after: standing, with: Sample.key())
    else { return false }
    var staged = try StagedAttestation.stage(attestation, in: folder, after: standing)
    try staged.commit()
    return true
  }

  @Test func `runs add to the folder, and a run without news changes no byte`() throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    #expect(try Self.attest(Sample.assessment(), in: folder))
    let first = try folder.contents()
    #expect(try !Self.attest(Sample.assessment(at: "2026-12-24T00:00:00Z"), in: folder))
    #expect(try folder.contents().files == first.files)
    #expect(try Self.attest(Sample.assessment(seconds: 7200), in: folder))
    let second = try folder.contents()
    #expect(Verifier.verify(second).isIntact)
    let trail = try #require(first.files[AuditFile.trail])
    #expect(second.files[AuditFile.trail]?.starts(with: trail) == true)
    let kept = ["reports/5.json", "reports/5.json.sig"]
    #expect(second.files.keys.sorted() == (AuditFile.all + kept).sorted())
    #expect(second.files["reports/5.json"] == first.files["report.json"])
  }

  @Test func `a further file comes, changes and goes with its entries`() throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    let guide = AuditFile(name: "README.md", bytes: [1])
    try Self.attest(Sample.assessment(companions: [guide]), in: folder)
    #expect(try folder.contents().files["README.md"] == [1])
    let changed = AuditFile(name: "README.md", bytes: [2])
    try Self.attest(Sample.assessment(companions: [changed]), in: folder)
    #expect(try Verifier.verify(folder.contents()).isIntact)
    try Self.attest(Sample.assessment(), in: folder)
    let contents = try folder.contents()
    #expect(contents.files["README.md"] == nil)
    #expect(Verifier.verify(contents).isIntact)
  }

  @Test(arguments: [false, true])
  func `a run that is not committed is taken back`(isFirst: Bool) throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    if !isFirst { try Self.attest(Sample.assessment(), in: folder) }
    let before = try folder.contents()
    let standing = try folder.standing()
    let change = try Sample.assessment(seconds: 7200)
    let made = try Attestation.make(of: change, after: standing, with: Sample.key())
    do {
      _ = try StagedAttestation.stage(try #require(made), in: folder, after: standing)
    }
    #expect(try folder.contents().files == before.files)
    #expect(try Self.attest(change, in: folder))
  }

  @Test func `a run that is killed before it is committed is taken away by the next`() throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    try Self.attest(Sample.assessment(), in: folder)
    let standing = try folder.standing()
    let change = try Sample.assessment(seconds: 7200)
    let made = try Attestation.make(of: change, after: standing, with: Sample.key())
    let staged = try StagedAttestation.stage(try #require(made), in: folder, after: standing)
    let killed = try folder.contents()
    _ = consume staged
    for (name, bytes) in killed.files { try place.write(bytes, to: "audit/" + name) }
    #expect(killed.files["checkpoint.new"] != nil)
    #expect(!Verifier.verify(killed).isIntact)
    #expect(try Self.attest(change, in: folder))
    #expect(try folder.contents().files == made?.record.contents.files)
  }

  @Test func `nothing is added to a broken trail`() throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    try Self.attest(Sample.assessment(), in: folder)
    try place.write(Array("{}".utf8), to: "audit/report.json")
    let change = try Sample.assessment(state: "stale")
    let error = #expect(throws: AuditError.self) { try Self.attest(change, in: folder) }
    #expect(error?.description.contains("audit/report.json\" is not the report") == true)
  }

  @Test(arguments: ["{\"action\":\"add", "{}\n", "\n", "\u{0}\u{0}"])
  func `an unsigned tail is refused by verify and taken away by the next run`(tail: String) throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    try Self.attest(Sample.assessment(), in: folder)
    try Files.append(Array(tail.utf8), to: place.path + "/audit/trail.jsonl")
    let verification = Verifier.verify(try folder.contents())
    #expect(verification.firstFailure?.file == AuditFile.trail)
    #expect(verification.firstFailure?.detail.contains("below the 6 signed ones") == true)
    #expect(verification.tail?.size == tail.utf8.count)
    #expect(try Self.attest(Sample.assessment(), in: folder))
    #expect(Verifier.verify(try folder.contents()).isIntact)
  }

  /// How many of a run's writes happened before it was killed.
  @Test(arguments: 0...7)
  func `a run that was killed anywhere is repaired by the next one`(writes: Int) throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    let guide = AuditFile(name: "README.md", bytes: [UInt8(writes)])
    try Self.attest(Sample.assessment(), in: folder)
    let change = try Sample.assessment(seconds: 1, companions: [guide])
    try interrupt(change, in: folder, after: writes)
    #expect(try Verifier.verify(folder.contents()).isIntact == (writes == 0 || writes == 7))
    try Self.attest(change, in: folder)
    let trail = try Verifier.verify(folder.contents())
    #expect(trail.isIntact, "\(String(describing: trail.firstFailure))")
    #expect(trail.checkpoint?.size == 9)
  }

  @Test(arguments: 1...6)
  func `a first run that was killed anywhere is made anew`(writes: Int) throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    try Files.makeFolder(folder.path)
    try interrupt(Sample.assessment(), in: folder, after: writes)
    try Self.attest(Sample.assessment(), in: folder)
    #expect(try folder.contents().files == Sample.contents().files)
  }

  private func interrupt(
    _ assessment: Assessment,
    in folder: AuditFolder,
    after writes: Int
  ) throws {
    let standing = try folder.standing()
    let attestation = try #require(
      try Attestation.make(of: assessment, after: standing, with: Sample.key())
    )
    guard writes > 0 else { return }
    try Files.append(attestation.lines, to: folder.path + "/trail.jsonl")
    for file in attestation.files.prefix(writes - 1) {
      try Files.write(file.bytes, to: "\(folder.path)/\(file.name)")
    }
  }

  @Test func `what an interrupted run has left is in no copy of the folder`() throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    try Self.attest(Sample.assessment(), in: folder)
    try place.write([1], to: "audit/reports/5.json.new")
    try place.write([2], to: "audit/checkpoint.new")
    let standing = try folder.standing()
    let made = try Attestation.make(of: Sample.assessment(), after: standing, with: Sample.key())
    let attestation = try #require(made)
    var staged = try StagedAttestation.stage(attestation, in: folder, after: standing)
    try staged.commit()
    #expect(try folder.contents().files == attestation.record.contents.files)
    #expect(Verifier.verify(attestation.record.contents).isIntact)
  }

  @Test func `a trail whose checkpoint was taken away is no interrupted first run`() throws {
    let place = try TemporaryFolder()
    let folder = AuditFolder(place.path + "/audit")
    try Self.attest(Sample.assessment(), in: folder)
    try Self.attest(Sample.assessment(state: "stale"), in: folder)
    try Files.remove(folder.path + "/checkpoint")
    #expect(throws: AuditError.self) { try folder.standing() }
  }
}
