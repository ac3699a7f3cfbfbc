/// A kind of page: each has a title, a place in the navigation, and what stands between header
/// and footer.
protocol PortalPage: Sendable {
  var layout: Layout { get }
  var title: String { get }
  var section: Layout.Section? { get }
  var main: HTML { get }
}

extension PortalPage {
  var snapshot: Snapshot { layout.snapshot }

  /// The bytes of the whole page.
  func render() -> [UInt8] { layout.page(title: title, section: section, main: main) }

  /// The page, to be made when its turn comes.
  var job: PageJob {
    let page = self
    return PageJob(path: layout.path) { page.render() }
  }
}
