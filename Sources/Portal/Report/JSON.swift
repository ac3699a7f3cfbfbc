/// A JSON value for the programs that read our output; members keep their order.
enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([Member])

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
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output += ", ".utf8 }
        element.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output += ", ".utf8 }
        JSON.write(member.name, to: &output)
        output += ": ".utf8
        member.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// Escapes what RFC 8259 section 7 demands, and what is invisible or turns the reading direction.
  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    // Most texts are plain, which one look at the bytes tells.
    if isPlain(text) {
      output += text.utf8
    } else {
      for scalar in text.unicodeScalars { write(scalar, to: &output) }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether nothing of a text is escaped: quotes and backslashes in ASCII, all else is looked at.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C { return false }
    }
    return true
  }

  private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case "\"": output += "\\\"".utf8
    case "\\": output += "\\\\".utf8
    case "\n": output += "\\n".utf8
    case "\r": output += "\\r".utf8
    case "\t": output += "\\t".utf8
    default:
      if isHidden(scalar) {
        let digits = String(scalar.value, radix: 16)
        output += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
      } else {
        output += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
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
