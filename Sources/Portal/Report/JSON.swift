/// A JSON value for the programs that read our output; members keep their order.
enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([Member])
  /// A value that is written already, of the many of a long list.
  case written([UInt8])

  /// A name and a value in an object.
  struct Member: Equatable, Sendable {
    let name: String
    let value: JSON
  }

  init(_ value: String?) { self = value.map(JSON.string) ?? .null }
  init(_ value: Int?) { self = value.map(JSON.int) ?? .null }
  init(_ value: Bool?) { self = value.map(JSON.bool) ?? .null }

  /// The value on one line, without a line end.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of `text`.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  /// Appends the value to a text.
  func write(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .int(let value): output += String(value).utf8
    // JSON has no word for a number that is none.
    case .double(let value): output += (value.isFinite ? "\(value)" : "null").utf8
    case .string(let value): JSON.write(value, to: &output)
    case .written(let bytes): output += bytes
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { JSON.separate(&output) }
        element.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { JSON.separate(&output) }
        JSON.write(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        output.append(UInt8(ascii: " "))
        member.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func separate(_ output: inout [UInt8]) {
    output.append(UInt8(ascii: ","))
    output.append(UInt8(ascii: " "))
  }

  /// Escapes what RFC 8259 section 7 demands, and what is invisible or turns the reading direction.
  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    // Most texts are plain, which one look at the bytes tells.
    if text.hasByte(where: mayBeEscaped) {
      escape(Array(text.utf8), to: &output)
    } else {
      output += text.utf8
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Quotes, backslashes, controls, and the first bytes of what is hidden.
  private static func mayBeEscaped(_ byte: UInt8) -> Bool {
    if byte < 0x23 { return byte < 0x20 || byte == 0x22 }
    if byte < 0x7F { return byte == 0x5C }
    return byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  private static func escape(_ bytes: [UInt8], to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard mayBeEscaped(bytes[index]) else {
        index += 1
        continue
      }
      let (character, count) = scalar(bytes, index)
      if let replacement = replacement(of: character) {
        output += bytes[start..<index]
        output += replacement.utf8
        start = index + count
      }
      index += count
    }
    output += bytes[start...]
  }

  /// The number of the character at an offset, of at most three bytes, and how many it has.
  private static func scalar(_ bytes: [UInt8], _ index: Int) -> (value: UInt32, count: Int) {
    let count = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : 3
    var value = UInt32(bytes[index]) & (count == 1 ? 0x7F : count == 2 ? 0x1F : 0x0F)
    for byte in bytes[(index + 1)..<(index + count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, count)
  }

  /// What is written in the place of a character; nil for one that is written as it is.
  private static func replacement(of scalar: UInt32) -> String? {
    switch scalar {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    default:
      guard isHidden(scalar) else { return nil }
      let digits = String(scalar, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }

  private static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }
}
