/// The page of search results, which the script of the search fills.
struct SearchResultsPage: PortalPage {
  let layout: Layout

  var title: String { "Search" }
  var section: Layout.Section? { nil }

  var main: HTML {
    """
    <h1>Search</h1>
    <p id="search-status" role="status"></p>
    <ol id="results"></ol>
    <noscript>
    <p>Searching needs the scripts of this site; they load nothing from elsewhere. Without them: \
    the <a href="\(layout.url(PagePath.part("systems", 1)))">systems</a> lead to every document, \
    and your browser can search within a page.</p>
    </noscript>
    """
  }
}
