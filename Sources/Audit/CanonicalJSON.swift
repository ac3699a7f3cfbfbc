/// A JSON value that has exactly one spelling in bytes (RFC 8785, whole numbers only).
package enum CanonicalJSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A whole number between -2^53 and 2^53, both left out: those that every reader keeps exactly.
  case int(Int)
  case string(String)
  indirect case array([CanonicalJSON])
  /// The members in any order; writing sorts them, and traps on a name that stands twice.
  indirect case object([Member])

  /// A name and a value in an object.
  package struct Member: Sendable {
    package let name: String
    package let value: CanonicalJSON

    package init(_ name: String, _ value: CanonicalJSON) {
      self.name = name
      self.value = value
    }
  }

  /// The whole numbers that JSON carries without loss.
  static let integers = -9_007_199_254_740_991...9_007_199_254_740_991

  /// The canonical bytes, without a line end.
  package var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  /// Whether both have the same bytes, in whatever order their members were given.
  package static func == (one: CanonicalJSON, other: CanonicalJSON) -> Bool {
    one.bytes == other.bytes
  }

  /// The value of a member of an object; nil for a member or an object that is not there.
  ///
  /// The name is in ASCII: no other name of as many bytes is the same text to Unicode.
  package subscript(name: String) -> CanonicalJSON? {
    guard case .object(let members) = self else { return nil }
    let count = name.utf8.count
    return members.first { $0.name.utf8.count == count && $0.name == name }?.value
  }

  /// The text, if this is one.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, if this is one.
  package var int: Int? {
    guard case .int(let number) = self else { return nil }
    return number
  }

  /// The elements, if this is an array.
  package var array: [CanonicalJSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }
}

extension CanonicalJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: CanonicalJSON...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, CanonicalJSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
