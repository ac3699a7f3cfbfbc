package import Audit
internal import Bindings

/// The way from a content folder to what it proves: read this first.
///
///     content ─▶ readings ─▶ catalog ─▶ verdicts and findings ─▶ pages, search, report
///
/// `examine` goes as far as the findings; `SiteBuild` makes the site from them.
package struct Build: Sendable {
  package let workspace: Workspace
  /// What everything is judged by, in milliseconds since 1970 UTC.
  package let asOf: Int
  /// How many threads read and render; the result is the same for any.
  package let threads: Int
  /// Folders that may lie within the content and are no part of it: the site, the trail.
  package let outputs: [String]
  /// The trail of this content, which knows the targets of former days; nil where there is none.
  package let trail: Trail?
  /// What does not verify of the trail of this content; nil where it verifies or there is none.
  package let trailProblem: String?
  /// Told of each step: its name, how far it is, of how much.
  package let progress: @Sendable (String, Int, Int) -> Void

  package init(
    _ workspace: Workspace,
    asOf: Int64,
    threads: Int,
    outputs: [String],
    trail: Trail? = nil,
    trailProblem: String? = nil,
    progress: @escaping @Sendable (String, Int, Int) -> Void = { _, _, _ in }
  ) {
    self.workspace = workspace
    self.asOf = Int(asOf)
    self.threads = threads
    self.outputs = outputs
    self.trail = trail
    self.trailProblem = trailProblem
    self.progress = progress
  }

  /// The number of processors of the machine.
  package static var processors: Int { System.processors }

  /// Reads everything, decides every verdict and runs every check; writes nothing.
  package func check() async throws -> CheckReport {
    let examination = try await examine(into: "")
    return try CheckReport(of: examination.catalog, withEvidence: true)
  }

  /// Reads and judges the content; the catalog lives at a path, or at "" until it is closed.
  func examine(into path: String) async throws -> Examination {
    let configuration = workspace.configuration
    let folder = try workspace.list(without: outputs)
    let documents = try await readDocuments(folder)
    let evidence = EvidenceReading(folder, configuration)
    let checks = try workspace.checks(in: folder)
    let lines = workspace.configurationFile.map { LineIndex($0.bytes) }
    let portfolio = Portfolio(configuration, documents.readings, configurationLines: lines)
    let links = Links(documents.readings, others: folder.others, root: folder.root)
    let linked = try await parallelMap(documents.readings, threads: threads) { links.within($0) }
    let copied = read(links.copied(linked), of: folder)
    progress("judging", 0, 1)
    let catalog = try Catalog.open(path)
    try Catalog.store(configuration, asOf: asOf, in: catalog)
    try Catalog.store(portfolio, in: catalog)
    try Catalog.store(folder, in: catalog)
    try store(
      zip(documents.readings, linked),
      evidence,
      portfolio,
      configured: checks.files,
      copied: copied.files,
      in: catalog
    )
    try evidence.store(with: documents.readings.compactMap(\.log), in: catalog)
    try Catalog.storeObjectives(of: portfolio, in: catalog)
    if let lines {
      try Catalog.storeAudit(configuration, lines, problem: trailProblem, in: catalog)
    }
    if let trail { try PastTarget.store(PastTarget.all(in: trail), into: catalog) }
    try Catalog.storeSpans(in: catalog)
    try Problem.store(folder.problems + documents.problems + copied.problems, into: catalog)
    try Judgement.pass(on: catalog, levels: configuration.allLevels, own: checks)
    try Catalog.finish(catalog)
    return Examination(catalog: catalog, folder: folder, links: links)
  }

  private func readDocuments(
    _ folder: ContentFolder
  ) async throws -> (readings: [Reading], problems: [Problem]) {
    progress("reading", 0, folder.documents.count)
    let results = try await parallelMap(folder.documents, threads: threads) { entry in
      var problems: [Problem] = []
      let file = folder.read(entry, limit: ContentFolder.largestDocument, &problems)
      return (file.map { Reading(Document($0)) }, problems)
    }
    let readings = results.compactMap(\.0)
    return (readings, results.flatMap(\.1) + readings.flatMap(\.problems))
  }

  /// Reads the pictures and other files that documents lead to: they are part of what is shown.
  private func read(
    _ wanted: Set<String>,
    of folder: ContentFolder
  ) -> (files: [SourceFile], problems: [Problem]) {
    var problems: [Problem] = []
    let files = folder.others.filter { wanted.contains($0.path) }.compactMap { entry in
      folder.read(entry, limit: ContentFolder.largestData, &problems)
    }
    return (files, problems)
  }

  /// Stores the files first, then what the documents say, in the order of their paths.
  private func store(
    _ documents: Zip2Sequence<[Reading], [[Link]]>,
    _ evidence: EvidenceReading,
    _ portfolio: Portfolio,
    configured: [SourceFile],
    copied: [SourceFile],
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    var facts = try FactStore(catalog)
    for file in configured + [workspace.configurationFile].compactMap(\.self) {
      try facts.add(file, "configuration")
    }
    for (file, kind) in evidence.files { try facts.add(file, kind) }
    for file in copied { try facts.add(file, "other") }
    var matchers: [String: ComponentMatcher] = [:]
    for system in portfolio.systems { matchers[system.id] = portfolio.matcher(ofSystem: system.id) }
    for (reading, links) in documents {
      let system = portfolio.systemOfDocument[reading.path]
      try facts.add(
        reading,
        system: system,
        matcher: system.flatMap { matchers[$0] },
        links: links
      )
    }
  }
}

/// A judged catalog, and what the pages are made from besides it.
struct Examination: ~Copyable {
  let catalog: Database
  let folder: ContentFolder
  let links: Links
}
