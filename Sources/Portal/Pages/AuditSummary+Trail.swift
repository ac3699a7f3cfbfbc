internal import Audit

extension AuditSummary {
  /// What a verified audit folder shows; nil when no report was made yet.
  ///
  /// `trust` verifies the times; `prefix` leads from the repository to the content.
  init?(_ record: AuditRecord, _ snapshot: Snapshot, trust: Trust, prefix: String) {
    let (trail, checkpoint, key) = (record.trail, record.checkpoint, record.key)
    guard let report = trail.state.lastReport else { return nil }
    let identity = checkpoint.origin.identity
    let sightings = record.contents.sightings(trusting: trust)
    // Without anybody to trust, what is said is shown as what is said.
    let anchors =
      trust.isEmpty
      ? sightings.map { Anchor(size: $0.size, time: $0.time) }
      : record.contents.anchors(trusting: trust)
    self.init(
      origin: checkpoint.origin.description,
      size: checkpoint.size,
      rootHex: checkpoint.root.hex,
      rootBase64: checkpoint.root.base64,
      keyFingerprint: key.fingerprint,
      result: report.result,
      assessedAt: trail.state.lastAt.flatMap { Instant.milliseconds($0.description) },
      signOffs: record.signOffs.map {
        SignOff(name: $0.name, fingerprint: $0.key.fingerprint)
      },
      witnesses: sightings.map {
        Witness(name: $0.witness, size: $0.size, at: $0.time * 1000, isVerified: $0.isVerified)
      },
      areTimesVerified: !trust.isEmpty,
      intervals: Self.intervals(anchors, size: checkpoint.size),
      drills: Self.drills(of: snapshot, in: trail, prefix: prefix),
      earlierReports: record.earlierReports,
      entries: Self.entries(of: trail),
      commands: Self.commands(identity)
    )
  }

  private static func intervals(_ anchors: [Anchor], size: Int) -> [Interval] {
    guard !anchors.isEmpty else { return [] }
    return AnchoredRange.all(anchors, size: size).map { range in
      Interval(
        entries: range.entries,
        after: range.after.map { $0 * 1000 },
        before: range.before.map { $0 * 1000 }
      )
    }
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
      Command(title: "All of it, with Python alone", text: "python3 audit/verify.py"),
      Command(title: "All of it, with this program", text: "drillbook verify --audit audit"),
    ]
  }
}

extension AuditSummary {
  /// The newest first; what a target was before stands beside what it became.
  private static func entries(of trail: Trail) -> [Entry] {
    var targets: [ExactName: Int] = [:]
    let entries = trail.entries.map { entry -> Entry in
      guard case .objective(let change, let objective) = entry.event else { return Entry(entry) }
      let before = targets[objective.identity]
      targets[objective.identity] = change == .removed ? nil : objective.seconds
      return Entry(entry, before: change == .changed ? before : nil)
    }
    return entries.reversed()
  }
}

extension AuditSummary.Entry {
  /// `before` is the target that the entry changes, in seconds.
  fileprivate init(_ entry: TrailEntry, before: Int? = nil) {
    self.init(
      sequence: entry.seq,
      kind: entry.event.kind,
      text: Self.text(entry.event) + (before.map { ", was \(Phrase.span($0))" } ?? ""),
      at: Instant.milliseconds(entry.at.description) ?? 0,
      sha256: Self.digest(entry.event),
      mark: Self.mark(entry.event, before: before)
    )
  }

  private static func text(_ event: TrailEvent) -> String {
    switch event {
    case .key(let action, let key):
      "key \(action.rawValue): \(key.key.fingerprint)"
        + (key.name.map { " of \($0)" } ?? "") + (key.reason.map { ": \($0)" } ?? "")
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

  private static func mark(_ event: TrailEvent, before: Int?) -> String? {
    switch event {
    case .evidence(.removed, _), .objective(.removed, _): return "withdrawn"
    case .objective(_, let objective):
      guard let before, before != objective.seconds else { return nil }
      return objective.seconds > before ? "loosened" : "tightened"
    default: return nil
    }
  }
}
