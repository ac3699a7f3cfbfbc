extension CanonicalJSON {
  /// Adds the canonical bytes at the end of a buffer.
  func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .int(let number):
      precondition(CanonicalJSON.integers.contains(number), "beyond the numbers of JSON")
      output.append(contentsOf: String(number).utf8)
    case .string(let text): CanonicalJSON.write(text, to: &output)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        element.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let members): CanonicalJSON.write(members, to: &output)
    }
  }

  private static func write(_ members: [Member], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    var previous: String?
    for member in members.sorted(by: { precedes($0.name, $1.name) }) {
      if let previous {
        precondition(precedes(previous, member.name), "a name stands twice in an object")
        output.append(UInt8(ascii: ","))
      }
      previous = member.name
      write(member.name, to: &output)
      output.append(UInt8(ascii: ":"))
      member.value.write(to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  /// Whether a name stands before another: RFC 8785, section 3.2.3, sorts by UTF-16 code units.
  ///
  /// That is not the order of the UTF-8 bytes: U+1F600 (D83D DE00) stands before U+FB00.
  static func precedes(_ name: String, _ other: String) -> Bool {
    for (one, two) in zip(name.utf8, other.utf8) where one != two {
      // Below U+E000, which is EE in UTF-8, the bytes have the order of UTF-16.
      guard one >= 0xEE, two >= 0xEE else { return one < two }
      return name.utf16.lexicographicallyPrecedes(other.utf16)
    }
    return name.utf8.count < other.utf8.count
  }

  /// RFC 8785, section 3.2.2.2: only what must be escaped is, and in its shortest form.
  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    defer { output.append(UInt8(ascii: "\"")) }
    // Most texts need no escape, which one look at the bytes tells.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      return output.append(contentsOf: text.utf8)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
      case 0x08: output.append(contentsOf: #"\b"#.utf8)
      case 0x09: output.append(contentsOf: #"\t"#.utf8)
      case 0x0A: output.append(contentsOf: #"\n"#.utf8)
      case 0x0C: output.append(contentsOf: #"\f"#.utf8)
      case 0x0D: output.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        output.append(contentsOf: #"\u00"#.utf8)
        output.append(contentsOf: Hex.encode([byte]).utf8)
      default: output.append(byte)
      }
    }
  }
}
