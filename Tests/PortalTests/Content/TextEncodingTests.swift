import Testing

@testable import Portal

@Suite struct TextEncodingTests {
  private static let text = "# Größe\n\nRTO: 4 h\n"

  @Test func `reads UTF-16 with a mark, of either order`() {
    let low = Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + low, [0xFE, 0xFF] + high, [0xFF, 0xFE] + low + [0x41]] {
      let document = Document(SourceFile(path: "plan.md", bytes: bytes))
      #expect(document.title == "Größe")
      #expect(document.lines.quote(3) == "RTO: 4 h")
    }
  }

  @Test func `reads Windows-1252, and says so`() {
    let bytes = Array("# Gr".utf8) + [0xF6, 0xDF] + Array("e ".utf8) + [0x96] + Array(" A\n".utf8)
    let document = Document(SourceFile(path: "plan.md", bytes: bytes))
    #expect(document.title == "Größe – A")
    #expect(document.problems.map(\.code) == ["DOC-07"])
    #expect(document.problems.map(\.line) == [1])
  }

  @Test func `leaves UTF-8 with a broken character alone`() {
    let bytes = Array("Größe ".utf8) + [0xE9, 0x20]
    #expect(TextEncoding(of: bytes).utf8(of: bytes) == bytes)
  }

  @Test func `lets lines end with a carriage return`() {
    #expect(
      outlined("# A\r\rRTO: 4 h\rRPO: 1 h\r\nend\n\rlast") == [
        "1 heading1 A", "3 line0 RTO: 4 h", "4 line0 RPO: 1 h", "5 line0 end", "7 line0 last",
      ]
    )
    let lines = LineIndex(Array("a\rb\r\n\nc\r".utf8))
    #expect((1...lines.count).map { lines.text($0) } == ["a", "b", "", "c"])
  }

  @Test func `reads text that was damaged on its way`() {
    let statement = outlined("# A\n\n**Sp\u{C3}\u{A9}cial**: 2\u{E2}\u{20AC}\u{201C}4 h\n")
    #expect(statement == ["1 heading1 A", "3 line0 Spécial: 2–4 h"])
  }

  @Test func `survives bytes of zero`() {
    #expect(outlined("RTO: 4 h\0\0\n\0").count == 2)
  }
}
