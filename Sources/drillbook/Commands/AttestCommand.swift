internal import Audit
internal import Bindings
internal import Portal

/// The command `drillbook attest`.
enum AttestCommand: Command {
  static let name = "attest"
  static let summary = "builds the portal and appends what changed to the signed audit trail"
  static let options: [Option] = [
    .content, .site, .audit, .asOf,
    Option("key", "FILE", "the signing key"),
    Option("retire", "FILE", "the key that --key takes the place of; both sign this once"),
    Option(
      "revoke",
      "FILE",
      "the public key that --key takes the place of, because it is not safe"
    ),
    Option("reason", "TEXT", "why the key is ended"),
    .passphrase, .sampleKey, .policy, .tsa, .threads,
  ]
  static let details = [
    "Nothing is appended when nothing changed. A trail that does not verify is never appended to.",
    "The key may also be in the file that DRILLBOOK_KEY_FILE names, or as PEM in DRILLBOOK_KEY;",
    "its passphrase in DRILLBOOK_PASSPHRASE. Nothing ever asks for it.",
    "--sample-key is refused for any origin but the sample's.",
    "A key is rotated by \"--key NEW --retire OLD\"; the passphrase opens both.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard arguments.given("key") == nil || !arguments.has("sample-key") else {
      throw Failure.usage("\"--key\" and \"--sample-key\" exclude each other")
    }
    let trust = try Trust(arguments)
    let workspace = try Workspace(arguments.value("content"))
    let prefix = ContentPrefix.of(arguments.value("content"))
    let origin = try origin(of: workspace)
    let key = try SigningKeys.key(arguments, for: origin)
    let audit = AuditFolder(arguments.value("audit"))
    let lock = try AuditLock.take(arguments.value("audit"))
    let standing = try audit.standing()
    if let tail = standing.tail {
      terminal.note("\(tail.lines) unsigned lines at the end of the trail are taken away")
    }
    let progress = Progress(on: terminal)
    let build = try Build(arguments, workspace, standing.trail, nil, progress)
    let site = try await SiteBuild.stage(build, site: arguments.value("site"))
    let assessment = try site.assessment(
      origin: origin,
      at: try timestamp(build.asOf),
      prefix: prefix
    )
    let attestation = try KeyChange(arguments).attest(assessment, after: standing, with: key)
    let report = site.report
    let counts = site.counts
    if let attestation {
      var staged = try StagedAttestation.stage(attestation, in: audit, after: standing)
      try await site.publish(audit: attestation.record, trusting: trust, prefix: prefix)
      try staged.commit()
    } else {
      try await site.publish(audit: standing.record, trusting: trust, prefix: prefix)
    }
    progress.finish()
    try terminal.print(SiteSummary.lines(report, counts, site: arguments.value("site")))
    try terminal.print(said(attestation, of: arguments.value("audit")))
    _ = consume lock
    return .success
  }

  private static func said(_ attestation: Attestation?, of folder: String) -> Line {
    guard let attestation else { return "\(folder): nothing changed, nothing appended" }
    return
      "\(folder): \(attestation.added) entries appended, \(attestation.trail.entries.count) in all"
  }

  private static func origin(of workspace: Workspace) throws(Failure) -> Origin {
    guard let text = workspace.origin else {
      throw .machine(
        "the configuration names no origin for the audit trail",
        hint: "write \"origin: dr.example.com/audit\" into drillbook.yaml"
      )
    }
    guard let origin = Origin(text) else {
      throw .machine(
        "\"\(text)\" cannot be the origin of an audit trail",
        hint: "write a host and a path, such as dr.example.com/audit"
      )
    }
    return origin
  }

  private static func timestamp(_ milliseconds: Int) throws(Failure) -> Timestamp {
    guard let at = Timestamp(AsOf.stamp(milliseconds)) else {
      throw .machine("the time to judge by cannot stand in a trail")
    }
    return at
  }
}
