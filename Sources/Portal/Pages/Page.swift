/// A file of the site.
struct Page: Equatable, Sendable {
  /// Relative to the folder of the site.
  let path: String
  let bytes: [UInt8]
}

/// A page that can be made at any time, on any thread, without asking anything else.
struct PageJob: Sendable {
  let path: String
  let render: @Sendable () -> [UInt8]

  /// Makes the page.
  func page() -> Page { Page(path: path, bytes: render()) }
}
