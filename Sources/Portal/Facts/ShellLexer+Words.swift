extension ShellLexer {
  // MARK: Words

  /// The word that begins at the position.
  mutating func word() -> ShellWord {
    if let word = plainWord() { return word }
    start = position
    copy = -1
    let first = line
    var isQuoted = false
    var nameLength = 0
    // What stands between quotes, where these are all that is left out.
    var inside: Range<Int>?
    loop: while position < end {
      let byte = bytes[position]
      switch byte {
      case Byte.space, 9, 10, 13, 0x3B, 0x7C, 0x26, 0x29: break loop  // ; | & )
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        guard let stop = placeholder(position) ?? process(position) else { break loop }
        take(stop)
      case UInt8(ascii: "("):
        guard nameLength > 0, count == nameLength + 1,
          let stop = closing(position + 1, UInt8(ascii: ")"))
        else { break loop }
        expansions(in: position..<stop)
        take(stop + 1)
      case UInt8(ascii: "\\"): escaped()
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        if quoted(byte, &inside) { isQuoted = true }
      case UInt8(ascii: "$"), UInt8(ascii: "`"): take(expansion(position))
      case UInt8(ascii: "{"): take(braces(position))
      case UInt8(ascii: "=") where nameLength == 0 && !isQuoted && isName(start..<position):
        nameLength = position - start
        take(position + 1)
      default: take(plain: Self.plainEnd(bytes.span, position + 1, end))
      }
    }
    // A sign that begins no word and is none of the others.
    if position == start { take(start + 1) }
    var word = look(ShellWord(range: start..<position, text: text(inside), line: first))
    word.isQuoted = isQuoted
    word.nameLength = nameLength
    return word
  }

  /// A word with what its bytes tell.
  private func look(_ word: ShellWord) -> ShellWord {
    var word = word
    let range = word.text.range
    word.look =
      word.text.isCopy
      ? ShellLook(copies.span, range, rules) : ShellLook(bytes.span, range, rules)
    return word
  }

  /// The text of the word that ends at the position.
  private func text(_ inside: Range<Int>?) -> ShellPiece {
    if copy >= 0 { return ShellPiece(isCopy: true, range: copy..<copies.count) }
    return ShellPiece(isCopy: false, range: inside ?? start..<position)
  }

  /// How many bytes the text of the word at hand has.
  private var count: Int { copy < 0 ? position - start : copies.count - copy }

  /// The same where no byte of the word means more than itself, as in most: then one look at each
  /// byte is enough.
  private mutating func plainWord() -> ShellWord? {
    var look = ShellLook()
    var hash = NameTable.Hash()
    let stop = Self.plainEnd(bytes.span, position, end, &look.seen, &hash)
    guard stop > position, endsWord(stop) else { return nil }
    let range = position..<stop
    look.number = rules.number(of: bytes.span, range, hash)
    position = stop
    let text = ShellPiece(isCopy: false, range: range)
    var word = ShellWord(range: range, text: text, line: line)
    word.look = look
    return word
  }

  /// Where the bytes end that mean only themselves, from a place on; they are seen and hashed.
  @inline(__always)
  private static func plainEnd(
    _ bytes: Swift.Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ seen: inout SeenBytes,
    _ hash: inout NameTable.Hash
  ) -> Int {
    var stop = start
    while stop < end, seen.insert(plain: bytes[stop]) {
      hash.add(bytes[stop])
      stop += 1
    }
    return stop
  }

  /// The same without a further look.
  private static func plainEnd(_ bytes: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var stop = start
    var seen = SeenBytes()
    while stop < end, seen.insert(plain: bytes[stop]) { stop += 1 }
    return stop
  }

  /// Takes bytes without a line end as they are.
  private mutating func take(plain stop: Int) {
    if copy >= 0 { copies.append(contentsOf: bytes[position..<stop]) }
    position = stop
  }

  private mutating func take(_ stop: Int) {
    line += newlines(position..<stop)
    take(plain: stop)
  }

  /// The word at hand is other than it is written from here on.
  private mutating func leaveOut() {
    guard copy < 0 else { return }
    copy = copies.count
    copies.append(contentsOf: bytes[start..<position])
  }

  private mutating func escaped() {
    // "\\dt" is no program, and "\\rm" one without its alias.
    let isKept = count == 0 && peek(1)?.isASCIILetter == true
    leaveOut()
    if let joint = jointLength(position) {
      position += joint
      line += 1
    } else {
      if isKept { copies.append(bytes[position]) }
      position += 1
      if position < end { take(position + 1) }
    }
  }

  /// Takes what stands in quotes; false where nothing closes them, or they are an apostrophe.
  private mutating func quoted(_ quote: UInt8, _ whole: inout Range<Int>?) -> Bool {
    let isSingle = quote == UInt8(ascii: "'")
    let plain = isSingle ? nil : plainClosing(position + 1, quote)
    guard let stop = plain ?? closing(position + 1, quote), !(isSingle && isApostrophe(stop))
    else {
      take(position + 1)
      return false
    }
    let inside = (position + 1)..<stop
    let isPlain = isSingle || plain != nil
    if !isPlain { expansions(in: inside) }
    let isEscaped = !isPlain && bytes[inside].contains(UInt8(ascii: "\\"))
    if position == start, !isEscaped, endsWord(stop + 1) {
      whole = inside
    } else {
      leaveOut()
      if isEscaped { unescape(inside) } else { copies.append(contentsOf: bytes[inside]) }
    }
    line += newlines(inside)
    position = stop + 1
    return true
  }

  private mutating func unescape(_ inside: Range<Int>) {
    var index = inside.lowerBound
    while index < inside.upperBound {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < inside.upperBound,
        "\"\\$`".utf8.contains(bytes[index + 1])
      {
        index += 1
      }
      copies.append(bytes[index])
      index += 1
    }
  }

  /// Whether a word ends at a place in any case.
  private func endsWord(_ place: Int) -> Bool {
    guard place < end else { return true }
    switch bytes[place] {
    case Byte.space, 9, 10, 13, 0x3B, 0x7C, 0x26, 0x29: return true  // ; | & )
    default: return false
    }
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

  /// How many lines end in a range.
  func newlines(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] == UInt8(ascii: "\n") { count += 1 }
    return count
  }
}
