internal import Audit

extension AuditSummary {
  /// What the files of an audit folder show; nil when there is no trail that verifies.
  init?(_ files: [AuditFile]) {
    let contents = AuditContents(
      files: Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    )
    guard !contents.isEmpty else { return nil }
    let verification = Verifier.verify(contents)
    guard let checkpoint = verification.checkpoint, let key = verification.key,
      let trail = verification.trail, let report = trail.state.lastReport
    else { return nil }
    let identity = checkpoint.origin.identity
    self.init(
      origin: checkpoint.origin.description,
      size: checkpoint.size,
      rootHex: checkpoint.root.hex,
      rootBase64: checkpoint.root.base64,
      keyFingerprint: key.fingerprint,
      result: report.result,
      assessedAt: trail.state.lastAt.flatMap { Instant.milliseconds($0.description) },
      entries: trail.entries.reversed().map(Entry.init),
      commands: Self.commands(identity)
    )
  }

  /// The commands that the tests run.
  private static func commands(_ identity: String) -> [Command] {
    [
      Command(
        title: "The signature of the report",
        text: """
          ssh-keygen -Y verify -f audit/allowed_signers -I \(identity) -n dr-audit-report \\
            -s audit/report.json.sig < audit/report.json
          """
      ),
      Command(
        title: "The files that it was made from, in the folder of the repository",
        text: """
          jq -r '.subject[] | .digest.sha256 + "  " + .name' audit/report.json | sha256sum -c
          """
      ),
      Command(title: "All of it, with this program", text: "drillbook verify --audit audit"),
    ]
  }
}

extension AuditSummary.Entry {
  fileprivate init(_ entry: TrailEntry) {
    self.init(
      sequence: entry.seq,
      kind: entry.event.kind,
      text: Self.text(entry.event),
      at: Instant.milliseconds(entry.at.description) ?? 0,
      sha256: Self.digest(entry.event),
      isWithdrawn: Self.isWithdrawn(entry.event)
    )
  }

  private static func text(_ event: TrailEvent) -> String {
    switch event {
    case .key(let action, let key): "key \(action.rawValue): \(key.fingerprint)"
    case .evidence(let change, let input): "\(change.rawValue): \(input.path.text)"
    case .objective(let change, let objective):
      "\(change.rawValue): \(objective.system)/\(objective.component) "
        + "\(objective.dimension.uppercased()) \(Phrase.span(objective.seconds))"
    case .waiver(let change, let waiver): "\(change.rawValue): waiver of \(waiver.finding.text)"
    case .report(let report): "report: \(report.result)"
    }
  }

  private static func digest(_ event: TrailEvent) -> String? {
    switch event {
    case .evidence(_, let input): input.digest.hex
    case .report(let report): report.digest.hex
    case .waiver(_, let waiver): waiver.digest.hex
    case .key, .objective: nil
    }
  }

  private static func isWithdrawn(_ event: TrailEvent) -> Bool {
    if case .evidence(.removed, _) = event { return true }
    return false
  }
}
