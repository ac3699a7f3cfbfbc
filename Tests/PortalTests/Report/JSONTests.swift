import Testing

@testable import Portal

@Suite struct JSONTests {
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), (#"say "go""#, #""say \"go\"""#),
    (#"C:\dump"#, #""C:\\dump""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("12345678\"", #""12345678\"""#), ("1234567\"8", #""1234567\"8""#),
    ("\u{1}\u{1F}\u{7F}", #""\u0001\u001f\u007f""#), ("\u{85}", #""\u0085""#),
    ("café – 日本語 → 😀", #""café – 日本語 → 😀""#), ("é\"é", #""é\"é""#),
    ("a\u{202E}b\u{200B}\u{FEFF}", #""a\u202eb\u200b\ufeff""#), ("\u{A0}\u{FF1A}", "\"\u{A0}：\""),
  ])
  func `escapes signs of JSON and what is not seen`(text: String, written: String) {
    #expect(JSON.string(text).text == written)
    let object = JSON.object([JSON.Member(name: text, value: 1)])
    #expect(object.text == "{\(written): 1}")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (99, "99"), (100, "100"), (86_400, "86400"), (-1, "-1"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func `writes numbers`(number: Int, written: String) {
    #expect(JSON.int(number).text == written)
  }

  @Test func `parts members and elements`() {
    let value: JSON = [
      "none": [], "empty": .object([]), "list": [1, "{", [], .null, .double(.nan)],
      "yes": true, "half": .double(0.5),
    ]
    #expect(
      value.text == """
        {"none": [], "empty": {}, "list": [1, "{", [], null, null], "yes": true, "half": 0.5}
        """
    )
  }
}
