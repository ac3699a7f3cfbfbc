import Bindings
import Testing

@testable import Audit

@Suite struct VerifierTests {
  private static let guide = AuditFile(name: "README.md", bytes: Array("How to verify\n".utf8))

  /// Two runs, so that the report states a trail that is not empty.
  private static func contents() throws -> AuditContents {
    let first = try Sample.contents(Sample.assessment(companions: [guide]))
    let second = try Sample.assessment(seconds: 7200, companions: [guide], state: "stale")
    return try Sample.contents(second, after: first)
  }

  @Test func `a whole folder verifies, and says what it looked at`() throws {
    let verification = Verifier.verify(try Self.contents()) {
      Sample.files[$0].map { Digest(of: $0) }
    }
    #expect(verification.isIntact, "\(verification.steps.filter { !$0.isOK })")
    #expect(verification.checkpoint?.size == 9)
    #expect(
      verification.steps.map(\.name) == [
        "the verifier key is whole", "the checkpoint is signed",
        "the entries are canonical and in order", "the entries are as many as are signed",
        "the entries have the signed root", "the key is one of the trail",
        "the checkpoint is signed by keys of the trail alone",
        "the allowed signers are the keys of the trail",
        "the report is the newest one of the trail", "the report and the trail agree",
        "the report is signed", "a kept report is that of its entry", "a kept report is signed",
        "the folder holds nothing else",
        "the inputs are those of the report",
      ]
    )
  }

  @Test(arguments: AuditFile.all + [guide.name], [UInt8(0x01), 0x20])
  func `every changed byte is noticed and its file named`(name: String, mask: UInt8) throws {
    let whole = try Self.contents()
    let bytes = try #require(whole.files[name])
    var missed: [Int] = []
    for index in bytes.indices {
      var contents = whole
      contents.files[name]?[index] ^= mask
      if Verifier.verify(contents).firstFailure?.file != name { missed.append(index) }
    }
    #expect(missed.isEmpty, "of \(bytes.count) bytes")
  }

  @Test(arguments: AuditFile.all + [guide.name])
  func `a lost or added byte is noticed and its file named`(name: String) throws {
    let whole = try Self.contents()
    let bytes = try #require(whole.files[name])
    for index in stride(from: 0, to: bytes.count, by: 5) {
      var shorter = whole
      shorter.files[name]?.remove(at: index)
      #expect(Verifier.verify(shorter).firstFailure?.file == name, "without \(index)")
      var longer = whole
      longer.files[name]?.insert(bytes[index], at: index)
      #expect(Verifier.verify(longer).firstFailure?.file == name, "twice \(index)")
    }
    for extra in ["\n", " ", "\r", "\u{0}"] {
      var longer = whole
      longer.files[name]?.append(contentsOf: extra.utf8)
      #expect(Verifier.verify(longer).firstFailure?.file == name, "\(extra.utf8.map { $0 })")
    }
  }

  @Test(arguments: AuditFile.all + [guide.name])
  func `a missing or emptied file is named`(name: String) throws {
    var contents = try Self.contents()
    contents.files[name] = []
    #expect(Verifier.verify(contents).firstFailure?.file == name)
    contents.files[name] = nil
    let failure = Verifier.verify(contents).firstFailure
    #expect(failure?.file == name)
    #expect(failure?.detail == "is missing")
  }

  @Test(arguments: AuditFile.all.filter { $0 != AuditFile.allowedSigners })
  func `converted line ends are said in words`(name: String) throws {
    var contents = try Self.contents()
    let text = Sample.text(contents.files[name])
    if text.contains("\n") {
      contents.files[name] = Array(text.replacing("\n", with: "\r\n").utf8)
      let failure = Verifier.verify(contents).firstFailure
      #expect(failure?.file == name)
      #expect(failure?.detail.contains("line ends were converted") == true)
    }
    contents.files[name] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let failure = Verifier.verify(contents).firstFailure
    #expect(failure?.file == name)
    #expect(failure?.detail.contains("byte order mark") == true)
  }

  @Test func `a stray file and a folder are named`() throws {
    var contents = try Self.contents()
    contents.files["notes.txt"] = []
    #expect(Verifier.verify(contents).firstFailure?.file == "notes.txt")
    contents = try Self.contents()
    contents.others = ["reports"]
    #expect(Verifier.verify(contents).firstFailure?.file == "reports")
  }

  @Test func `a changed and a missing input are named`() throws {
    let contents = try Self.contents()
    let changed = Verifier.verify(contents) { path in
      Digest(of: path.contains("shop") ? [] : Sample.drill)
    }
    #expect(changed.firstFailure?.file == "content/plans/shop.md")
    let missing = Verifier.verify(contents) { path in
      path.contains("shop") ? Digest(of: Sample.plan) : nil
    }
    #expect(missing.firstFailure?.file == "content/drills/a.yaml")
  }

  @Test func `a folder signed anew by another key is found with the expected key`() throws {
    let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
    let attestation = try #require(
      try Attestation.make(of: Sample.assessment(), after: .empty, with: key)
    )
    let contents = attestation.record.contents
    #expect(Verifier.verify(contents).isIntact)
    let failure = Verifier.verify(contents, expected: try Sample.publicKey()).firstFailure
    #expect(failure?.file == AuditFile.verifierKey)
  }

  @Test func `a verifier key and a checkpoint of another key do not pass`() throws {
    var contents = try Self.contents()
    let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
    let attestation = try #require(
      try Attestation.make(of: Sample.assessment(), after: .empty, with: key)
    )
    let other = attestation.record.contents
    contents.files[AuditFile.verifierKey] = other.files[AuditFile.verifierKey]
    #expect(Verifier.verify(contents).firstFailure?.file == AuditFile.checkpoint)
    let bytes = try #require(contents.files[AuditFile.checkpoint])
    let head = try SignedNote(bytes: bytes)
    var note = SignedNote(head.text)
    try note.sign(name: SampleKey.origin, with: key)
    contents.files[AuditFile.checkpoint] = note.bytes
    #expect(Verifier.verify(contents).firstFailure?.file == AuditFile.verifierKey)
  }

  @Test func `an older state is found with a newer checkpoint`() throws {
    let first = try Sample.contents()
    let second = try Sample.contents(Sample.assessment(state: "stale"), after: first)
    let kept = AuditFile(
      name: "kept",
      bytes: try #require(second.files[AuditFile.checkpoint])
    )
    #expect(Verifier.verify(first).isIntact)
    #expect(Verifier.verify(first, older: [kept]).firstFailure?.file == "kept")
    let older = AuditFile(name: "older", bytes: try #require(first.files[AuditFile.checkpoint]))
    #expect(Verifier.verify(second, older: [older]).isIntact)
    let fork = try Sample.contents(Sample.assessment(seconds: 1))
    #expect(Verifier.verify(fork, older: [older]).firstFailure?.file == "older")
  }
}
