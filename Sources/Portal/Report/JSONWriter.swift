internal import Bindings

/// Writes JSON on one line, value by value.
///
/// `JSON` writes its trees with it; what is long, and made once for each of many files, is written
/// without a tree.
struct JSONWriter: ~Copyable {
  private var output: ByteOutput

  /// `capacity` is about how many bytes will be written.
  init(capacity: Int = 256) { output = ByteOutput(capacity: capacity) }

  /// All that was written.
  var bytes: [UInt8] { output.bytes }

  /// An object with the members that a function writes.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    output.append(UInt8(ascii: "{"))
    members(&self)
    output.append(UInt8(ascii: "}"))
  }

  /// An array with the elements that a function writes.
  mutating func array(_ elements: (inout JSONWriter) -> Void) {
    output.append(UInt8(ascii: "["))
    elements(&self)
    output.append(UInt8(ascii: "]"))
  }

  /// An element of an array: the value that a function writes.
  mutating func element(_ write: (inout JSONWriter) -> Void) {
    separate()
    write(&self)
  }

  /// The name of a member of an object; its value is written next.
  mutating func name(escaping name: String) {
    separate()
    string(name)
    output.append(UInt8(ascii: ":"))
    output.append(Byte.space)
  }

  /// The same for a name that stands in the program, and has nothing to escape.
  mutating func name(_ name: StaticString) {
    if isFirst {
      output.append(UInt8(ascii: "\""))
    } else {
      output.append(UInt8(ascii: ","), Byte.space, UInt8(ascii: "\""))
    }
    output.append(name)
    output.append(UInt8(ascii: "\""), UInt8(ascii: ":"), Byte.space)
  }

  mutating func null() { literal("null") }

  mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  mutating func double(_ value: Double) {
    // JSON has no word for a number that is none.
    literal(value.isFinite ? "\(value)" : "null")
  }

  mutating func int(_ value: Int) {
    if value < 0 { output.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    guard rest < 100_000_000 else { return literal("\(rest)") }
    // The last digit is found first, and moves up for each before it.
    var (digits, count): (UInt64, Int) = (0, 0)
    repeat {
      digits = digits << 8 | UInt64(48 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    output.append(digits, count: count)
  }

  mutating func string(_ text: String) { string(text.utf8.span) }

  /// A text that has nothing to escape.
  mutating func plain(_ text: String) {
    output.append(UInt8(ascii: "\""))
    output.append(text)
    output.append(UInt8(ascii: "\""))
  }

  /// A text of UTF-8.
  ///
  /// Escapes what RFC 8259 section 7 demands, and what is invisible or turns the reading direction.
  mutating func string(_ text: Swift.Span<UInt8>) {
    output.append(UInt8(ascii: "\""))
    var index = printable(text, from: 0)
    while index < text.count {
      let (escape, end) = JSONEscape.read(text, at: index)
      if let escape { literal(escape) } else { output.append(text.extracting(index..<end)) }
      index = printable(text, from: end)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes what needs no second look, and gives where that ends.
  private mutating func printable(_ text: Swift.Span<UInt8>, from start: Int) -> Int {
    output.append(printableIn: text, from: start, upTo: UInt8(ascii: "\""), or: UInt8(ascii: "\\"))
  }

  /// The end of a line, behind a value.
  mutating func endLine() { output.append(UInt8(ascii: "\n")) }

  /// What parts a value or member from the one before it.
  private mutating func separate() {
    guard !isFirst else { return }
    output.append(UInt8(ascii: ","))
    output.append(Byte.space)
  }

  /// Whether an object or array begins here: no value ends as one begins.
  private var isFirst: Bool {
    let last = output.last
    return last == UInt8(ascii: "{") || last == UInt8(ascii: "[")
  }

  private mutating func literal(_ text: String) { output.append(text) }
}

extension JSONWriter {
  /// A member that is a text, or null.
  mutating func member(_ name: StaticString, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }

  /// A member that is a word of the program, and has nothing to escape.
  mutating func member(_ name: StaticString, plain value: String) {
    self.name(name)
    plain(value)
  }

  /// A member that is a number, or null.
  mutating func member(_ name: StaticString, _ value: Int?) {
    self.name(name)
    if let value { int(value) } else { null() }
  }

  /// A member that is an array of objects, with the members that a function writes for each.
  mutating func member<Elements: Sequence>(
    _ name: StaticString,
    _ elements: Elements,
    _ members: (inout JSONWriter, Elements.Element) -> Void
  ) {
    self.name(name)
    array { json in
      for element in elements { json.element { $0.object { members(&$0, element) } } }
    }
  }
}

/// What is not written as it is in a text of JSON.
private enum JSONEscape {
  /// What is written in the place of the character at an offset, and where that ends; or, without
  /// an escape, how far the text is written as it is.
  static func read(_ text: Swift.Span<UInt8>, at start: Int) -> (escape: String?, end: Int) {
    var end = start
    while end < text.count, isPlain(text[end]) { end += 1 }
    if end > start { return (nil, end) }
    let first = text[start]
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
    var value = UInt32(first) & (count == 1 ? 0x7F : count == 2 ? 0x1F : 0x0F)
    for place in (start + 1)..<(start + count) { value = value << 6 | UInt32(text[place] & 0x3F) }
    return (escape(of: value), start + count)
  }

  /// Whether a byte beyond ASCII starts no character that may be hidden.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  /// What is written in the place of a character; nil for one that is written as it is.
  private static func escape(of character: UInt32) -> String? {
    switch character {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    default:
      guard isHidden(character) else { return nil }
      let digits = String(character, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }

  private static func isHidden(_ character: UInt32) -> Bool {
    switch character {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
