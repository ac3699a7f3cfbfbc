/// Parts the text of a block of code into words and signs; nothing is evaluated.
///
/// Damaged input costs no more than sound input: what has no end is text, and each search for an
/// end that fails is paid out of a budget.
struct ShellLexer {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var line: Int
  /// What the words so far use, and the commands that stand within them.
  var uses: [ShellVariable] = []
  var nested: [Nested] = []
  /// How many bytes may still be searched in vain.
  var budget: Int
  /// A place behind the position whose line is known.
  var seen = (place: 0, line: 0)
  /// The texts of words that are other than they are written.
  var copies: [UInt8] = []
  /// Where the word at hand begins, and its copy; -1 where it is as it is written.
  var start = 0
  var copy = -1
  let rules: CommandRules

  /// The place of "$(…)", "<(…)" or backticks, without the signs around it.
  struct Nested {
    let range: Range<Int>
    let line: Int
  }

  init(_ bytes: [UInt8], _ range: Range<Int>, line: Int, _ rules: CommandRules) {
    self.bytes = bytes
    self.rules = rules
    position = range.lowerBound
    end = range.upperBound
    self.line = line
    budget = 4 * range.count + 1024
  }

  /// Where the words so far have their texts.
  var source: ShellSource { ShellSource(bytes: bytes, copies: copies) }

  // MARK: Tokens

  mutating func next() -> ShellToken {
    skipBlanks()
    guard position < end else { return .end }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\n"):
      position += 1
      line += 1
      return .newline
    case UInt8(ascii: ";"): return doubled(.semicolon, .caseEnd)
    case UInt8(ascii: "|"):
      if peek(1) == UInt8(ascii: "&") { position += 1 }
      return doubled(.pipe, .or)
    case UInt8(ascii: "&"):
      if peek(1) == UInt8(ascii: ">") {
        position += 1
        return redirection(descriptor: 1)
      }
      return doubled(.background, .and)
    case UInt8(ascii: "("): return single(.open)
    case UInt8(ascii: ")"): return single(.close)
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      if placeholder(position) != nil || isProcess(position) { return .word(word()) }
      return redirection(descriptor: byte == UInt8(ascii: "<") ? 0 : 1)
    case 0x30...0x39:
      if let sign = peek(1), sign == UInt8(ascii: ">") || sign == UInt8(ascii: "<") {
        position += 1
        return redirection(descriptor: Int(byte) - 0x30)
      }
      return .word(word())
    default: return .word(word())
    }
  }

  /// Goes to the end of the line.
  mutating func skipLine() {
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// The lines up to one that holds only the delimiter; nil when there is none.
  mutating func heredoc(_ delimiter: String, isQuoted: Bool) -> String? {
    guard budget > 0 else { return nil }
    var start = position
    let delimiter = Array(delimiter.utf8)
    while start < end {
      let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      if bytes[start..<stop].trimmed(of: Byte.isSpace).elementsEqual(delimiter) {
        let body = position..<max(position, start - 1)
        if !isQuoted { expansions(in: body) }
        line += newlines(position..<min(stop + 1, end))
        position = min(stop + 1, end)
        return String(bytes[body])
      }
      start = stop + 1
    }
    budget -= end - position
    return nil
  }

  /// Takes a ")" if it is next.
  mutating func closes() -> Bool { takes(UInt8(ascii: ")")) }

  /// Takes "()" if it is next.
  mutating func takesParentheses() -> Bool { takes(UInt8(ascii: "(")) && closes() }

  private mutating func takes(_ sign: UInt8) -> Bool {
    skipBlanks()
    guard position < end, bytes[position] == sign else { return false }
    position += 1
    return true
  }

  func peek(_ distance: Int) -> UInt8? {
    position + distance < end ? bytes[position + distance] : nil
  }

  private mutating func single(_ sign: ShellToken.Sign) -> ShellToken {
    position += 1
    return .sign(sign)
  }

  private mutating func doubled(_ one: ShellToken.Sign, _ two: ShellToken.Sign) -> ShellToken {
    let isTwo = peek(1) == bytes[position]
    position += isTwo ? 2 : 1
    return .sign(isTwo ? two : one)
  }

  private mutating func redirection(descriptor: Int) -> ShellToken {
    let start = position
    let first = bytes[start]
    position += 1
    while position < end, position - start < 3, bytes[position] == first { position += 1 }
    if position < end, position - start < 3, "&|-".utf8.contains(bytes[position]),
      bytes[position] != UInt8(ascii: "-") || position - start == 2
    {
      position += 1
    }
    // ">|" is ">".
    let isForced =
      position == start + 2 && first == UInt8(ascii: ">")
      && bytes[start + 1] == UInt8(ascii: "|")
    let sign = ShellPiece(isCopy: false, range: start..<(isForced ? start + 1 : position))
    return .redirection(sign, descriptor: descriptor)
  }

  /// Skips spaces, joined lines and comments.
  private mutating func skipBlanks() {
    while position < end {
      let byte = bytes[position]
      if byte == Byte.space || byte == 9 || byte == 13 {
        position += 1
      } else if byte == UInt8(ascii: "\\"), let joint = jointLength(position) {
        position += joint
        line += 1
      } else if byte == UInt8(ascii: "#") {
        skipLine()
      } else {
        return
      }
    }
  }

  /// The length of a backslash at the end of a line, with spaces behind it that nobody sees.
  func jointLength(_ start: Int) -> Int? {
    var index = start + 1
    while index < end, bytes[index] == Byte.space || bytes[index] == 9 || bytes[index] == 13 {
      index += 1
    }
    return index < end && bytes[index] == UInt8(ascii: "\n") ? index + 1 - start : nil
  }

  /// Forgets what the words so far use.
  mutating func forget() {
    if !uses.isEmpty { uses.removeAll(keepingCapacity: true) }
    if !nested.isEmpty { nested.removeAll(keepingCapacity: true) }
  }
}
