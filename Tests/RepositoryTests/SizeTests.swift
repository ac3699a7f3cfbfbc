import Testing

/// Files that can be read at one sitting.
@Suite struct SizeTests {
  static let all = Repository.sources + Repository.tests

  @Test(arguments: all)
  func `stays within 400 lines of 100 columns`(file: Repository.SwiftFile) {
    #expect(file.lines.count <= 400)
    for (index, line) in file.lines.enumerated() where line.count > 100 {
      Issue.record("line \(index + 1) has \(line.count) columns")
    }
  }

  @Test(arguments: all)
  func `keeps functions within 40 lines`(file: Repository.SwiftFile) {
    for function in Self.functions(of: file.code) where function.lines > 40 {
      Issue.record("the function at line \(function.start) has \(function.lines) lines")
    }
  }

  @Test func `measures functions by their braces`() {
    let code = "func a() {\n  b { }\n}\n\ninit(\n  x: Int\n) {\n}\nprotocol P { func c() }\n"
    let expected: [[Int]] = [[1, 3], [5, 4], [9, 1]]
    #expect(Self.functions(of: code).map { [$0.start, $0.lines] } == expected)
  }

  /// The functions of a code without comments and literals, with their first line and length.
  static func functions(of code: String) -> [(start: Int, lines: Int)] {
    var found: [(start: Int, lines: Int)] = []
    var depth = 0
    var open: (start: Int, depth: Int)?
    for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = Repository.words(line)
      let isStart = words.contains("func") || words.first == "init" || words.contains("subscript")
      if open == nil, isStart { open = (index + 1, depth) }
      var closed = false
      for character in line where character == "{" || character == "}" {
        depth += character == "{" ? 1 : -1
        closed = closed || character == "}"
      }
      guard let function = open, depth <= function.depth, closed else { continue }
      found.append((function.start, index + 2 - function.start))
      open = nil
    }
    return found
  }
}
