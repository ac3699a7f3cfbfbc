import Testing

@Suite struct SwiftCodeTests {
  @Test(arguments: [
    ("let a = 1  // unsafe", "let a = 1  "), (#"f("unsafe { } // x")"#, #"f("")"#),
    (#""a \(b("c")) d" + e"#, #""(b(""))" + e"#), (##"#"a \(b) \#(c)"#"##, #""(c)""#),
    ("\"\"\"\nunsafe \"q\"\n\"\"\"", "\"\n\n\""), (#""\"" + x"#, #""" + x"#),
    (##"#if X"##, "#if X"),
  ])
  func `keeps code and blanks the words`(text: String, code: String) {
    #expect(SwiftCode(text).code == code)
  }

  @Test func `keeps comments apart`() {
    #expect(SwiftCode("a // one\n\"// two\" /// three\n").comments == "// one\n/// three\n")
  }
}
