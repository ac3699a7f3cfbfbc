package import Audit
internal import Bindings

/// Makes the site of a build: pages, search, pictures, the database, a copy of the audit folder.
///
/// The site is staged beside the old one. `attest` looks at what was found before the pages of the
/// trail are made; `publish` swaps the site in.
package struct SiteBuild: ~Copyable {
  private let build: Build
  private let site: SiteFolder
  private let examination: Examination
  package let report: CheckReport
  private let snapshot: Snapshot
  private let settings: SiteSettings
  private let logo: [UInt8]?

  /// Reads and judges the content, and stages all of the site but the trail.
  package static func stage(_ build: Build, site path: String) async throws -> SiteBuild {
    let site = try SiteFolder.take(path)
    let database = site.root + "/evidence.sqlite"
    let examination = try await build.examine(into: database)
    let configured = build.workspace.configuration.site
    let logo = try build.logo()
    let staged = SiteBuild(
      build: build,
      site: site,
      report: try CheckReport(of: examination.catalog, withEvidence: false),
      snapshot: try Snapshot(of: examination.catalog),
      settings: SiteSettings(configured, logo: logo.map { "logo." + $0.ending }),
      logo: logo?.bytes,
      examination: examination
    )
    try await staged.renderDocuments()
    try staged.copyFiles()
    return staged
  }

  private init(
    build: Build,
    site: consuming SiteFolder,
    report: CheckReport,
    snapshot: Snapshot,
    settings: SiteSettings,
    logo: [UInt8]?,
    examination: consuming Examination
  ) {
    self.build = build
    self.site = site
    self.report = report
    self.snapshot = snapshot
    self.settings = settings
    self.logo = logo
    self.examination = examination
  }

  /// How many documents and systems the site speaks of.
  package var counts: (documents: Int, systems: Int) {
    (snapshot.documents.count, snapshot.systems.count)
  }

  /// What a signed run is made from; `prefix` leads from the repository to the content.
  package borrowing func assessment(
    origin: Origin,
    at: Timestamp,
    prefix: String
  ) throws -> Assessment {
    try AuditReport(report, prefix: prefix, catalog: examination.catalog)
      .assessment(origin: origin, at: at, signers: build.workspace.signers)
  }

  /// Renders the pages, the trail's among them, and swaps the site in whole.
  ///
  /// `trust` verifies what witnesses say; `prefix` leads from the repository to the content.
  package consuming func publish(
    audit: AuditRecord?,
    trusting trust: Trust = Trust(),
    prefix: String = ""
  ) async throws {
    let root = site.root
    let summary = audit.flatMap {
      AuditSummary($0, snapshot, trust: trust, prefix: prefix)
    }
    build.progress("rendering", 0, snapshot.documents.count)
    let jobs = portalPages(snapshot, site: settings, audit: summary)
    try Self.makeFolders(jobs.map(\.path), root)
    _ = try await parallelMap(jobs, threads: build.threads) { job in
      try Files.stage(job.render(), to: root + "/" + job.path)
    }
    if let audit, summary != nil { try Self.copy(audit, to: root) }
    try site.swap()
  }

  /// Copies the audit folder, with tiles beside it, and packs it.
  private static func copy(_ audit: AuditRecord, to root: String) throws {
    let lines = audit.contents.files[AuditFile.trail] ?? []
    let files = audit.files + Tiles.files(of: audit.trail, lines)
    try makeFolders(files.map { "audit/\($0.name)" }, root)
    for file in files { try Files.stage(file.bytes, to: "\(root)/audit/\(file.name)") }
    let packed = audit.files.map { AuditFile(name: "audit/\($0.name)", bytes: $0.bytes) }
    try Files.stage(ZipArchive.bytes(of: packed), to: root + "/audit.zip")
  }

  // MARK: Documents

  /// Renders the pages of the documents a few hundred at a time, so that memory stays bounded, and
  /// writes the index of the search from the same reading.
  private borrowing func renderDocuments() async throws {
    var index = SearchIndexWriter()
    let documents = snapshot.documents
    let root = site.root
    try Self.makeFolders(documents.map { PagePath.document($0.path) }, root)
    let renderer = DocumentRenderer(
      build: build,
      snapshot: snapshot,
      settings: settings,
      links: examination.links,
      root: root
    )
    let threads = build.threads
    var start = 0
    var rendered: [SearchEntry] = []
    while start < documents.count {
      let batch = Array(documents[start..<min(start + 512, documents.count)])
      // One batch is rendered while the index takes in the one before.
      async let next = parallelMap(batch, threads: threads) { try renderer.render($0) }
      for entry in rendered { index.add(entry) }
      rendered = try await next
      start += batch.count
      build.progress("rendering", start, documents.count)
    }
    for entry in rendered { index.add(entry) }
    let files = index.files()
    try Self.makeFolders(files.map(\.path), root)
    _ = try await parallelMap(files, threads: build.threads) { file in
      try Files.stage(file.bytes, to: root + "/" + file.path)
    }
  }

  /// Copies pictures and other linked files, style and scripts.
  private borrowing func copyFiles() throws {
    let root = site.root
    let copied = try examination.catalog.rows(
      "SELECT path FROM source_file WHERE kind = 'other' ORDER BY path"
    ) { $0.text(0) }.filter { examination.links.files[$0] != nil }
    try Self.makeFolders(copied.map(examination.links.page), root)
    for path in copied {
      let bytes = try Files.read(build.workspace.folder + "/" + path)
      // A text may hold what a document may not show either.
      let isText = String(validating: bytes, as: UTF8.self) != nil
      let shown = isText ? Mask.masked(bytes) : bytes
      try Files.stage(shown, to: root + "/" + examination.links.page(of: path))
    }
    try Files.makeFolder(root + "/assets")
    for page in portalAssets(site: settings) {
      try Files.stage(page.bytes, to: root + "/" + page.path)
    }
    if let logo, let name = settings.logo { try Files.stage(logo, to: "\(root)/assets/\(name)") }
    try Files.stage(Asset.named("search.js"), to: root + "/assets/search.js")
  }

  private static func makeFolders(_ paths: [String], _ root: String) throws(FileError) {
    var made: Set<String> = []
    for path in paths {
      guard let slash = path.lastIndex(of: "/") else { continue }
      let folder = String(path[..<slash])
      if made.insert(folder).inserted { try Files.makeFolder(root + "/" + folder) }
    }
  }
}

extension Build {
  /// The picture that the configuration names, when a page may show it.
  fileprivate func logo() throws -> (ending: String, bytes: [UInt8])? {
    guard let path = workspace.configuration.site.logo else { return nil }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let bytes = try Files.read(workspace.folder + "/" + path)
    let refusal = AssetFile(path: path) { bytes }.refusal
    guard ["svg", "png", "jpg", "jpeg", "gif", "webp"].contains(ending), refusal == nil else {
      throw MachineError(
        "the logo \"\(path)\" cannot be shown: \(refusal ?? "it is no picture")",
        hint: "name a picture under site.logo in drillbook.yaml"
      )
    }
    return (ending, bytes)
  }
}
