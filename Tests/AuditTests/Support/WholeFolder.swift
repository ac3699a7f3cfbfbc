import Bindings
import Foundation
import Testing

@testable import Audit

/// A folder with all that one can hold: two runs, a person's signature, time stamps, what is kept.
struct WholeFolder {
  var contents: AuditContents
  var inputs = Sample.files
  /// Checkpoints that were kept elsewhere, with their names.
  var older: [AuditFile] = []
  /// The key that the reader trusts.
  var expected: PublicKey?

  static let person = "ada@dr.example"
  static let signOff = "report.json.ada@dr.example.sig"
  static let companions = ["README.md", "verify.py"].map {
    AuditFile(name: $0, bytes: Asset.named("audit/\($0)"))
  }

  static func personKey() throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: 9, count: 32))
  }

  static func strangerKey() throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: 7, count: 32))
  }

  static func assessment(seconds: Int = 3600, state: String = "met") throws -> Assessment {
    let key = try #require(PublicKey(personKey().publicKey))
    return try Sample.assessment(
      seconds: seconds,
      signers: [TrailKey(key, name: person)],
      companions: companions,
      state: state
    )
  }

  /// Nine entries: `key`, `key`, four of evidence, `objective`, `waiver`, `report`; then two more.
  init() throws {
    var first = try Sample.contents(Self.assessment())
    first.files[AuditFile.timeStamp] = try Self.stamps.get().first
    first.files[Self.signOff] = try Self.signature(of: first, with: Self.personKey())
    older = [AuditFile(name: "kept", bytes: try #require(first.files[AuditFile.checkpoint]))]
    contents = try Sample.contents(Self.assessment(seconds: 7200, state: "stale"), after: first)
    contents.files[AuditFile.timeStamp] = try Self.stamps.get().second
    contents.files[Self.signOff] = try Self.signature(of: contents, with: Self.personKey())
    expected = try Sample.publicKey()
  }

  /// The stamps of both checkpoints, which are the same each time.
  static let stamps = Result {
    let authority = try Authority.shared.get()
    let first = try Sample.contents(assessment())
    let second = try Sample.contents(assessment(seconds: 7200, state: "stale"), after: first)
    let stamps = try [first, second].map {
      try $0.stamped(by: authority).files[AuditFile.timeStamp] ?? []
    }
    return (first: stamps[0], second: stamps[1])
  }

  static func signature(
    of contents: AuditContents,
    with key: borrowing SigningKey,
    namespace: String = SSHSignature.report
  ) throws -> [UInt8] {
    let report = contents.files[AuditFile.report] ?? []
    return try SSHSignature(of: report, namespace: namespace, with: key).bytes
  }

  /// The lines of the trail, to be changed.
  var lines: [String] {
    get {
      Sample.text(contents.files[AuditFile.trail]).split(separator: "\n").map(String.init)
    }
    set {
      contents.files[AuditFile.trail] = Array((newValue.joined(separator: "\n") + "\n").utf8)
    }
  }

  /// Changes the text of a file.
  mutating func edit(_ name: String, _ change: (String) -> String) {
    contents.files[name] = Array(change(Sample.text(contents.files[name])).utf8)
  }

  mutating func edit(_ name: String, _ old: String, _ new: String) {
    edit(name) { $0.replacing(old, with: new, maxReplacements: 1) }
  }

  /// Adds the tiles as a site has them.
  mutating func addTiles() throws {
    let bytes = contents.files[AuditFile.trail] ?? []
    for tile in Tiles.files(of: try Trail(bytes: bytes), bytes) {
      contents.files[tile.name] = tile.bytes
    }
  }

  func verify() -> Verification {
    Verifier.verify(contents, expected: expected, older: older) { path in
      inputs[path].map { Digest(of: $0) }
    }
  }

  /// Runs `verify.py` on the folder, written to disk; what is no file there is an empty folder.
  func verifyInPython(policy: String? = nil, _ arguments: [String] = []) throws -> Program {
    let place = try TemporaryFolder()
    for (name, bytes) in contents.files { try place.write(bytes, to: "audit/" + name) }
    for name in contents.others {
      try FileManager.default.createDirectory(
        atPath: "\(place.path)/audit/\(name)",
        withIntermediateDirectories: true
      )
    }
    if let policy { try place.write(Array(policy.utf8), to: "policy") }
    for (name, bytes) in inputs { try place.write(bytes, to: name) }
    for file in older { try place.write(file.bytes, to: file.name) }
    if let expected {
      let line = VerifierKey(name: SampleKey.origin, key: expected).description + "\n"
      try place.write(Array(line.utf8), to: "trusted")
    }
    try place.write(Asset.named("audit/verify.py"), to: "own.py")
    let old = older.flatMap { ["--old", $0.name] }
    return try Program(
      "python3",
      ["own.py", "audit", "--root", "."] + (expected == nil ? [] : ["--key", "trusted"])
        + (policy == nil ? [] : ["--policy", "policy"]) + old + arguments,
      in: place.path
    )
  }
}
