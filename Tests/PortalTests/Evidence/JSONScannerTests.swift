import Testing

@testable import Portal

@Suite struct JSONScannerTests {
  private func refusal(_ text: String) -> JSONScanner.Refusal? {
    do throws(JSONScanner.Refusal) {
      _ = try JSONScanner.values(in: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `finds values after each other`() throws {
    let text = Array("{\"a\": [1, -2.5e3, true, null]}\n\n[\"\\u00e9\"] 7".utf8)
    let values = try JSONScanner.values(in: text).map { String(text[$0]) }
    #expect(values == ["{\"a\": [1, -2.5e3, true, null]}", "[\"\\u00e9\"]", "7"])
    #expect(try JSONScanner.values(in: []).isEmpty)
  }

  @Test func `names the byte at which a text is cut`() {
    for text in ["[{\"a\": 1}, {\"b", "{\"a\"", "[1", "tru", "[\"\\u00", "{\"a\": ", "-"] {
      #expect(refusal(text)?.isCut == true)
      #expect(refusal(text)?.offset == text.utf8.count)
    }
  }

  @Test func `refuses a name that stands twice, however it is spelled`() {
    #expect(refusal("{\"a\": 1, \"b\": {\"a\": 1}}") == nil)
    #expect(refusal("[{\"a\": 1}, {\"a\": 1}]") == nil)
    #expect(refusal("{\"a\": 1, \"a\": 2}")?.reason == "the name \"a\" stands twice in one object")
    #expect(refusal("{\"a\": 1, \"\\u0061\": 2}")?.offset == 10)
    let many = (0..<500).map { "\"k\($0)\": 0" }.joined(separator: ",")
    #expect(refusal("{\(many)}") == nil)
    #expect(refusal("{\(many),\"k77\": 1}") != nil)
  }

  @Test(arguments: [
    "[1,]", "{\"a\" 1}", "{a: 1}", "[01]", "[1.]", "['a']", "[\"\t\"]", "[\"\\x\"]", "[NaN]", "]",
    "{\"a\": 1,}", "[1] ,",
  ])
  func `refuses what is no JSON`(text: String) {
    #expect(refusal(text) != nil)
  }

  @Test func `stops at a hundred levels`() {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(refusal(deep(100)) == nil)
    #expect(refusal(deep(20_000))?.reason == "more than 100 levels of nesting")
  }

  @Test func `writes what it reads`() {
    let value: JSON = [
      "a": ["x\u{202E}\"\\\u{0}\n</script>", 1, true], "b": .double(1.5), "c": .null, "é": [],
    ]
    #expect(
      value.text
        == #"{"a": ["x\u202e\"\\\u0000\n</script>", 1, true], "b": 1.5, "c": null, "é": []}"#
    )
    #expect(refusal(value.text) == nil)
    let decoded = JSONString.decoded(Array(#"\ud83d\ude00\n\u00e9\ud83d"#.utf8)[...])
    #expect(String(decoding: decoded, as: UTF8.self) == "😀\né\u{FFFD}")
  }
}
