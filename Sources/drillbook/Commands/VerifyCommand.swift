internal import Audit
internal import Bindings
internal import Portal

/// The command `drillbook verify`.
enum VerifyCommand: Command {
  static let name = "verify"
  static let summary = "checks the audit trail, the signed report and the files that it names"
  static let options: [Option] = [
    .audit,
    Option("root", "DIR", default: ".", "the folder below which the inputs lie"),
    Option("key", "FILE", "the verifier key that you trust, instead of the one in the folder"),
    Option(
      "old",
      "FILE",
      isRepeatable: true,
      "a checkpoint that you kept; may be given several times"
    ),
    Option("policy", "FILE", "whose signatures you ask for, in the form of c2sp.org/tlog-policy"),
    Option("max-age", "DAYS", "how old the newest entry may be"),
    .asOf,
    .flag("no-inputs", "look at the folder of the audit alone"),
  ]
  static let details = [
    "Prints every check and what it found; a file that does not verify makes the exit code 4.",
    "Without --key the answer is only as good as the folder: whoever can replace the trail can",
    "replace the key beside it.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let folder = arguments.value("audit")
    let contents = try AuditFolder(folder).contents()
    guard !contents.isEmpty else {
      throw Failure.machine(
        "there is no audit trail in \"\(folder)\"",
        hint: "\"drillbook attest\" starts one"
      )
    }
    let root = arguments.value("root")
    let verification = Verifier.verify(
      contents,
      expected: try arguments.given("key").map(PublicKeyFile.read),
      older: try arguments.all("old").map { AuditFile(name: $0, bytes: try Files.read($0)) },
      policy: try arguments.given("policy").map(policy),
      digest: arguments.has("no-inputs") ? nil : { AuditFolder.digest(of: $0, below: root) }
    )
    try terminal.print(lines(verification))
    try checkAge(verification, arguments)
    if let failure = verification.firstFailure {
      terminal.report(
        Failure("\"\(failure.file)\" \(failure.detail)", exitCode: .unverified)
      )
      return .unverified
    }
    return .success
  }

  /// Refuses a trail whose newest entry is too old.
  private static func checkAge(_ verification: Verification, _ arguments: Arguments) throws {
    guard let days = try arguments.number("max-age", in: 0...36500), verification.isIntact,
      let at = verification.trail?.state.lastAt,
      let last = AsOf.milliseconds(at.description)
    else { return }
    let age = (try Clock.asOf(arguments) - last) / 86_400_000
    guard age <= days else {
      throw Failure(
        "the newest entry of the trail is \(age) days old, and \"--max-age\" allows \(days)",
        hint: "ask for the newest folder; nothing says that this is it",
        exitCode: .unverified
      )
    }
  }

  private static func policy(_ path: String) throws -> WitnessPolicy {
    do {
      return try WitnessPolicy(String(decoding: try Files.read(path), as: UTF8.self))
    } catch let error as FormatError {
      throw Failure.machine("\"\(path)\": \(error)")
    }
  }

  /// Between which times the entries were recorded, as witnesses saw them.
  private static func anchored(_ anchors: [Anchor], _ size: Int) -> [Line] {
    var lines: [Line] = []
    var before: Anchor?
    for anchor in anchors where anchor.size > before?.size ?? 0 {
      let range = "entries \(before?.size ?? 0) to \(anchor.size - 1)"
      let time = AsOf.stamp(anchor.time * 1000)
      if let before {
        lines.append("\(range): between \(AsOf.stamp(before.time * 1000)) and \(time)")
      } else {
        lines.append("\(range): before \(time)")
      }
      before = anchor
    }
    if let last = before, last.size < size {
      lines.append(
        "entries \(last.size) to \(size - 1): after \(AsOf.stamp(last.time * 1000)), not anchored"
      )
    }
    return lines
  }

  private static func lines(_ verification: Verification) -> [Line] {
    var lines = verification.steps.map { step -> Line in
      step.isOK
        ? "\("ok", .green)    \(step.file): \(step.name): \(step.detail)"
        : "\("FAILED", .red) \(step.file): \(step.name): \(step.detail)"
    }
    guard verification.isIntact, let checkpoint = verification.checkpoint,
      let key = verification.key
    else { return lines }
    let size = "\(checkpoint.size) entries, root \(checkpoint.root.hex)"
    if verification.anchors.isEmpty {
      lines.append("\("intact", .green), not anchored: \(size)")
    } else {
      lines.append("\("intact and anchored", .green): \(size)")
      lines += anchored(verification.anchors, checkpoint.size)
    }
    lines.append("signed by \(key.fingerprint): compare it with the one that you were given")
    return lines
  }
}
