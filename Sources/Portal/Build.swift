internal import Bindings

/// The way from a content folder to what it proves: read this first.
///
///     content ─▶ readings ─▶ catalog ─▶ verdicts and findings ─▶ pages, search, report
///
/// `examine` goes as far as the findings, `render` makes the site from them.
package struct Build: Sendable {
  package let workspace: Workspace
  /// What everything is judged by, in milliseconds since 1970 UTC.
  package let asOf: Int
  /// How many threads read and render; the result is the same for any.
  package let threads: Int
  /// Folders that may lie within the content and are no part of it: the site, the trail.
  package let outputs: [String]
  /// Told of each step: its name, how far it is, of how much.
  package let progress: @Sendable (String, Int, Int) -> Void

  package init(
    _ workspace: Workspace,
    asOf: Int64,
    threads: Int,
    outputs: [String],
    progress: @escaping @Sendable (String, Int, Int) -> Void = { _, _, _ in }
  ) {
    self.workspace = workspace
    self.asOf = Int(asOf)
    self.threads = threads
    self.outputs = outputs
    self.progress = progress
  }

  /// The number of processors of the machine.
  package static var processors: Int { System.processors }

  /// Reads everything, decides every verdict and runs every check; writes nothing.
  package func check() async throws -> CheckReport {
    try CheckReport(of: try await examine(into: ":memory:").catalog)
  }

  /// Reads and judges the content; the catalog lives at a path, or in memory.
  func examine(into path: String) async throws -> Examination {
    let folder = try workspace.list(without: outputs)
    let documents = try await readDocuments(folder)
    let evidence = try readEvidence(folder)
    let portfolio = Portfolio(
      workspace.configuration,
      documents.readings,
      configurationLines: workspace.configurationFile.map { LineIndex($0.bytes) }
    )
    let content = Links.Content(documents.readings, folder.others.map(\.path))
    let catalog = try Catalog.open(path)
    try Catalog.store(workspace.configuration, asOf: asOf, in: catalog)
    try Catalog.store(portfolio, in: catalog)
    try store(documents.readings, portfolio, content, in: catalog)
    try evidence.store(in: catalog)
    try Catalog.storeObjectives(of: portfolio, in: catalog)
    try Catalog.storeSpans(in: catalog)
    try Catalog.store(folder.problems + documents.problems, in: catalog)
    progress("judging", 0, 1)
    try Judgement.pass(on: catalog, levels: workspace.configuration.levels)
    try Catalog.finish(catalog)
    return Examination(catalog: catalog, documents: folder.documents, content: content)
  }

  // MARK: Reading

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
}

/// A judged catalog, and what the pages are made from besides it.
struct Examination: ~Copyable {
  let catalog: Database
  let documents: [ContentFolder.Entry]
  let content: Links.Content
}
