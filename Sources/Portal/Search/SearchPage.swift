/// A page of the portal as the search sees it.
struct SearchPage: Sendable {
  /// A heading and what stands under it, up to the next heading of any level.
  struct Section: Sendable {
    /// The fragment of the heading in the page; empty before the first heading.
    let anchor: String
    /// From 1; 0 before the first heading.
    let level: Int
    let heading: String
    var lines: [Line] = []
  }

  /// A line of words or of code.
  struct Line: Sendable {
    let text: String
    /// Whether it is a line of code: it weighs more, and a hit leads to the line itself.
    let isCode: Bool
    /// From 1, in the file.
    let line: Int
  }

  /// Relative to the root of the site.
  let url: String
  let title: String
  /// What kind of page it is, in a word for the reader: plan, runbook, review, page.
  let kind: String
  /// The title of the system that the page belongs to.
  let system: String?
  let sections: [Section]
}
