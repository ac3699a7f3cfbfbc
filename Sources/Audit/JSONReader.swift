/// A reader of JSON without white space; what it lets through is written again and compared.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(FormatError) -> CanonicalJSON {
    let value = try value()
    guard position == bytes.count else { throw refusal("text after the value") }
    return value
  }

  private mutating func value() throws(FormatError) -> CanonicalJSON {
    guard depth < 64 else { throw refusal("more than 64 levels") }
    depth += 1
    defer { depth -= 1 }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try text())
    default:
      if next == UInt8(ascii: "-") || hasDigit { return try number() }
      if take("true") { return .bool(true) }
      if take("false") { return .bool(false) }
      if take("null") { return .null }
      throw refusal("no JSON value")
    }
  }

  private mutating func object() throws(FormatError) -> CanonicalJSON {
    var members: [CanonicalJSON.Member] = []
    position += 1
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      let name = try text()
      if let last = members.last, !CanonicalJSON.precedes(last.name, name) {
        throw refusal("the name \"\(name)\" stands twice or out of order")
      }
      guard take(UInt8(ascii: ":")) else { throw refusal("no colon") }
      members.append(.init(name, try value()))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw refusal("no end of the object") }
    return .object(members)
  }

  private mutating func array() throws(FormatError) -> CanonicalJSON {
    var elements: [CanonicalJSON] = []
    position += 1
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw refusal("no end of the array") }
    return .array(elements)
  }

  private mutating func number() throws(FormatError) -> CanonicalJSON {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    while hasDigit { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Int(digits), CanonicalJSON.integers.contains(number) else {
      throw refusal("no whole number below 2^53")
    }
    return .int(number)
  }

  private mutating func text() throws(FormatError) -> String {
    guard take(UInt8(ascii: "\"")) else { throw refusal("no text") }
    var content: [UInt8] = []
    var start = position
    var isASCII = true
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw refusal("a control character in a text") }
      isASCII = isASCII && byte < 0x80
      position += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      content.append(contentsOf: bytes[start..<position - 1])
      content.append(try escape())
      start = position
    }
    if isASCII, content.isEmpty {
      // As nearly every text: nothing to copy, nothing to validate.
      defer { position += 1 }
      guard next != nil else { throw refusal("no end of the text") }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    content.append(contentsOf: bytes[start..<position])
    guard take(UInt8(ascii: "\"")) else { throw refusal("no end of the text") }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw refusal("no valid UTF-8")
    }
    return text
  }

  /// The character after a backslash; canonical JSON escapes no character above U+001F by number.
  private mutating func escape() throws(FormatError) -> UInt8 {
    for (letter, byte) in JSONReader.escapes where next == letter {
      position += 1
      return byte
    }
    guard take("u00"), position + 2 <= bytes.count,
      let byte = Hex.decode(String(decoding: bytes[position..<position + 2], as: UTF8.self))?.first,
      byte < 0x20
    else { throw refusal("an escape that is not canonical") }
    position += 2
    return byte
  }

  private static let escapes: [(UInt8, UInt8)] = [
    (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "\\"), UInt8(ascii: "\\")),
    (UInt8(ascii: "b"), 0x08), (UInt8(ascii: "t"), 0x09), (UInt8(ascii: "n"), 0x0A),
    (UInt8(ascii: "f"), 0x0C), (UInt8(ascii: "r"), 0x0D),
  ]

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var hasDigit: Bool {
    guard let next else { return false }
    return UInt8(ascii: "0")...UInt8(ascii: "9") ~= next
  }

  private mutating func take(_ character: UInt8) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    let end = position + word.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else {
      return false
    }
    position = end
    return true
  }

  private func refusal(_ reason: String) -> FormatError {
    FormatError("\(reason) at byte \(position + 1)")
  }
}
