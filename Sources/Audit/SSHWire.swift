/// The data types of the SSH protocol (RFC 4251, section 5) that signatures need.
enum SSHWire {
  /// A length of four bytes, the highest first, and the bytes.
  static func string(_ bytes: [UInt8]) -> [UInt8] {
    number(UInt32(bytes.count)) + bytes
  }

  static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  static func number(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// Takes a string from the front; nil when it is longer than what is there.
  static func takeString(from bytes: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.count >= 4 else { return nil }
    let count = Int(bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    guard count <= bytes.count - 4 else { return nil }
    let content = Array(bytes.dropFirst(4).prefix(count))
    bytes = bytes.dropFirst(4 + count)
    return content
  }
}
