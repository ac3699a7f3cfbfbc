/// What surrounds every page: head, header, navigation, footer; and how this page names others.
struct Layout: Sendable {
  let snapshot: Snapshot
  let site: SiteSettings
  /// Of the page, relative to the site.
  let path: String
  /// From the page to the folder of the site.
  let rise: String

  /// What a page may load: its own scripts, styles and pictures, nothing from elsewhere.
  static let policy = HTML(
    stringLiteral: "default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self' data:; base-uri 'none'; form-action 'none'"
  )

  init(snapshot: Snapshot, site: SiteSettings, path: String) {
    self.snapshot = snapshot
    self.site = site
    self.path = path
    rise = PagePath.rise(from: path)
  }

  /// The URL of a file of the site, seen from this page.
  func url(_ path: String, anchor: String? = nil) -> String {
    rise + PagePath.encoded(path) + (anchor.map { "#" + $0 } ?? "")
  }

  /// The whole page.
  func page(title: String, section: Section?, main: HTML) -> [UInt8] {
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="\(site.language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title) · \(site.title)</title>
      <link rel="stylesheet" href="\(url("assets/portal.css"))">
      <link rel="icon" href="data:,">
      </head>
      <body data-as-of="\(Phrase.stamp(snapshot.build.asOf))"\
      \(some: snapshot.firstExpiry, { " data-expires=\"\(Phrase.stamp($0))\"" })>
      <a class="skip" href="#portal.main">Skip to the content</a>
      \(header(section))
      <main id="portal.main" tabindex="-1">
      \(main)
      </main>
      \(footer)
      <script src="\(url("assets/portal.js"))" defer></script>
      <script src="\(url("assets/search.js"))" defer></script>
      </body>
      </html>

      """
    return html.bytes
  }

  // Ids of the frame have a dot: an anchor of a heading never has one, so they never meet.
  private func header(_ current: Section?) -> HTML {
    """
    <header class="top">
    <div class="bar">
    <a class="brand" href="\(url(PagePath.home))">\
    \(some: site.logo, { "<img src=\"\(url("assets/" + $0))\" alt=\"\">" })\
    \(site.title)</a>
    \(some: site.classification, { "<span class=\"classification\">\($0)</span>" })
    <nav aria-label="Portal">
    \(each: Section.allCases, { section in
      """
      <a href="\(url(section.path))"\(if: section == current, " aria-current=\"page\"")>\
      \(section.title)</a>
      """
    })
    </nav>
    <div id="portal.search" role="search"></div>
    <a class="search-link" href="\(url(PagePath.search))">\(Icon.search) Search</a>
    </div>
    <p id="portal.age" role="status" hidden></p>
    </header>
    """
  }

  private var footer: HTML {
    """
    <footer class="end">
    <p>As of <time datetime="\(Phrase.stamp(snapshot.build.asOf))">\
    \(Phrase.time(snapshot.build.asOf))</time>\
    \(if: !snapshot.build.organisation.isEmpty, " · \(snapshot.build.organisation)")</p>
    <p>Made by \(snapshot.build.generator) from files alone. \
    The evidence is in <a href="\(url("evidence.sqlite"))">evidence.sqlite</a>; \
    what it does not prove is <a href="\(url(PagePath.home, anchor: "limits"))">said here</a>.</p>
    </footer>
    """
  }

  /// The parts of the portal that every page leads to.
  enum Section: CaseIterable, Sendable {
    case systems
    case findings
    case drills
    case backups
    case controls
    case audit

    var title: HTML {
      switch self {
      case .systems: "Systems"
      case .findings: "Findings"
      case .drills: "Drills"
      case .backups: "Backups"
      case .controls: "Controls"
      case .audit: "Audit"
      }
    }

    var path: String {
      switch self {
      case .systems: PagePath.part("systems", 1)
      case .findings: PagePath.findings
      case .drills: PagePath.part("drills", 1)
      case .backups: PagePath.part("backups", 1)
      case .controls: PagePath.controls
      case .audit: PagePath.audit
      }
    }
  }
}
