internal import Bindings

/// What a document says of itself before its text: YAML or TOML, in fences or up to a line "---".
struct FrontMatter {
  /// A mapping whose lines are those of the file; nil when nothing of it can be read.
  let node: YAMLNode?
  /// How many lines it takes, fences included.
  let lineCount: Int
  /// Where the document goes on, in bytes.
  let end: Int
  private(set) var problems: [Problem] = []

  /// Nil when the text does not start with front matter.
  init?(_ text: [UInt8], _ lines: LineIndex, file: String) {
    guard let block = Block(lines) else { return nil }
    lineCount = block.isText ? 0 : block.last
    end = lineCount == 0 ? 0 : lines.range(lineCount + 1, orEndOf: text)
    let yaml = block.yaml(lines)
    do throws(YAMLError) {
      let documents = try YAMLNode.documents(yaml.span)
      // Text between two rules is no front matter.
      let pairs = documents.isEmpty ? [] : documents[0].pairs
      guard let pairs, pairs.allSatisfy({ Self.isShort($0.key) }),
        !block.isBare || pairs.count > 1
      else { return nil }
      node = documents.first
    } catch {
      // Without a fence, or shown as code, it may be anything; between rules it may be Markdown.
      guard !block.isBare, !block.isText, !block.isMarkdown(lines) else { return nil }
      node = Self.mended(yaml)
      problems = [
        Problem(
          code: "DOC-09",
          severity: "medium",
          message: "the front matter is not \(block.isTOML ? "TOML" : "YAML"): \(error.problem)"
            + " (column \(error.column))",
          fix: "mend line \(error.line), or remove the front matter",
          file: file,
          line: error.line
        )
      ]
    }
  }

  /// Whether a key has a few words, as no sentence has.
  private static func isShort(_ key: String) -> Bool {
    key.utf8.count <= 40 && key.utf8.count { $0 == Byte.space } <= 2
  }

  /// What is left of a text that is no YAML: line by line the value at fault is put in quotes, then
  /// left out.
  ///
  /// "title: Plan: the shop" and "owner: {{ team }}" are no YAML, and clear to everybody.
  private static func mended(_ yaml: [UInt8]) -> YAMLNode? {
    // A line of words alone would take the next one for its own.
    var lines = yaml.split(separator: 10, omittingEmptySubsequences: false).map { line in
      line.first?.isLetter == true && !line.contains(Byte.colon) ? [] : line
    }
    var touched: Set<Int> = []
    for _ in 0..<40 {
      do throws(YAMLError) {
        let node = try YAMLNode.documents(Array(lines.joined(separator: [10])).span).first
        return node?.pairs == nil ? nil : node
      } catch {
        // An error may show only behind the line that it is in.
        let end = min(max(error.line - 1, 0), lines.count - 1)
        guard let line = (0...end).last(where: { !lines[$0].allSatisfy(Byte.isSpace) }) else {
          return nil
        }
        let quoted = touched.insert(line).inserted ? quoted(lines[line]) : nil
        lines[line] = quoted ?? []
      }
    }
    return nil
  }

  /// "key: value" with the value in quotes; nil for any other line.
  private static func quoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let colon = line.firstIndex(of: Byte.colon), line[(colon + 1)...].first == Byte.space
    else { return nil }
    let value = line[(colon + 1)...].trimmed { Byte.isSpace($0) || "\"'".utf8.contains($0) }
    let doubled = value.flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] }
    return (line[...colon] + " '".utf8 + doubled + "'".utf8)[...]
  }
}

/// The lines that front matter takes, and how it is written.
private struct Block {
  let first: Int
  /// The line that closes it.
  let last: Int
  /// Without a line before it.
  var isBare = false
  var isTOML = false
  /// A block of code, which stays part of the text.
  var isText = false

  init?(_ lines: LineIndex) {
    let limit = min(lines.count, 500)
    guard limit > 2, let open = (1...min(limit, 5)).first(where: { !lines[$0].isBlank }) else {
      return nil
    }
    let fence = lines[open].trimmed(of: Byte.isSpace)
    func closing(_ words: [String]) -> Int? {
      (open..<limit).map { $0 + 1 }.first { line in
        let text = lines[line].trimmed(of: Byte.isSpace)
        return words.contains { text.elementsEqual($0.utf8) }
      }
    }
    let close: Int?
    switch String(fence) {
    case "---": close = closing(["---", "..."])
    case "+++":
      close = closing(["+++"])
      isTOML = true
    case "```yaml", "```yml":
      close = closing(["```"])
      isText = true
    default:
      isBare = true
      close =
        fence.prefix(41).contains(Byte.colon) && open == 1
        ? (2...min(limit, 60)).first { lines[$0].isBlank || lines[$0].elementsEqual("---".utf8) }
        : nil
    }
    guard let close, close - open > 1, !isBare || !lines[close].isBlank else { return nil }
    first = isBare ? open : open + 1
    last = close
  }

  /// Whether a line starts as none of YAML does: bold, a table, a quote, a tag.
  func isMarkdown(_ lines: LineIndex) -> Bool {
    (first..<last).contains { line in
      ["**", "|", ">", "<", "##"].contains { lines[line].starts(with: $0.utf8) }
    }
  }

  /// The block as YAML, behind as many empty lines as stand before it in the file.
  func yaml(_ lines: LineIndex) -> [UInt8] {
    let inner = (first..<last).map { lines[$0] }
    let yaml = isTOML ? TOMLText.yaml(inner) : inner
    return Array(repeating: 10, count: first - 1) + yaml.flatMap { $0 + [10] }
  }
}

extension LineIndex {
  /// Where a line starts; the end of the text behind the last one.
  fileprivate func range(_ line: Int, orEndOf text: [UInt8]) -> Int {
    line <= count ? range(line).lowerBound : text.count
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy(Byte.isSpace) }
}
