/// Parts the text of a block of code into words and signs; nothing is evaluated.
///
/// Damaged input costs no more than sound input: what has no end is text, and each search for an
/// end that fails is paid out of a budget.
struct ShellLexer {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int
  private(set) var line: Int
  /// What the words so far use, and the commands that stand within them.
  var uses: [ShellVariable] = []
  var nested: [Nested] = []
  /// How many bytes may still be searched in vain.
  var budget: Int
  /// A place behind the position whose line is known.
  var seen = (place: 0, line: 0)
  private var buffer: [UInt8] = []

  /// The place of "$(…)", "<(…)" or backticks, without the signs around it.
  struct Nested {
    let range: Range<Int>
    let line: Int
  }

  init(_ bytes: [UInt8], _ range: Range<Int>, line: Int) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.line = line
    budget = 4 * range.count + 1024
  }

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

  private func peek(_ distance: Int) -> UInt8? {
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
    let sign = String(bytes[start..<position])
    return .redirection(sign == ">|" ? ">" : sign, descriptor: descriptor)
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
  private func jointLength(_ start: Int) -> Int? {
    var index = start + 1
    while index < end, bytes[index] == Byte.space || bytes[index] == 9 || bytes[index] == 13 {
      index += 1
    }
    return index < end && bytes[index] == UInt8(ascii: "\n") ? index + 1 - start : nil
  }

  // MARK: Words

  private mutating func word() -> ShellWord {
    let start = position
    let first = line
    var isQuoted = false
    var nameLength = 0
    buffer.removeAll(keepingCapacity: true)
    loop: while position < end {
      let byte = bytes[position]
      switch byte {
      case Byte.space, 9, 10, 13, 0x3B, 0x7C, 0x26, 0x29: break loop  // ; | & )
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        guard let stop = placeholder(position) ?? process(position) else { break loop }
        take(stop)
      case UInt8(ascii: "("):
        guard nameLength > 0, buffer.count == nameLength + 1,
          let stop = closing(position + 1, UInt8(ascii: ")"))
        else { break loop }
        expansions(in: position..<stop)
        take(stop + 1)
      case UInt8(ascii: "\\"): escaped()
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        if quoted(byte) { isQuoted = true }
      case UInt8(ascii: "$"), UInt8(ascii: "`"): take(expansion(position))
      case UInt8(ascii: "{"): take(braces(position))
      case UInt8(ascii: "=") where nameLength == 0 && !isQuoted && isName(start..<position):
        nameLength = position - start
        take(position + 1)
      default: take(plainEnd)
      }
    }
    // A sign that begins no word and is none of the others.
    if position == start { take(start + 1) }
    return ShellWord(
      text: String(decoding: buffer, as: UTF8.self),
      range: start..<position,
      line: first,
      isQuoted: isQuoted,
      nameLength: nameLength
    )
  }

  /// Where the bytes end that are taken as they are, from the position on; one at least.
  private var plainEnd: Int {
    var stop = position + 1
    while stop < end, bytes[stop].isLetterOrDigit || bytes[stop] == UInt8(ascii: "-") {
      stop += 1
    }
    return stop
  }

  private mutating func take(_ stop: Int) {
    if stop == position + 1 {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      buffer.append(bytes[position])
    } else {
      line += newlines(position..<stop)
      buffer.append(contentsOf: bytes[position..<stop])
    }
    position = stop
  }

  private mutating func escaped() {
    if let joint = jointLength(position) {
      position += joint
      line += 1
    } else {
      // "\\dt" is no program, and "\\rm" one without its alias.
      if buffer.isEmpty, peek(1)?.isASCIILetter == true { buffer.append(bytes[position]) }
      position += 1
      if position < end { take(position + 1) }
    }
  }

  /// Takes what stands in quotes; false where nothing closes them, or they are an apostrophe.
  private mutating func quoted(_ quote: UInt8) -> Bool {
    let isSingle = quote == UInt8(ascii: "'")
    guard let stop = closing(position + 1, quote), !(isSingle && isApostrophe(stop)) else {
      take(position + 1)
      return false
    }
    let inside = (position + 1)..<stop
    if isSingle {
      buffer.append(contentsOf: bytes[inside])
    } else {
      expansions(in: inside)
      var index = inside.lowerBound
      while index < stop {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < stop,
          "\"\\$`".utf8.contains(bytes[index + 1])
        {
          index += 1
        }
        buffer.append(bytes[index])
        index += 1
      }
    }
    line += newlines(inside)
    position = stop + 1
    return true
  }

  /// "don't": letters on both sides, and the next quote on another line.
  private func isApostrophe(_ stop: Int) -> Bool {
    guard position > 0, bytes[position - 1].isLetter, position + 1 < end,
      bytes[position + 1].isLetter
    else { return false }
    return bytes[position..<stop].contains(UInt8(ascii: "\n"))
  }

  /// "name" or "name[index]", with a "+" behind it.
  private func isName(_ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first, first.isASCIILetter || first == UInt8(ascii: "_") else {
      return false
    }
    let name = bytes[range].last == UInt8(ascii: "+") ? range.dropLast() : range
    return bytes[name].allSatisfy {
      $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "_") || "[]".utf8.contains($0)
    }
  }

  private func newlines(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 == UInt8(ascii: "\n") }
  }
}
