/// A plan, runbook or review: its contents, its text, and beside it what was understood of it.
struct DocumentPage: PortalPage {
  let layout: Layout
  let document: Snapshot.Document
  let body: RenderedMarkdown

  var title: String { document.title }
  var section: Layout.Section? { nil }

  /// The page with its path.
  var made: Page { Page(path: layout.path, bytes: render()) }

  var main: HTML {
    """
    <p class="crumbs"><a href="\(layout.url(PagePath.part("systems", 1)))">Systems</a>\
    \(if: document.system != nil, " \(layout.link(system: document.system))") \
    <span>\(document.kind)</span> <span class="place">\(document.path)</span>\
    \(some: layout.site.editAddress(of: document.path), {
      " <a class=\"edit\" href=\"\($0)\" rel=\"noopener noreferrer\">edit the source</a>"
    })</p>
    <div class="document">
    \(contents)
    <article class="prose">
    \(if: !body.headings.contains { $0.level == 1 }, "<h1>\(document.title)</h1>")
    \(HTML(trusted: body.html))
    </article>
    <aside class="margin" aria-label="What was understood of this document">
    \(DocumentMargin(layout: layout, document: document).html)
    </aside>
    </div>
    """
  }

  private var contents: HTML {
    let headings = body.headings.filter { (2...3).contains($0.level) }
    guard headings.count > 1 else { return "<div class=\"contents\"></div>" }
    return """
      <nav class="contents" aria-label="Contents">
      <p>Contents</p>
      <ul>\(each: headings, {
        "<li class=\"h\($0.level)\"><a href=\"#\(PagePath.encoded($0.anchor))\">\($0.text)</a></li>"
      })</ul>
      </nav>
      """
  }
}
