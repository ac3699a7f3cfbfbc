/// Writes a file of the index: one statement in ASCII, `DR("key",value,…)`.
///
/// A page that is opened from disk may load nothing but classic scripts, so data comes as calls.
struct SearchScript {
  private(set) var bytes: [UInt8] = []

  /// Opens the call; the key is the file's name below `search/`, without `.js`.
  init(key: String, capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    bytes += "DR(".utf8
    Self.append(string: key, to: &bytes)
  }

  /// Adds a value that is a JSON text in ASCII.
  mutating func add(json: [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    bytes += json
  }

  mutating func add(string: [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    let text = String(decoding: string, as: UTF8.self)
    Self.append(string: text, to: &bytes)
  }

  mutating func add(base64 data: [UInt8]) {
    bytes += ",\"".utf8
    Self.append(base64: data, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Closes the call.
  consuming func finished() -> [UInt8] {
    bytes += ")\n".utf8
    return bytes
  }

  /// Appends a text as a string literal of JSON in ASCII.
  static func append(string text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    append(escaped: text, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends the inner part of a string literal; `lineFeed` stands for a line feed.
  static func append(
    escaped text: String,
    lineFeed: String = "\\n",
    to output: inout [UInt8]
  ) {
    let span = text.utf8.span
    var isPlain = true
    for index in span.indices {
      let byte = span[index]
      isPlain = isPlain && byte >= 0x20 && byte < 0x7F && byte != quote && byte != backslash
    }
    if isPlain {
      output += text.utf8
      return
    }
    for unit in text.utf16 {
      if unit == 0x0A {
        output += lineFeed.utf8
      } else {
        append(unit: unit, to: &output)
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func append(unit: UInt16, to output: inout [UInt8]) {
    switch unit {
    case 0x22: output += "\\\"".utf8
    case 0x5C: output += "\\\\".utf8
    case 0x20..<0x7F: output.append(UInt8(unit))
    default:
      output += "\\u".utf8
      for shift in [12, 8, 4, 0] as [UInt16] { output.append(hex[Int(unit >> shift & 15)]) }
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// RFC 4648, section 4.
  private static func append(base64 data: [UInt8], to output: inout [UInt8]) {
    let digits = digits
    var index = 0
    while index < data.count {
      let rest = data.count - index
      let second = rest > 1 ? UInt32(data[index + 1]) : 0
      let third = rest > 2 ? UInt32(data[index + 2]) : 0
      let value = UInt32(data[index]) << 16 | second << 8 | third
      output.append(digits[Int(value >> 18)])
      output.append(digits[Int(value >> 12 & 63)])
      output.append(rest > 1 ? digits[Int(value >> 6 & 63)] : UInt8(ascii: "="))
      output.append(rest > 2 ? digits[Int(value & 63)] : UInt8(ascii: "="))
      index += 3
    }
  }
}
