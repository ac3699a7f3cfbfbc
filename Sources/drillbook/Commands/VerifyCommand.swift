internal import Audit
internal import Bindings

/// The command `drillbook verify`.
enum VerifyCommand: Command {
  static let name = "verify"
  static let summary = "checks the audit trail, the signed report and the files that it names"
  static let options: [Option] = [
    .audit,
    Option("root", "DIR", default: ".", "the folder below which the inputs lie"),
    Option("key", "FILE", "the verifier key that you trust, instead of the one in the folder"),
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
      expected: try trusted(arguments.given("key")),
      digest: arguments.has("no-inputs") ? nil : { AuditFolder.digest(of: $0, below: root) }
    )
    try terminal.print(lines(verification))
    if let failure = verification.firstFailure {
      terminal.report(
        Failure("\"\(failure.file)\" \(failure.detail)", exitCode: .unverified)
      )
      return .unverified
    }
    return .success
  }

  private static func trusted(_ path: String?) throws -> PublicKey? {
    guard let path else { return nil }
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    guard let key = (try? VerifierKey(line))?.key ?? PublicKey(ssh: line) else {
      throw Failure.machine(
        "\"\(path)\" holds no verifier key",
        hint: "give a file such as log.vkey, or an ssh-ed25519 public key"
      )
    }
    return key
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
    lines.append(
      "\("intact", .green), not anchored: \(checkpoint.size) entries, root \(checkpoint.root.hex)"
    )
    lines.append("signed by \(key.fingerprint): compare it with the one that you were given")
    return lines
  }
}
