internal import Bindings

/// The YAML between two lines of "---" at the start of a document.
struct FrontMatter {
  let node: YAMLNode?
  /// How many lines it takes, fences included.
  let lineCount: Int
  /// Where the document goes on, in bytes.
  let end: Int
  let problems: [Problem]

  /// Nil when the text does not start with front matter.
  init?(_ text: [UInt8], file: String) {
    let lines = LineIndex(text)
    guard lines.count > 2, text[lines.range(1)].elementsEqual("---".utf8),
      let close = (2...min(lines.count, 500)).first(where: { line in
        let bytes = text[lines.range(line)].trimmed(of: Byte.isSpace)
        return bytes.elementsEqual("---".utf8) || bytes.elementsEqual("...".utf8)
      })
    else { return nil }
    let start = lines.range(2).lowerBound
    let yaml = Array(text[start..<lines.range(close).lowerBound])
    lineCount = close
    end = close < lines.count ? lines.range(close + 1).lowerBound : text.count
    do throws(YAMLError) {
      let documents = try YAMLNode.documents(yaml.span)
      // Text between two rules is no front matter.
      guard documents.isEmpty || documents[0].pairs != nil else { return nil }
      node = documents.first
      problems = []
    } catch {
      node = nil
      problems = [
        Problem(
          code: "DOC-09",
          severity: "medium",
          message: "the front matter is not YAML: \(error.problem) (column \(error.column))",
          fix: "mend line \(error.line + 1), or remove the front matter",
          file: file,
          line: error.line + 1
        )
      ]
    }
  }
}
