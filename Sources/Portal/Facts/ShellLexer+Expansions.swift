internal import Bindings

extension ShellLexer {
  // MARK: Variables and nested commands

  /// Notes what a text uses, and the commands within it.
  mutating func expansions(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "$"), UInt8(ascii: "`"): index = expansion(index)
      default: index += 1
      }
    }
  }

  /// The end of "$NAME", "${…}", "$(…)" or backticks, which are noted; text is one byte long.
  mutating func expansion(_ start: Int) -> Int {
    if bytes[start] == UInt8(ascii: "`") {
      guard let stop = closing(start + 1, bytes[start]) else { return start + 1 }
      note(start + 1, stop)
      return stop + 1
    }
    guard start + 1 < end else { return start + 1 }
    switch bytes[start + 1] {
    case UInt8(ascii: "("): return substitution(start)
    case UInt8(ascii: "{"): return parameter(start)
    case 0x30...0x39, 0x40, 0x2A, 0x23, 0x3F, 0x24, 0x21: return start + 2  // $1 $@ $* $# $? $$ $!
    default:
      let stop = nameEnd(start + 1)
      if stop > start + 1 { use(start + 1, stop) }
      return max(stop, start + 1)
    }
  }

  private mutating func substitution(_ start: Int) -> Int {
    let isSum = start + 2 < end && bytes[start + 2] == UInt8(ascii: "(")
    guard let stop = closing(start + 2, UInt8(ascii: ")")) else { return start + 1 }
    if isSum {
      names(in: (start + 3)..<stop)
    } else {
      note(start + 2, stop)
    }
    return stop + 1
  }

  private mutating func parameter(_ start: Int) -> Int {
    if start + 2 < end, bytes[start + 2] == UInt8(ascii: "{") {
      return max(braces(start + 1), start + 1)
    }
    guard let stop = closing(start + 2, UInt8(ascii: "}")) else { return start + 1 }
    var first = start + 2
    while first < stop, "#!".utf8.contains(bytes[first]) { first += 1 }
    let last = nameEnd(first)
    if last > first {
      var rest = bytes[last..<stop]
      if rest.first == Byte.colon { rest = rest.dropFirst() }
      let isDefault = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "=")
      use(first, last, isDefault ? String(rest.dropFirst()) : nil)
    }
    expansions(in: last..<stop)
    return stop + 1
  }

  /// The end of "{{ name }}" of a template; else of the one byte.
  func braces(_ start: Int) -> Int {
    guard start + 1 < end, bytes[start + 1] == bytes[start] else { return start + 1 }
    let limit = min(end, start + 100)
    var index = start + 2
    while index + 1 < limit, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") {
        return index + 2
      }
      index += 1
    }
    return start + 1
  }

  /// Names without a "$", as in "$((END - START))".
  private mutating func names(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let stop = min(nameEnd(index), range.upperBound)
      if stop > index { use(index, stop) }
      index = max(stop, index + 1)
    }
  }

  private func nameEnd(_ start: Int) -> Int {
    guard start < end, bytes[start].isASCIILetter || bytes[start] == UInt8(ascii: "_") else {
      return start
    }
    var index = start
    while index < end,
      bytes[index].isASCIILetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    return index
  }

  private mutating func use(_ start: Int, _ stop: Int, _ value: String? = nil) {
    let line = line(at: start)
    uses.append(
      ShellVariable(name: String(bytes[start..<stop]), access: .used, value: value, line: line)
    )
  }

  private mutating func note(_ start: Int, _ stop: Int) {
    nested.append(Nested(range: start..<stop, line: line(at: start)))
  }

  /// The line of a place behind the position.
  private mutating func line(at place: Int) -> Int {
    if seen.place < position || seen.place > place { seen = (position, line) }
    if place > seen.place {
      seen.line += bytes[seen.place..<place].count { $0 == UInt8(ascii: "\n") }
      seen.place = place
    }
    return seen.line
  }

  // MARK: What is no redirection

  /// The end of "<name of a thing>", which stands for a value that somebody fills in.
  func placeholder(_ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "<"), start + 2 < end,
      bytes[start + 1].isLetterOrDigit || bytes[start + 1] == UInt8(ascii: "_")
    else { return nil }
    var index = start + 1
    let limit = min(end, start + 80)
    while index < limit, bytes[index] != UInt8(ascii: ">") {
      guard bytes[index].isLetterOrDigit || " _-./:|*,'()+@#".utf8.contains(bytes[index]) else {
        return nil
      }
      index += 1
    }
    return index < limit && bytes[index - 1] != Byte.space ? index + 1 : nil
  }

  /// "<(…)" and ">(…)".
  func isProcess(_ start: Int) -> Bool {
    start + 1 < end && bytes[start + 1] == UInt8(ascii: "(")
  }

  /// The end of "<(…)", whose commands are noted.
  mutating func process(_ start: Int) -> Int? {
    guard isProcess(start), let stop = closing(start + 2, UInt8(ascii: ")")) else { return nil }
    note(start + 2, stop)
    return stop + 1
  }

  // MARK: Ends

  /// Where what was opened before a place is closed; nil where it is not.
  mutating func closing(_ start: Int, _ sign: UInt8) -> Int? {
    guard budget > 0 else { return nil }
    if sign == UInt8(ascii: "'") {
      let found = bytes.span.extracting(start..<end).firstIndex(of: sign, from: 0)
      if let found { return start + found }
      budget -= end - start
      return nil
    }
    if let stop = plainClosing(start, sign) { return stop }
    var open = [sign]
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == open[open.count - 1] {
        open.removeLast()
        if open.isEmpty { return index }
      } else if byte == UInt8(ascii: "\\") {
        index += 1
      } else if open[open.count - 1] != UInt8(ascii: "`") {
        index = opening(index, &open)
      }
      index += 1
    }
    budget -= end - start
    return nil
  }

  /// The same where nothing before it means anything; nil where something does.
  func plainClosing(_ start: Int, _ sign: UInt8) -> Int? {
    let bytes = bytes.span
    let openings = sign == UInt8(ascii: "\"") ? Self.openingsInText : Self.openings
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == sign { return index }
      if openings.contains(byte) { return nil }
      index += 1
    }
    return nil
  }

  /// What opens something, or means something before a sign.
  private static let openings = ByteSet("\\$`(\"'".utf8)
  private static let openingsInText = ByteSet("\\$`".utf8)

  /// Opens what begins at a place; the place before what follows it.
  private func opening(_ index: Int, _ open: inout [UInt8]) -> Int {
    let byte = bytes[index]
    let isText = open[open.count - 1] == UInt8(ascii: "\"")
    switch byte {
    case UInt8(ascii: "$") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "("):
      open.append(UInt8(ascii: ")"))
      return index + 1
    case UInt8(ascii: "$") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "{"):
      open.append(UInt8(ascii: "}"))
      return index + 1
    case UInt8(ascii: "`"): open.append(byte)
    case UInt8(ascii: "(") where !isText: open.append(UInt8(ascii: ")"))
    case UInt8(ascii: "\"") where !isText: open.append(byte)
    case UInt8(ascii: "'") where !isText:
      return bytes[(index + 1)..<end].firstIndex(of: byte) ?? index
    default: break
    }
    return index
  }
}
