/// A block of code as it is written.
struct CodeBlock: Sendable {
  /// The language of its fence, in lower case.
  let language: String
  let text: String
  /// Its lines in the file, from 1, without the fence.
  let lines: ClosedRange<Int>

  /// The blocks of a document in their order; those that hold nothing keep their place.
  static func read(_ outline: MarkedOutline, _ document: Document) -> [CodeBlock] {
    outline.outline.codes.map { code in
      CodeBlock(
        language: code.language,
        text: String(decoding: document.lines[code.lines], as: UTF8.self),
        lines: code.lines
      )
    }
  }
}
