internal import Bindings

/// The words between two signs, before it is known what they mean.
struct ShellPart: Sendable {
  /// The text that they stand in.
  let bytes: [UInt8]
  private(set) var range: Range<Int>
  let line: Int
  private(set) var lastLine: Int
  private(set) var words: [ShellWord] = []
  private(set) var assignments: [ShellWord] = []
  private(set) var redirections: [ShellCommand.Redirection] = []

  init(_ bytes: [UInt8], from start: Int, line: Int) {
    self.bytes = bytes
    range = start..<start
    self.line = line
    lastLine = line
    words.reserveCapacity(8)
  }

  var isEmpty: Bool { words.isEmpty && assignments.isEmpty && redirections.isEmpty }

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

  /// The command that these words of the part are.
  func inner(_ words: [ShellWord]) -> ShellPart? {
    guard let first = words.first else { return nil }
    var part = ShellPart(bytes, from: first.range.lowerBound, line: first.line)
    for word in words { part.add(word) }
    part.end(range.upperBound, line: lastLine)
    return part
  }

  /// As it is written, joined lines on one; at most 2,000 bytes.
  var text: String {
    let slice = bytes[range].prefix(2000)
    guard slice.span.firstIndex(of: 10, from: 0) != nil else { return String(slice) }
    var joined: [UInt8] = []
    joined.reserveCapacity(slice.count)
    var isJoint = false
    for byte in slice {
      if isJoint, byte == Byte.space || byte == 9 || byte == 10 || byte == 13 { continue }
      isJoint = false
      if byte == 10, joined.last == UInt8(ascii: "\\") {
        joined.removeLast()
        while joined.last == Byte.space { joined.removeLast() }
        joined.append(Byte.space)
        isJoint = true
      } else {
        joined.append(byte)
      }
    }
    return String(decoding: joined, as: UTF8.self)
  }
}

extension ShellVariable {
  /// The variable that an assignment sets.
  init(_ word: ShellWord, isExported: Bool = false) {
    let bytes = Array(word.text.utf8)
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
