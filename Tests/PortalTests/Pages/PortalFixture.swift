import Bindings
import Testing

@testable import Portal

/// A small evidence database that a build could have made: five systems, every status.
enum PortalFixture {
  static let site = SiteSettings(
    title: "Orchard recovery portal",
    classification: "internal",
    editURL: "https://git.example/orchard/edit/main/content/{path}"
  )

  /// Reads the fixture, after some more SQL.
  static func snapshot(adding script: String = "") throws -> Snapshot {
    let database = try Database(path: ":memory:")
    let schema = try #require(Asset.all.first { $0.path == "schema.sql" })
    let source = schema.bytes
    let bytes = source.indices.map { source[$0] }
    try database.execute(script: String(decoding: bytes, as: UTF8.self))
    try Judgement.defineViews(in: database)
    try database.execute(script: sources + plans + evidence + answers + script)
    try Judgement.measureExposure(in: database)
    return try Snapshot(of: database)
  }

  /// All pages of a snapshot, the documents with a body of their own.
  static func pages(_ snapshot: Snapshot) -> [Page] {
    let pages = portalPages(snapshot, site: site, audit: audit).map { $0.page() }
    let documents = snapshot.documents.map { document in
      DocumentPage(layout: layout(snapshot, document), document: document, body: body).made
    }
    return pages + documents + portalAssets(site: site)
  }

  /// The layout of the page of a document.
  static func layout(_ snapshot: Snapshot, _ document: Snapshot.Document) -> Layout {
    Layout(snapshot: snapshot, site: site, path: PagePath.document(document.path))
  }

  /// A body with an anchor for each line that the fixture speaks of.
  static let body = RenderedMarkdown(
    html: Array(
      """
      <h1 id="checkout-recovery">\(link("checkout-recovery", 1))Checkout recovery</h1>
      <p id="L3">What we do when customers cannot pay.</p>
      <h2 id="targets">\(link("targets", 10))Targets</h2>
      <div class="scroll"><table><thead>
      <tr id="L12"><th>Component</th><th>RTO</th><th>RPO</th></tr></thead>
      <tbody><tr id="L14"><td>Ledger database</td><td>1 hour</td><td>15 minutes</td></tr>
      <tr id="L15"><td>Web front end</td><td>30 minutes</td><td>n/a (stateless)</td></tr>
      </tbody></table></div>
      <h2 id="restore-the-ledger">\(link("restore-the-ledger", 38))Restore the ledger</h2>
      <ol><li id="L40">Stop the writers, then restore the newest copy.</li></ol>
      <pre><code class="language-bash"><span id="L44" class="line">export STAGE=/srv/restore</span>
      <span id="L45" class="line">restic restore latest --host ledger01 --target "$STAGE"</span>
      <span id="L46" class="line">pg_ctl -D "$STAGE/pgdata" -w start</span>
      </code></pre>
      <p id="L48">Tell the duty manager when the front end answers.</p>
      \(otherLines)
      """.utf8
    ),
    headings: [
      Heading(level: 1, text: "Checkout recovery", anchor: "checkout-recovery", line: 1),
      Heading(level: 2, text: "Targets", anchor: "targets", line: 10),
      Heading(level: 2, text: "Restore the ledger", anchor: "restore-the-ledger", line: 38),
    ]
  )

  private static func link(_ anchor: String, _ line: Int) -> String {
    "<a class=\"anchor\" id=\"L\(line)\" href=\"#\(anchor)\" aria-label=\"Link\">#</a>"
  }

  private static let otherLines = (2...130)
    .filter { ![3, 10, 12, 14, 15, 38, 40, 44, 45, 46, 48].contains($0) }
    .map { "<span id=\"L\($0)\"></span>" }
    .joined()

  static let audit = AuditSummary(
    origin: "drill.example/orchard",
    size: 3,
    rootHex: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    rootBase64: "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=",
    keyFingerprint: "SHA256:0y4VjvC4fcKDn3v8rSZrFXBWLp9m0Nf6Cq3w7L0m2bE",
    result: "FAILED",
    assessedAt: 1_795_240_800_000,
    signOffs: [.init(name: "ada@drill.example", fingerprint: "SHA256:Wm9vQmFy")],
    witnesses: [.init(name: "board.example", size: 2, at: 1_795_200_000_000)],
    intervals: [
      .init(entries: 0..<2, before: 1_795_200_000_000),
      .init(entries: 2..<3, after: 1_795_200_000_000),
    ],
    drills: [
      .init(
        position: 0,
        recorded: .init(sequence: 1, at: 1_795_154_400_000, lateness: 90_000),
        targets: [.init(kind: "rto", seconds: 3600, sequence: 1, now: 7200)]
      ),
      .init(position: 1),
    ],
    earlierReports: [1],
    entries: [
      .init(
        sequence: 2,
        kind: "report",
        text: "FAILED: 1 of 9 objectives met",
        at: 1_795_240_800_000,
        sha256: "3031404142435051525354555657606162636465666768696a6b6c6d6e6f7071"
      ),
      .init(
        sequence: 1,
        kind: "evidence",
        text: "added plans/checkout.md",
        at: 1_795_154_400_000,
        sha256: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
      ),
      .init(sequence: 0, kind: "key", text: "added ssh-ed25519 AAAAC3Nz", at: 1_795_154_400_000),
    ],
    commands: [
      .init(
        title: "The signature of the report",
        text: """
          ssh-keygen -Y verify -f audit/allowed_signers -I audit@drill.example \\
            -n dr-audit-report -s audit/report.json.sig < audit/report.json
          """
      )
    ]
  )
}
