import Bindings
import Testing

@testable import Audit

/// What an auditor does, with the auditor's own tools.
@Suite struct ForeignToolTests {
  private static func folder() throws -> TemporaryFolder {
    let place = try TemporaryFolder()
    for (name, bytes) in try Sample.contents().files { try place.write(bytes, to: "audit/" + name) }
    for (name, bytes) in Sample.files { try place.write(bytes, to: name) }
    return place
  }

  private static func verify(_ identity: String, _ namespace: String) throws -> Program {
    let place = try folder()
    return try Program(
      "ssh-keygen",
      [
        "-Y", "verify", "-f", "audit/allowed_signers", "-I", identity, "-n", namespace,
        "-s", "audit/report.json.sig", "-Overify-time=20261121070000Z",
      ],
      input: place.read("audit/report.json"),
      in: place.path
    )
  }

  @Test func `ssh-keygen verifies the report`() throws {
    let run = try Self.verify("audit@drillbook.example", "dr-audit-report")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Good \"dr-audit-report\" signature for audit@drillbook.example"))
  }

  @Test(arguments: [
    ("audit@other.example", "dr-audit-report"), ("audit@drillbook.example", "file"),
  ])
  func `ssh-keygen refuses another identity and another use`(pair: (String, String)) throws {
    #expect(try Self.verify(pair.0, pair.1).code != 0)
  }

  @Test func `ssh-keygen signs the same bytes`() throws {
    let place = try Self.folder()
    let seed = Digest(of: Array(SampleKey.phrase.utf8)).bytes
    try place.write(try Self.openSSHKey(seed: seed), to: "key")
    try place.write(try place.read("audit/report.json"), to: "report.json")
    let mode = try Program("chmod", ["600", "key"], in: place.path)
    #expect(mode.code == 0)
    let run = try Program(
      "ssh-keygen",
      ["-Y", "sign", "-f", "key", "-n", "dr-audit-report", "report.json"],
      in: place.path
    )
    #expect(run.code == 0, "\(run.errors)")
    #expect(try place.read("report.json.sig") == place.read("audit/report.json.sig"))
    try place.write(Array((try Sample.publicKey().ssh + "\n").utf8), to: "key.pub")
    let list = try Program("ssh-keygen", ["-l", "-f", "key.pub"], in: place.path)
    #expect(list.output.contains(try Sample.publicKey().fingerprint))
  }

  /// The file format of OpenSSH's PROTOCOL.key, without encryption.
  private static func openSSHKey(seed: [UInt8]) throws -> [UInt8] {
    let key = try SigningKey(seed: seed)
    let publicKey = try #require(PublicKey(key.publicKey))
    var secret =
      SSHWire.number(7) + SSHWire.number(7) + publicKey.blob
      + SSHWire.string(seed + publicKey.bytes) + SSHWire.string("sample")
    while secret.count % 8 != 0 { secret.append(UInt8(secret.count % 8)) }
    // The padding counts from 1.
    let length = SSHWire.number(7).count * 2 + publicKey.blob.count + 68 + 10
    for index in length..<secret.count { secret[index] = UInt8(index - length + 1) }
    let blob =
      Array("openssh-key-v1\u{0}".utf8) + SSHWire.string("none") + SSHWire.string("none")
      + SSHWire.string("") + SSHWire.number(1) + SSHWire.string(publicKey.blob)
      + SSHWire.string(secret)
    let text = Base64.encode(blob)
    return Array(
      "-----BEGIN OPENSSH PRIVATE KEY-----\n\(text)\n-----END OPENSSH PRIVATE KEY-----\n".utf8
    )
  }

  @Test func `openssl verifies the checkpoint`() throws {
    let place = try Self.folder()
    let note = try SignedNote(bytes: try place.read("audit/checkpoint"))
    let header = try #require(Hex.decode("302a300506032b6570032100"))
    try place.write(header + (try Sample.publicKey().bytes), to: "key.der")
    try place.write(note.text, to: "text")
    try place.write(try #require(note.signatures.first).bytes, to: "sig")
    let run = try Program(
      "openssl",
      [
        "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin",
        "-in", "text", "-sigfile", "sig",
      ],
      in: place.path
    )
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test func `sha256sum verifies the inputs`() throws {
    let place = try Self.folder()
    let report = try CanonicalJSON(canonical: try place.read("audit/report.json"))
    let lines = try #require(report["subject"]?.array).map { subject in
      "\(subject["digest"]?["sha256"]?.string ?? "")  \(subject["name"]?.string ?? "")\n"
    }
    let list = Array(lines.joined().utf8)
    let run = try Program("sha256sum", ["-c", "--strict"], input: list, in: place.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(lines.count == 2)
  }
}
