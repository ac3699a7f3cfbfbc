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
    .policy, .tsa,
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
      trust: try Trust(arguments),
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

  /// Between which times the entries were recorded, as those saw them who are trusted.
  private static func anchored(_ verification: Verification, _ size: Int) -> [Line] {
    AnchoredRange.all(verification.anchors, size: size).map { range in
      let entries = "entries \(range.entries.lowerBound) to \(range.entries.upperBound - 1)"
      let after = range.after.map { AsOf.stamp($0 * 1000) }
      let before = range.before.map { AsOf.stamp($0 * 1000) }
      return switch (after, before) {
      case (let after?, let before?): "\(entries): between \(after) and \(before)"
      case (nil, let before?): "\(entries): before \(before)"
      case (let after?, nil): "\(entries): after \(after), not anchored"
      case (nil, nil): "\(entries): not anchored"
      }
    }
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
      lines += anchored(verification, checkpoint.size)
    }
    lines.append("signed by \(key.fingerprint): compare it with the one that you were given")
    return lines
  }
}
