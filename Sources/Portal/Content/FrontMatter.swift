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
      guard documents.isEmpty || documents[0].pairs != nil, !block.isBare || Self.isBare(documents)
      else { return nil }
      node = documents.first
    } catch {
      // Without a fence, or shown as code, it may be anything.
      guard !block.isBare, !block.isText else { return nil }
      node = (try? YAMLNode.documents(Self.plain(yaml).span))?.first
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

  /// Whether lines above a line "---" are keys and no heading: several, of a few words each.
  private static func isBare(_ documents: [YAMLNode]) -> Bool {
    guard let pairs = documents.first?.pairs, pairs.count > 1 else { return false }
    return pairs.allSatisfy { pair in
      pair.key.utf8.count <= 40 && pair.key.utf8.count { $0 == Byte.space } <= 2
    }
  }

  /// The entries of the outermost level whose values are words, each value in quotes.
  ///
  /// "title: Plan: the shop" and "owner: {{ team }}" are no YAML, and clear to everybody.
  private static func plain(_ yaml: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var keys: Set<ArraySlice<UInt8>> = []
    for line in yaml.split(separator: 10, omittingEmptySubsequences: false) {
      defer { result.append(10) }
      guard line.first?.isLetter == true, let colon = line.firstIndex(of: Byte.colon) else {
        continue
      }
      let value = line[(colon + 1)...].trimmed { Byte.isSpace($0) || "\"'".utf8.contains($0) }
      guard !value.isEmpty, line[colon + 1] == Byte.space, keys.insert(line[..<colon]).inserted
      else { continue }
      result += line[...colon] + " '".utf8
      for byte in value { result += byte == UInt8(ascii: "'") ? [byte, byte] : [byte] }
      result.append(UInt8(ascii: "'"))
    }
    return result
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
