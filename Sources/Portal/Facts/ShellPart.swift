/// The words between two signs, before it is known what they mean.
///
/// It is used again for the next ones, and keeps the room that it has.
struct ShellPart: Sendable {
  private(set) var range = 0..<0
  private(set) var line = 0
  private(set) var lastLine = 0
  private(set) var words: [ShellWord] = []
  private(set) var assignments: [ShellWord] = []
  private(set) var redirections: [ShellCommand.Redirection] = []

  /// Begins anew at a place of the text.
  mutating func begin(at start: Int, line: Int) {
    range = start..<start
    self.line = line
    lastLine = line
    words.removeAll(keepingCapacity: true)
    // Few commands have more.
    if words.capacity == 0 { words.reserveCapacity(16) }
    if !assignments.isEmpty { assignments.removeAll(keepingCapacity: true) }
    if !redirections.isEmpty { redirections.removeAll(keepingCapacity: true) }
  }

  /// Adds a word; what is set before the first other one is set for the command.
  mutating func add(_ word: ShellWord) {
    if words.isEmpty, word.nameLength > 0 {
      assignments.append(word)
    } else {
      words.append(word)
    }
    end(word.range.upperBound, line: word.line)
  }

  mutating func add(_ redirection: ShellCommand.Redirection, end: Int, line: Int) {
    redirections.append(redirection)
    self.end(end, line: line)
  }

  private mutating func end(_ end: Int, line: Int) {
    range = range.lowerBound..<max(end, range.lowerBound)
    lastLine = max(lastLine, line)
  }

  /// The command that some of the words are.
  func inner(_ inside: Range<Int>) -> ShellPart {
    var part = ShellPart()
    part.begin(at: words[inside.lowerBound].range.lowerBound, line: words[inside.lowerBound].line)
    for word in words[inside] { part.add(word) }
    part.end(range.upperBound, line: lastLine)
    return part
  }
}

extension ShellVariable {
  /// The variable that an assignment sets.
  init(_ word: ShellWord, _ source: ShellSource, isExported: Bool = false) {
    let bytes = Array(source.text(word.text).utf8)
    let name = bytes[..<min(word.nameLength, bytes.count)].prefix {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "_")
    }
    self.init(
      name: String(name),
      access: .set,
      value: String(bytes[min(word.nameLength + 1, bytes.count)...]),
      line: word.line,
      isExported: isExported
    )
  }
}
