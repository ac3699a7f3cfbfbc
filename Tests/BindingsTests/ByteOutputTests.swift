import Testing

@testable import Bindings

@Suite struct ByteOutputTests {
  @Test func `grows with what is appended`() {
    var output = ByteOutput(capacity: 1)
    #expect(output.last == nil && output.text == "")
    output.append("Restore" as String)
    output.append(UInt8(ascii: "!"))
    output.append(UInt8(ascii: " "), UInt8(ascii: "4"), UInt8(ascii: "h"))
    for _ in 0..<3 { output.append(", then the next" as StaticString) }
    #expect(output.text == "Restore! 4h, then the next, then the next, then the next")
    #expect(output.last == UInt8(ascii: "t"))
    #expect(output.bytes.count == 56)
  }

  @Test func `gives back what was appended last`() {
    var output = ByteOutput(capacity: 2)
    output.append(0x3433_3231, count: 3)
    #expect(output.text == "123" && output.count == 3 && output.contains { $0 == 0x33 })
    output.removeLast()
    #expect(output.text == "12" && !output.contains { $0 == 0x33 })
    output.removeAll()
    #expect(output.count == 0 && output.last == nil)
  }

  @Test(arguments: [
    ("", 0, "", 0), ("abc", 0, "abc", 3), ("abc", 2, "c", 3), ("abc", 3, "", 3),
    ("a\"bc", 0, "a", 1), ("1234567\\", 0, "1234567", 7), ("12345678\\9", 0, "12345678", 8),
    ("12345678\n", 0, "12345678", 8), ("0123456789abcdefgh\"", 3, "3456789abcdefgh", 18),
    ("0123456789 ~", 0, "0123456789 ~", 12), ("0123456789\u{7F}", 0, "0123456789", 10),
    ("0123456é", 0, "0123456", 7), ("\u{1F}", 0, "", 0), ("012345678\u{0}", 7, "78", 9),
    ("!#[]", 0, "!#[]", 4), ("\"\"", 1, "", 1),
  ])
  func `appends what is printable up to a sign`(
    text: String,
    start: Int,
    appended: String,
    end: Int
  ) {
    var output = ByteOutput()
    let stop = output.append(
      printableIn: text.utf8.span,
      from: start,
      upTo: UInt8(ascii: "\""),
      or: UInt8(ascii: "\\")
    )
    #expect(stop == end)
    #expect(output.text == appended)
  }
}
