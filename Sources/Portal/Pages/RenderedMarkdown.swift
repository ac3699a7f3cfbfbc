/// A document's body as HTML, and its headings in order.
struct RenderedMarkdown: Sendable {
  var html: [UInt8]
  var headings: [Heading]
}

/// A heading of a document.
struct Heading: Equatable, Sendable {
  var level: Int
  var text: String
  var anchor: String
  var line: Int
}
