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
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the value.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .int(let value): writer.int(value)
    case .double(let value): writer.double(value)
    case .string(let value): writer.string(value)
    case .array(let elements):
      writer.array { writer in
        for element in elements { writer.element { element.write(to: &$0) } }
      }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.name(escaping: member.name)
          member.value.write(to: &writer)
        }
      }
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
