/// Looks over a JSON text once: its grammar, its depth, and names that stand twice in an object.
///
/// Readers disagree about which of two equal names counts, so such a text has no one meaning.
/// Linear in the length of the text. Source: RFC 8259.
struct JSONScanner {
  /// Why a text is refused.
  struct Refusal: Error, Equatable {
    let reason: String
    /// Of the first byte that cannot be right, from 0.
    let offset: Int
    /// Whether the text ends before its value does.
    var isCut = false
  }

  private static let deepest = 100

  private let bytes: [UInt8]
  private var offset = 0
  /// The names of all objects that are open, the innermost last.
  private var names: [Name] = []
  private(set) var shape: JSONShape
  /// Where the elements of a list begin that is not within another value.
  private var elements: [Int] = []
  /// Where a zero byte is written as an escape.
  private var zeros: [Int] = []

  private struct Name {
    let hash: UInt64
    let range: Range<Int>
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    shape = JSONShape(bytes)
  }

  /// Where the values of a text stand: one, or several after each other (JSON lines).
  static func values(in bytes: [UInt8]) throws(Refusal) -> [Range<Int>] {
    try reading(bytes).values
  }

  /// The same, and the names that stand in them; several values are the elements of one list.
  static func reading(_ bytes: [UInt8]) throws(Refusal) -> Reading {
    var scanner = JSONScanner(bytes)
    var values: [Range<Int>] = []
    scanner.skipSpaces()
    while scanner.offset < bytes.count {
      let start = scanner.offset
      scanner.shape.enterValue(values.count)
      try scanner.value(depth: 0)
      values.append(start..<scanner.offset)
      scanner.skipSpaces()
    }
    let elements = values.count == 1 ? scanner.elements : []
    return Reading(
      values: values,
      shape: scanner.shape,
      elements: elements,
      zeros: scanner.zeros
    )
  }

  /// What a text holds.
  struct Reading {
    let values: [Range<Int>]
    let shape: JSONShape
    /// Where the elements of its only value begin, if that is a list.
    let elements: [Int]
    /// Where a zero byte is written as an escape of six characters.
    let zeros: [Int]
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
  }

  private func refusal(_ reason: String) -> Refusal {
    guard offset < bytes.count else {
      return Refusal(reason: "the JSON ends before its value does", offset: offset, isCut: true)
    }
    return Refusal(reason: reason, offset: offset)
  }

  private mutating func value(depth: Int) throws(Refusal) {
    guard offset < bytes.count else { throw refusal("") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): try object(depth: depth + 1)
    case UInt8(ascii: "["): try array(depth: depth + 1)
    case UInt8(ascii: "\""):
      let text = try string()
      shape.note(text.range)
    case UInt8(ascii: "t"):
      let start = offset
      try word("true")
      shape.note(start..<offset)
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), 48...57:
      let start = offset
      try number()
      shape.note(start..<offset)
    default: throw refusal("a JSON value was expected")
    }
  }

  private mutating func array(depth: Int) throws(Refusal) {
    try open(depth)
    if close(UInt8(ascii: "]")) {
      shape.noteEmptyList()
      return
    }
    var index = 0
    while true {
      skipSpaces()
      if depth == 1 { elements.append(offset) }
      shape.enterElement(index)
      try value(depth: depth)
      shape.leave()
      index += 1
      if close(UInt8(ascii: "]")) { return }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func object(depth: Int) throws(Refusal) {
    try open(depth)
    let frame = names.count
    if close(UInt8(ascii: "}")) { return }
    while true {
      skipSpaces()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
        throw refusal("a name in quotes was expected")
      }
      let name = try string()
      names.append(name)
      try expect(Byte.colon)
      skipSpaces()
      shape.enter(name.range)
      try value(depth: depth)
      shape.leave()
      if close(UInt8(ascii: "}")) { break }
      try expect(UInt8(ascii: ","))
    }
    try refuseDoubles(from: frame)
    names.removeLast(names.count - frame)
  }

  private mutating func open(_ depth: Int) throws(Refusal) {
    guard depth <= Self.deepest else {
      throw refusal("more than \(Self.deepest) levels of nesting")
    }
    offset += 1
  }

  private mutating func close(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Refusal) {
    skipSpaces()
    guard offset < bytes.count, bytes[offset] == byte else {
      throw refusal("\"\(Character(Unicode.Scalar(byte)))\" was expected")
    }
    offset += 1
  }

  private mutating func word(_ word: StaticString) throws(Refusal) {
    for expected in word.description.utf8 {
      guard offset < bytes.count, bytes[offset] == expected else {
        throw refusal("a JSON value was expected")
      }
      offset += 1
    }
  }

  private mutating func number() throws(Refusal) {
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == 48 { offset += 1 } else { try digits() }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if offset < bytes.count, bytes[offset] | 32 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, "+-".utf8.contains(bytes[offset]) { offset += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(Refusal) {
    guard offset < bytes.count, bytes[offset].isDigit else { throw refusal("a digit was expected") }
    while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
  }

  /// Goes over a string and says what it is when it is a name; FNV-1a over its meaning.
  private mutating func string() throws(Refusal) -> Name {
    let start = offset + 1
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var isEscaped = false
    offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let range = start..<offset
        offset += 1
        if isEscaped { hash = Self.hash(JSONString.decoded(bytes[range])) }
        return Name(hash: hash, range: range)
      }
      guard byte >= 0x20 else { throw refusal("a control character stands in a string") }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        try escape()
      } else {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        offset += 1
      }
    }
    throw refusal("")
  }

  private mutating func escape() throws(Refusal) {
    offset += 1
    guard offset < bytes.count else { throw refusal("") }
    if bytes[offset] == UInt8(ascii: "u") {
      var isZero = true
      for _ in 0..<4 {
        offset += 1
        guard offset < bytes.count, let digit = JSONString.digit(bytes[offset]) else {
          throw refusal("four hexadecimal digits were expected")
        }
        isZero = isZero && digit == 0
      }
      if isZero { zeros.append(offset - 5) }
    } else if !"\"\\/bfnrt".utf8.contains(bytes[offset]) {
      throw refusal("no such escape")
    }
    offset += 1
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private func refuseDoubles(from frame: Int) throws(Refusal) {
    let count = names.count - frame
    guard count > 1 else { return }
    let sorted = names[frame...].sorted {
      ($0.hash, $0.range.lowerBound) < ($1.hash, $1.range.lowerBound)
    }
    for (one, other) in zip(sorted, sorted.dropFirst()) where one.hash == other.hash {
      let name = JSONString.decoded(bytes[other.range])
      guard JSONString.decoded(bytes[one.range]) == name else { continue }
      let text = String(decoding: name, as: UTF8.self)
      throw Refusal(
        reason: "the name \"\(text)\" stands twice in one object",
        offset: other.range.lowerBound
      )
    }
  }
}
