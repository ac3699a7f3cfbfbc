import Bindings
import Testing

@testable import Audit

@Suite struct WitnessTests {
  private static func witness(_ seed: UInt8) throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: seed, count: 32))
  }

  private static func vkey(_ name: String, _ seed: UInt8) throws -> String {
    let key = try #require(PublicKey(witness(seed).publicKey))
    return VerifierKey(name: name, key: key, kind: .cosignature).description
  }

  private static func cosigned(
    _ contents: AuditContents,
    _ name: String,
    _ seed: UInt8,
    at time: Int
  ) throws -> AuditContents {
    var contents = contents
    var note = try SignedNote(bytes: contents.files[AuditFile.checkpoint] ?? [])
    try note.cosign(name: name, at: time, with: witness(seed))
    contents.files[AuditFile.checkpoint] = note.bytes
    return contents
  }

  private static func trust(_ quorum: String) throws -> Trust {
    Trust(policy: try WitnessPolicy(policy(quorum)))
  }

  private static func policy(_ quorum: String) throws -> String {
    let log = VerifierKey(name: SampleKey.origin, key: try Sample.publicKey())
    return """
      # Two of three have to have seen it.
      log \(log)
      witness board \(try vkey("board.example", 1))
      witness auditor \(try vkey("auditor.example", 2)) https://auditor.example
      witness partner \(try vkey("partner.example", 3))
      group people 2 board auditor partner
      group all all board auditor partner
      quorum \(quorum)
      """
  }

  @Test func `a cosignature says when it was made, and a later one takes its place`() throws {
    var contents = try Self.cosigned(Sample.contents(), "board.example", 1, at: 1_800_001_000)
    #expect(Verifier.verify(contents).isIntact)
    contents = try Self.cosigned(contents, "board.example", 1, at: 1_800_002_000)
    let note = try SignedNote(bytes: contents.files[AuditFile.checkpoint] ?? [])
    #expect(note.signatures.count == 2)
    #expect(note.signatures.last?.cosignedAt == 1_800_002_000)
    let key = try VerifierKey(Self.vkey("board.example", 1), kind: .cosignature)
    #expect(try note.cosignature(by: key) == 1_800_002_000)
  }

  @Test func `the quorum decides, and the time is that at which it was reached`() throws {
    let one = try Self.cosigned(Sample.contents(), "board.example", 1, at: 1_800_005_000)
    let two = try Self.cosigned(one, "auditor.example", 2, at: 1_800_003_000)
    let three = try Self.cosigned(two, "partner.example", 3, at: 1_800_004_000)
    let few = Verifier.verify(one, trust: try Self.trust("people"))
    #expect(few.firstFailure?.file == "checkpoint")
    for (contents, quorum, time) in [
      (two, "people", 1_800_005_000), (three, "people", 1_800_004_000),
      (three, "auditor", 1_800_003_000), (one, "none", 1_800_005_000),
    ] {
      let verification = Verifier.verify(contents, trust: try Self.trust(quorum))
      #expect(verification.isIntact, "\(String(describing: verification.firstFailure))")
      #expect(verification.anchors == [Anchor(size: 6, time: time)])
    }
    let none = Verifier.verify(try Sample.contents(), trust: try Self.trust("none"))
    #expect(none.isIntact && none.anchors.isEmpty)
  }

  @Test func `a changed cosignature of a known witness is refused`() throws {
    let contents = try Self.cosigned(Sample.contents(), "board.example", 1, at: 1_800_005_000)
    var note = try SignedNote(bytes: contents.files[AuditFile.checkpoint] ?? [])
    let line = try #require(note.signatures.last)
    var bytes = line.bytes
    bytes[7] ^= 1
    note.signatures[1] = .init(name: line.name, id: line.id, bytes: bytes)
    var changed = contents
    changed.files[AuditFile.checkpoint] = note.bytes
    let failure = Verifier.verify(changed, trust: try Self.trust("none")).firstFailure
    #expect(failure?.detail == "has a signature by \"board.example\" that does not fit its text")
  }

  @Test func `what a witness signed is kept, and dates the entries between`() throws {
    let first = try Self.cosigned(Sample.contents(), "board.example", 1, at: 1_800_001_000)
    let after = try Sample.contents(Sample.assessment(seconds: 7200), after: first)
    #expect(after.files["checkpoints/6"] == first.files[AuditFile.checkpoint])
    let second = try Self.cosigned(after, "board.example", 1, at: 1_800_002_000)
    let verification = Verifier.verify(second, trust: try Self.trust("board"))
    #expect(
      verification.anchors == [
        Anchor(size: 6, time: 1_800_001_000), Anchor(size: 8, time: 1_800_002_000),
      ]
    )
  }

  /// What `verify.py` says last, and with which code it ends.
  @Test(arguments: [
    ("people", [1, 2], 0, "intact: "), ("people", [3], 4, "checkpoint: is not signed by as many"),
    ("none", [], 0, "intact: "), ("all", [1, 2, 3], 0, "intact: "),
    ("all", [1, 2], 4, "checkpoint: is not signed by as many"), ("auditor", [2], 0, "intact: "),
    ("auditor", [1, 3], 4, "checkpoint: is not signed by as many"),
    ("nobody", [1], 4, "policy: is no policy"),
  ])
  func `verify py asks for the same witnesses`(
    quorum: String,
    seeds: [UInt8],
    code: Int32,
    words: String
  ) throws {
    var folder = try WholeFolder()
    folder.expected = nil
    let names = ["board.example", "auditor.example", "partner.example"]
    for seed in seeds {
      folder.contents = try Self.cosigned(
        folder.contents,
        names[Int(seed) - 1],
        seed,
        at: 1_800_000_000 + Int(seed)
      )
    }
    let run = try folder.verifyInPython(policy: Self.policy(quorum))
    #expect(run.code == code && run.output.contains(words), "\(run.output)\(run.errors)")
    let isSeen = run.output.contains("checkpoint: was seen at 2027-01-15T08:00:0")
    #expect(isSeen == (code == 0 && quorum != "none"), "\(run.output)")
    guard let trust = try? Self.trust(quorum) else { return }
    #expect(Verifier.verify(folder.contents, trust: trust).isIntact == (code == 0))
  }

  @Test func `verify py refuses what is older than somebody allows`() throws {
    let folder = try WholeFolder()
    #expect(try folder.verifyInPython(["--max-age", "36500"]).code == 0)
    var old = folder
    old.older = []
    old.contents = try Sample.contents(Sample.assessment(at: "2020-02-29T06:00:00Z"))
    let run = try old.verifyInPython(["--max-age", "3"])
    #expect(run.code == 4)
    #expect(run.output.contains("FAILED trail.jsonl: is too old: its newest entry is of 2020-02"))
  }

  @Test(arguments: [
    ("log x", "line 1: is no verifier key of the form name+id+key"),
    ("\nquorum nobody", "line 2: is none of \"log KEY\""),
    ("group g 1 nobody", "line 1: a group has members that stand above it, each once"),
    ("threshold 3", "line 1: is none of"),
  ])
  func `a policy that is wrong is refused with its line`(text: String, words: String) {
    let error = #expect(throws: FormatError.self) { try WitnessPolicy(text) }
    #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
  }
}
