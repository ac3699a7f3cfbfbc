@testable import Portal

/// A document of a test.
func sample(_ text: String, path: String = "plans/sample.md") -> Document {
  Document(SourceFile(path: path, bytes: Array(text.utf8)))
}

/// The marked outline of a document of a test.
func marked(_ text: String) -> MarkedOutline { MarkedOutline(sample(text).outline) }
