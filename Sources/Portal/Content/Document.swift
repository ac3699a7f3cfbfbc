internal import Bindings

/// A Markdown file, parsed.
struct Document: Sendable {
  let file: SourceFile
  let lines: LineIndex
  /// The text as UTF-8 without a byte order mark, credentials masked.
  let text: [UInt8]
  /// The lines on which credentials were masked, in order.
  let maskedLines: [Int]
  let tree: MarkdownTree
  /// How many lines of the file stand before the first line of `tree`: the front matter.
  let lineOffset: Int
  let outline: Outline
  let frontMatter: YAMLNode?
  /// The first heading, else the title of the front matter, else the name of the file.
  let title: String
  /// What could not be read.
  let problems: [Problem]

  init(_ file: SourceFile) {
    self.file = file
    // Credentials go no further than this line; lines keep their numbers.
    let encoding = TextEncoding(of: file.bytes)
    let open = encoding.utf8(of: file.bytes)
    let secrets = Mask.secrets(in: open)
    let text = Mask.masked(open, secrets)
    self.text = text
    // What is no UTF-8 was made that, but for bytes that are no characters at all.
    let isUTF8 = encoding != .damaged
    lines = LineIndex(text, isUTF8: isUTF8)
    maskedLines = secrets.isEmpty ? [] : Document.lines(of: secrets, in: LineIndex(open))
    var problems: [Problem] = []
    let front = FrontMatter(text, lines, file: file.path)
    lineOffset = front?.lineCount ?? 0
    frontMatter = front?.node
    problems += front?.problems ?? []
    let body = front.map { Array(text[$0.end...]) } ?? text
    if let refusal = MarkdownLimits.refusal(of: body.span) {
      problems.append(.unreadable(file.path, line: refusal.line + lineOffset, refusal.reason))
      tree = MarkdownTree(parsing: [UInt8]().span)
    } else {
      tree = MarkdownTree(parsing: body.span, isUTF8: isUTF8)
    }
    problems += Document.encodingProblems(file, encoding)
    outline = OutlineBuilder.outline(
      of: tree,
      lines: lines,
      lineOffset: lineOffset,
      isDamaged: DisplayText(text).isDamaged
    )
    problems += outline.refusals.map { .unreadable(file.path, line: $0.line, $0.reason) }
    self.problems = problems
    title = Document.title(outline, frontMatter, path: file.path)
  }

  /// The lines of some ranges that are in order, each once.
  private static func lines(of ranges: [Range<Int>], in index: LineIndex) -> [Int] {
    var lines: [Int] = []
    var line = 1
    for range in ranges {
      while line < index.count, index.range(line + 1).lowerBound <= range.lowerBound { line += 1 }
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  /// Why the text was not read.
  var refusal: String? { problems.first { $0.code == "DOC-09" && $0.severity == "high" }?.message }

  /// Where a fact of this document stands.
  func location(_ line: Int) -> SourceLocation {
    SourceLocation(file: file.path, line: line, quote: lines.quote(line))
  }

  private static func title(_ outline: Outline, _ front: YAMLNode?, path: String) -> String {
    let headings = outline.statements.lazy.filter { $0.kind == .heading && !$0.text.isEmpty }
    let text = (headings.first { $0.level == 1 } ?? headings.first)?.text ?? front?["title"]?.text
    if let text { return EncodingRepair.repaired(text) ?? text }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  private static func encodingProblems(
    _ file: SourceFile,
    _ encoding: TextEncoding
  ) -> [Problem] {
    guard encoding == .windows1252 || encoding == .damaged else { return [] }
    let lines = LineIndex(file.bytes)
    let line = (1...lines.count).first { String(validating: lines[$0], as: UTF8.self) == nil }
    let form =
      encoding == .windows1252
      ? "it was read as Windows-1252" : "bytes that are no characters are shown as \u{FFFD}"
    return [
      Problem(
        code: "DOC-07",
        severity: "medium",
        message: "the text is not UTF-8: \(form)",
        fix: "save the file as UTF-8",
        file: file.path,
        line: line
      )
    ]
  }
}

/// Where a statement stands, and its words.
struct SourceLocation: Hashable, Sendable {
  let file: String
  /// From 1.
  let line: Int
  /// The line as it is written, with credentials masked.
  let quote: String
}

extension Problem {
  /// A document that could not be read.
  static func unreadable(_ path: String, line: Int?, _ reason: String) -> Problem {
    Problem(
      code: "DOC-09",
      severity: "high",
      message: "the document was not read: \(reason)",
      fix: "mend or split the file, or exclude it in drillbook.yaml",
      file: path,
      line: line
    )
  }
}
