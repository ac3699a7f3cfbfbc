internal import Audit
internal import Bindings

/// The command `drillbook export FORMAT`.
enum ExportCommand: Command {
  static let name = "export"
  static let summary = "prints the signed report in the form of another program"
  static let operands: String? = "FORMAT"
  static let options: [Option] = [
    .audit, Option("key", "FILE", "the key that signs the form"), .passphrase, .sampleKey,
  ]
  static let details = [
    "dsse: the report as a DSSE envelope of an in-toto statement, signed by the key of the trail."
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard arguments.operands == ["dsse"] else {
      throw Failure.usage("give one format: dsse", hint: Help.hint(for: Self.self))
    }
    let record = try VerifiedFolder.read(arguments)
    let key = try SigningKeys.key(arguments, for: record.checkpoint.origin)
    guard record.trail.state.currentKeys.contains(where: { $0.bytes == key.publicKey }) else {
      throw Failure.machine(
        "the key is not one of the trail",
        hint: "give the key that signs the trail"
      )
    }
    let report = record.contents.files[AuditFile.report] ?? []
    try terminal.write(Envelope.bytes(of: report, with: key) + [UInt8(ascii: "\n")])
    return .success
  }
}
