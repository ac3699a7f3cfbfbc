internal import Audit
internal import Bindings
internal import Portal

/// The command `drillbook cosign`.
enum CosignCommand: Command {
  static let name = "cosign"
  static let summary = "signs the head of a trail as a witness who remembers what was shown before"
  static let options: [Option] = [
    .audit,
    Option("key", "FILE", "the witness's own key, used for nothing else"),
    Option("name", "NAME", "the name of the witness, such as auditor.example/drills"),
    Option("state", "FILE", "where the witness keeps the newest checkpoint that it signed"),
    Option("trust", "FILE", "the verifier key of the trail, needed the first time"),
    .passphrase, .asOf,
  ]
  static let details = [
    "Run it on another machine, or as another person, than the one that attests. A trail that does",
    "not verify, or does not continue that of the state file, is not signed: the exit code is 4.",
    "The line says when the witness saw the trail; \"verify --policy\" then says \"anchored\".",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard let name = arguments.given("name"), let state = arguments.given("state"),
      let path = arguments.given("key")
    else { throw Failure.usage("--key, --name and --state are needed", hint: Help.hint(for: self)) }
    let key = try KeyFile.read(path, passphrase: try SigningKeys.passphrase(arguments))
    let lock = try AuditLock.take(arguments.value("audit"))
    let folder = AuditFolder(arguments.value("audit"))
    let record = try verified(try folder.contents(), state, arguments)
    var note = try SignedNote(bytes: record.contents.files[AuditFile.checkpoint] ?? [])
    try note.cosign(name: name, at: Int(try Clock.asOf(arguments) / 1000), with: key)
    // A witness remembers before it speaks: what it signed it can never take back.
    try Files.write(note.bytes, to: state)
    try folder.replaceCheckpoint(note)
    _ = consume lock
    let size = record.checkpoint.size
    try terminal.print("\(size) entries of \(record.checkpoint.origin.description) are cosigned")
    if let publicKey = PublicKey(key.publicKey) {
      let vkey = VerifierKey(name: name, key: publicKey, kind: .cosignature)
      try terminal.print("\(vkey.description)")
    }
    return .success
  }

  /// The folder, when it verifies and continues what the witness signed before.
  private static func verified(
    _ contents: AuditContents,
    _ state: String,
    _ arguments: Arguments
  ) throws -> AuditRecord {
    let kept = Files.exists(state) ? [AuditFile(name: state, bytes: try Files.read(state))] : []
    let expected = try arguments.given("trust").map(PublicKeyFile.read)
    guard !kept.isEmpty || expected != nil else {
      throw Failure.usage(
        "the first time, the key of the trail has to be given",
        hint: "write \"--trust FILE\" with the log.vkey that you were given in another way"
      )
    }
    let verification = Verifier.verify(contents, expected: expected, older: kept)
    guard verification.isIntact, let record = verification.record else {
      let failure = verification.firstFailure
      throw Failure(
        "\"\(failure?.file ?? "audit")\" \(failure?.detail ?? "is empty"); nothing is signed",
        exitCode: .unverified
      )
    }
    return record
  }
}
