internal import Audit
internal import Portal

/// The command `drillbook build`.
enum BuildCommand: Command {
  static let name = "build"
  static let summary = "reads the content and writes the portal"
  static let options: [Option] = [.content, .site, .audit, .asOf, .policy, .tsa, .threads]
  static let details = [
    "Any folder of Markdown is a valid content folder; drillbook.yaml refines it, if it is there.",
    "The portal appears whole or not at all. Findings never fail a build: see \"drillbook check\".",
    "A trail in the folder of the audit is shown and copied when it is of the same origin; with",
    "--policy and --tsa its page says which times of witnesses were verified.",
    "Without --as-of the time is SOURCE_DATE_EPOCH, then as_of of drillbook.yaml, then the clock.",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let trust = try Trust(arguments)
    let progress = Progress(on: terminal)
    let workspace = try Workspace(arguments.value("content"))
    let standing = try StandingTrail(arguments.value("audit"), of: workspace)
    let audit = standing.record
    let build = try Build(arguments, workspace, audit?.trail, standing.problem, progress)
    let site = try await SiteBuild.stage(build, site: arguments.value("site"))
    let report = site.report
    let counts = site.counts
    try await site.publish(
      audit: audit,
      trusting: trust,
      prefix: ContentPrefix.of(arguments.value("content"))
    )
    progress.finish()
    try terminal.print(
      SiteSummary.lines(report, counts, site: arguments.value("site"))
    )
    return .success
  }
}

/// The trail of a content folder as it stands.
struct StandingTrail {
  /// Nil when there is no trail, or one that does not verify, or one of something else.
  private(set) var record: AuditRecord?
  /// What does not verify of it; what an interrupted run leaves behind is mended by the next.
  private(set) var problem: String?

  init(_ path: String, of workspace: Workspace) throws {
    guard let origin = workspace.origin else { return }
    let contents = try AuditFolder(path).contents()
    guard contents.files[AuditFile.trail] != nil else { return }
    let verification = Verifier.verify(contents)
    if let failure = verification.firstFailure {
      guard !verification.isInterrupted else { return }
      problem = "\(failure.file): \(failure.detail)"
    } else if verification.checkpoint?.origin.description == origin {
      record = verification.record
    }
  }
}

/// What a build says when it is done.
enum SiteSummary {
  /// A number with its noun, as in "1 system" and "3 systems".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func lines(
    _ report: CheckReport,
    _ counts: (documents: Int, systems: Int),
    site: String
  ) -> [Line] {
    let statuses = report.statuses.filter { $0.count > 0 }.map { "\($0.count) \($0.status)" }
    let total = report.statuses.reduce(0) { $0 + $1.count }
    let objectives = statuses.isEmpty ? "none stated" : statuses.joined(separator: ", ")
    let sizes = [
      count(counts.documents, "document"), count(counts.systems, "system"),
      count(total, "objective"),
    ].joined(separator: ", ")
    return [
      "\(sizes): \(objectives)",
      "\(site)/index.html",
    ]
  }
}

extension Build {
  /// The build that a command line asks for.
  init(
    _ arguments: Arguments,
    _ workspace: Workspace,
    _ trail: Trail?,
    _ trailProblem: String?,
    _ progress: Progress
  ) throws {
    self.init(
      workspace,
      asOf: try Clock.asOf(arguments, configured: workspace.configuredAsOf),
      threads: try arguments.threads,
      outputs: [arguments.value("site"), arguments.value("audit")],
      trail: trail,
      trailProblem: trailProblem,
      progress: { progress.update($0, $1, of: $2) }
    )
  }
}
