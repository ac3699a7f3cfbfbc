/// What a web server shows for an address that does not exist.
struct NotFoundPage: PortalPage {
  let layout: Layout

  var title: String { "Not found" }
  var section: Layout.Section? { nil }

  var main: HTML {
    """
    <h1>There is no such page</h1>
    <p>The document may have been moved or renamed since the link was made. Start from the \
    <a href="\(layout.url(PagePath.home))">first page</a>, or \
    <a href="\(layout.url(PagePath.search))">search</a>.</p>
    """
  }
}
