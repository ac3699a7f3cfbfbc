import Testing

@testable import Audit

@Suite struct CanonicalJSONTests {
  @Test func `names stand in the order of RFC 8785`() {
    // The example of section 3.2.3.
    let value: CanonicalJSON = [
      "\u{20ac}": "Euro Sign", "\r": "Carriage Return",
      "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
      "\u{f6}": "Latin Small Letter O With Diaeresis",
    ]
    #expect(
      Sample.text(value.bytes) == #"{"\r":"Carriage Return","1":"One","\#u{80}":"Control","#
        + #""ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","#
        + #""😀":"Emoji: Grinning Face","\#u{fb33}":"Hebrew Letter Dalet With Dagesh"}"#
    )
  }

  @Test func `texts escape only what they must`() {
    let value: CanonicalJSON = "\u{20ac}$\u{f}\nA'B\"\\\\\"/\u{7f}"
    #expect(Sample.text(value.bytes) == #""€$\u000f\nA'B\"\\\\\"/\#u{7f}""#)
  }

  @Test func `two spellings of one letter are two names`() throws {
    let text = "{\"e\u{301}\":1,\"\u{e9}\":2}"
    let value = try CanonicalJSON(canonical: Array(text.utf8))
    #expect(value["\u{e9}"] == 2)
    #expect(value["e\u{301}"] == 1)
    #expect(Sample.text(value.bytes).utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    #"{"a":[1,-2,9007199254740991,true,false,null,"x",[],{}],"b":{"c":""}}"#, "0", #""""#,
  ])
  func `reads what it writes`(text: String) throws {
    let value = try CanonicalJSON(canonical: Array(text.utf8))
    #expect(Sample.text(value.bytes) == text)
  }

  @Test(arguments: [
    #"{"a":1,"a":1}"#, #"{"b":1,"a":1}"#, #"{"a": 1}"#, #"{"a":1} "#, #"{"a":1}\#n"#, "01", "-0",
    "+1",
    "1.0", "1e3", "9007199254740992", #""\u0041""#, #""\u000A""#, #""\/""#, #""\ud800""#, "[1,]",
    "[",
    "\"a", "\"\u{1}\"", "", "nul", "{\"a\":1}\r", "\u{feff}1",
    String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
  ])
  func `refuses every other spelling`(text: String) {
    #expect(throws: FormatError.self) { try CanonicalJSON(canonical: Array(text.utf8)) }
  }

  @Test func `says in words what happened to the line ends`() {
    let error = #expect(throws: FormatError.self) {
      try CanonicalJSON(canonical: Array("{}\r\n".utf8))
    }
    #expect(error?.description.contains("line ends were converted") == true)
  }

  @Test func `refuses bytes that are no UTF-8`() {
    #expect(throws: FormatError.self) { try CanonicalJSON(canonical: [0x22, 0xC0, 0x80, 0x22]) }
  }
}
