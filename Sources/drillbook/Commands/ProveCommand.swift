internal import Audit

/// The command `drillbook prove SEQ`.
enum ProveCommand: Command {
  static let name = "prove"
  static let summary = "prints a receipt that one entry stands in the signed trail"
  static let operands: String? = "SEQ"
  static let options: [Option] = [.audit]
  static let details = [
    "SEQ is the number of the entry, as \"drillbook trail\" prints it. The receipt is a tlog-proof",
    "(c2sp.org/tlog-proof): the entry, the hashes that lead to the root, and the checkpoint.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard arguments.operands.count == 1 else {
      throw Failure.usage("one number of an entry is needed", hint: Help.hint(for: Self.self))
    }
    let record = try VerifiedFolder.read(arguments)
    guard let seq = Int(arguments.operands[0]), record.trail.entries.indices.contains(seq) else {
      throw Failure.usage(
        "there is no entry \"\(arguments.operands[0])\"",
        hint: "the entries are numbered from 0 to \(record.trail.entries.count - 1)"
      )
    }
    try terminal.write(TlogProof.bytes(of: seq, in: record))
    return .success
  }
}

/// An audit folder that a command reads, and refuses when it does not verify.
enum VerifiedFolder {
  static func read(_ arguments: Arguments) throws -> AuditRecord {
    let folder = arguments.value("audit")
    let contents = try AuditFolder(folder).contents()
    guard !contents.isEmpty else {
      throw Failure.machine(
        "there is no audit trail in \"\(folder)\"",
        hint: "\"drillbook attest\" starts one"
      )
    }
    let verification = Verifier.verify(contents)
    guard verification.isIntact, let record = verification.record else {
      let failure = verification.firstFailure
      throw Failure(
        "\"\(failure?.file ?? folder)\" \(failure?.detail ?? "does not verify")",
        hint: "\"drillbook verify\" prints every check",
        exitCode: .unverified
      )
    }
    return record
  }
}
