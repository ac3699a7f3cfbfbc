internal import Audit
internal import Bindings

/// The form `drillbook export dsse`.
enum DSSEExport: ExportForm {
  static let name = "dsse"
  static let summary = "the signed report as an envelope of in-toto, signed by the key of the trail"
  static let options: [Option] = [
    .audit, Option("key", "FILE", "the key that signs the form"), .passphrase, .sampleKey,
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
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
