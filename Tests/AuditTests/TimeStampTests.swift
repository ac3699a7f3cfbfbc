import Bindings
import Foundation
import Testing

@testable import Audit

@Suite struct TimeStampTests {
  private let authority: Authority

  init() throws { authority = try Authority.shared.get() }

  /// A day before that of the authority's clock, whenever these tests run.
  private static let day = "2020-02-29T23:59:59Z"

  private static func contents() throws -> AuditContents {
    try Sample.contents(Sample.assessment(at: day))
  }

  private static func note(_ contents: AuditContents) throws -> SignedNote {
    try SignedNote(bytes: contents.files[AuditFile.checkpoint] ?? [])
  }

  @Test func `the question is the one that openssl asks`() throws {
    let contents = try Self.contents()
    let place = try TemporaryFolder()
    try place.write(contents.files[AuditFile.checkpoint] ?? [], to: "checkpoint")
    let run = try Program(
      "openssl",
      ["ts", "-query", "-data", "checkpoint", "-sha256", "-cert", "-no_nonce", "-out", "query"],
      in: place.path
    )
    #expect(run.code == 0, "\(run.errors)")
    #expect(try place.read("query") == Self.note(contents).timeStampQuery)
  }

  @Test func `openssl verifies the answer that is kept, and it anchors the trail`() throws {
    let contents = try Self.contents().stamped(by: authority)
    let place = try TemporaryFolder()
    for name in [AuditFile.checkpoint, AuditFile.timeStamp] {
      try place.write(contents.files[name] ?? [], to: name)
    }
    let run = try Program(
      "openssl",
      [
        "ts", "-verify", "-data", "checkpoint", "-in", "checkpoint.tsr", "-CAfile",
        authority.certificate,
      ],
      in: place.path
    )
    #expect(run.output == "Verification: OK\n", "\(run.errors)")
    let now = Int(Date().timeIntervalSince1970)
    let verification = Verifier.verify(contents, trust: Trust(authorities: authority.trusted))
    #expect(verification.isIntact, "\(String(describing: verification.firstFailure))")
    let anchor = try #require(verification.anchors.first)
    #expect(anchor.size == 6 && now - 600...now ~= anchor.time)
  }

  @Test func `without certificates an answer anchors nothing, with others it is refused`() throws {
    let contents = try Self.contents().stamped(by: authority)
    let alone = Verifier.verify(contents)
    #expect(alone.isIntact && alone.anchors.isEmpty)
    let refused = Verifier.verify(contents, trust: Trust(authorities: authority.other))
    #expect(refused.firstFailure?.file == "checkpoint.tsr")
    #expect(refused.firstFailure?.detail.hasPrefix("is not signed by an authority that") == true)
    #expect(throws: CryptoError.noCertificate) { try TimeStampAuthorities(pem: Array("x".utf8)) }
  }

  @Test func `an answer goes with its checkpoint when the trail grows`() throws {
    let first = try Self.contents().stamped(by: authority)
    let second = try Sample.contents(Sample.assessment(at: Self.day, seconds: 7200), after: first)
    #expect(second.files["checkpoints/6"] == first.files[AuditFile.checkpoint])
    #expect(second.files["checkpoints/6.tsr"] == first.files[AuditFile.timeStamp])
    #expect(second.files[AuditFile.timeStamp] == nil)
    let both = try second.stamped(by: authority)
    let verification = Verifier.verify(both, trust: Trust(authorities: authority.trusted))
    #expect(verification.isIntact, "\(String(describing: verification.firstFailure))")
    #expect(verification.anchors.map(\.size) == [6, 8])
  }

  @Test func `a witness may sign before and after the time is stamped`() throws {
    var contents = try Self.contents()
    for seed in [UInt8(1), 2] {
      var note = try Self.note(contents)
      let key = try SigningKey(seed: [UInt8](repeating: seed, count: 32))
      try note.cosign(name: "witness\(seed).example", at: 1000, with: key)
      contents.files[AuditFile.checkpoint] = note.bytes
      if seed == 1 { contents = try contents.stamped(by: authority) }
    }
    #expect(try Self.note(contents).signatures.count == 3)
    #expect(Verifier.verify(contents, trust: Trust(authorities: authority.trusted)).isIntact)
    let seen = contents.sightings(trusting: Trust(authorities: authority.trusted))
    #expect(seen.map(\.witness) == [nil, "witness2.example", "witness1.example"])
    #expect(seen.map(\.isVerified) == [true, false, false])
  }

  @Test func `an entry that is dated after it was seen is named`() throws {
    let first = try Self.contents().stamped(by: authority)
    let dated = try Sample.assessment(at: "2126-11-21T06:00:00Z", seconds: 7200)
    let second = try Sample.contents(dated, after: first)
    let trust = Trust(authorities: authority.trusted)
    #expect(Verifier.verify(second, trust: trust).isIntact)
    let failure = Verifier.verify(try second.stamped(by: authority), trust: trust).firstFailure
    #expect(failure?.file == "trail.jsonl")
    #expect(
      failure?.detail == "states the time 2126-11-21T06:00:00Z in line 8, which was seen before"
    )
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2000-02-29T00:00:01Z", 951_782_401),
    ("2000-03-01T00:00:00Z", 951_868_800), ("2026-11-21T06:00:00Z", 1_795_240_800),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `a time is a number of seconds`(text: String, seconds: Int) throws {
    #expect(try #require(Timestamp(text)).seconds == seconds)
  }

  @Test func `an answer to a question about something else is not taken`() throws {
    let contents = try Self.contents()
    let reply = try authority.reply(to: SignedNote(Array("x\n".utf8)).timeStampQuery)
    #expect(throws: FormatError("is of no checkpoint that lies in the folder")) {
      try TimeStamp.place(of: reply, in: contents)
    }
    #expect(throws: FormatError.self) { try TimeStamp.place(of: [0x30, 0], in: contents) }
  }

  /// What the authority did not sign is no part of what is kept.
  @Test func `words of the server are left out`() throws {
    let contents = try Self.contents()
    let reply = try authority.reply(to: Self.note(contents).timeStampQuery)
    // 30 82 LL LL, then 30 03 02 01 00.
    let words: [UInt8] = [0x30, 0x09, 0x02, 0x01, 0x00, 0x30, 0x04, 0x0C, 0x02, 0x68, 0x69]
    let length = reply.count - 4 - 5 + words.count
    let head: [UInt8] = [0x30, 0x82, UInt8(length >> 8), UInt8(length & 255)]
    let talkative = head + words + reply.dropFirst(9)
    #expect(try TimeStamp.place(of: talkative, in: contents).file.bytes == reply)
    #expect(try TimeStamp.place(of: reply, in: contents).file.bytes == reply)
    var kept = contents
    kept.files[AuditFile.timeStamp] = talkative
    let failure = Verifier.verify(kept).firstFailure
    #expect(failure?.detail == "is not in its one canonical spelling")
  }

  @Test(arguments: [
    ([], ["0..<9 - -"]),
    ([(9, 50)], ["0..<9 - 50"]),
    ([(4, 50)], ["0..<4 - 50", "4..<9 50 -"]),
    ([(4, 50), (6, 70)], ["0..<4 - 50", "4..<6 50 70", "6..<9 70 -"]),
    ([(4, 50), (4, 60), (6, 70)], ["0..<4 - 50", "4..<6 60 70", "6..<9 70 -"]),
    // A shorter trail shown later says nothing of the entries beyond it.
    ([(4, 90), (6, 70)], ["0..<6 - 70", "6..<9 70 -"]),
    ([(4, 50), (5, 90), (6, 70)], ["0..<4 - 50", "4..<6 50 70", "6..<9 70 -"]),
    ([(12, 50)], ["0..<9 - -"]),
  ])
  func `anchors say between which times entries came`(
    anchors: [(Int, Int)],
    ranges: [String]
  ) {
    let found = AnchoredRange.all(anchors.map { Anchor(size: $0.0, time: $0.1) }, size: 9)
    let words = found.map { range in
      let times = [range.after, range.before].map { $0.map(String.init) ?? "-" }
      return "\(range.entries) \(times.joined(separator: " "))"
    }
    #expect(words == ranges)
  }
}
