import Testing

@testable import Bindings

@Suite struct ByteWordTests {
  /// All bytes, and between them some that are alike but for their highest bit.
  private static let bytes: [UInt8] = (0...255).flatMap { [$0, $0 ^ 0x80, 0xFF, 0] }

  @Test func `tells of each of eight bytes what it is`() {
    for start in stride(from: 0, to: Self.bytes.count, by: 8) {
      let some = Array(Self.bytes[start..<(start + 8)])
      let word = ByteWord(some.span, at: 0)
      func check(_ places: UInt64, _ isSought: (UInt8) -> Bool) {
        #expect(places & 0x7F7F_7F7F_7F7F_7F7F == 0)
        #expect((0..<8).map { places >> UInt64(8 * $0 + 7) & 1 == 1 } == some.map(isSought))
      }
      check(word.letters) { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
      check(word.smallLetters) { $0 >= 97 && $0 <= 122 }
      check(word.digits) { $0 >= 48 && $0 <= 57 }
      check(word.controls) { $0 < 32 }
      check(word.wide) { $0 >= 0x80 }
      check(word.wideStarts) { $0 >= 0xC0 }
      check(word.places(of: 0x3A)) { $0 == 0x3A }
      check(word.places(of: 0)) { $0 == 0 }
      let lower = ByteWord(word.lowercased)
      #expect(lower.letters == word.letters && lower.smallLetters == word.letters)
    }
  }

  @Test(arguments: ["", "a", "abcdefg", "abcdefgh", "abcdefghi", "Over the lazy dog, 4 h"])
  func `holds 0 behind the end of a text`(text: String) {
    let bytes = Array(text.utf8)
    for offset in 0...(bytes.count + 2) {
      let word = bytes.span.word(at: offset)
      for place in 0..<8 {
        let byte = offset + place < bytes.count ? bytes[offset + place] : 0
        #expect(UInt8(truncatingIfNeeded: word >> UInt64(8 * place)) == byte)
      }
    }
  }

  @Test func `tells of each of 64 bytes what it is`() {
    let block = ByteBlock(Self.bytes.span, at: 64)
    for place in 0..<64 {
      let byte = Self.bytes[64 + place]
      func has(_ bits: UInt64) -> Bool { bits >> UInt64(place) & 1 == 1 }
      #expect(has(block.letters) == ((byte | 32) >= 97 && (byte | 32) <= 122))
      #expect(has(block.digits) == (byte >= 48 && byte <= 57))
      #expect(has(block.wide) == (byte >= 0x80) && has(block.wideStarts) == (byte >= 0xC0))
      #expect(has(block.colons) == (byte == 0x3A))
    }
    let last = ByteBlock(Array("4 hours".utf8).span, at: 0)
    #expect(last.letters == 0b111_1100 && last.digits == 1 && last.wide == 0)
  }

  @Test(arguments: [
    ("", ""), ("RTO", "rto"), ("Restore IN 4 H", "restore in 4 h"), ("@[`{", "@[`{"),
    ("Über Élan: ×÷ÿß", "über élan: ×÷ÿß"), ("ΑΒΓ 復旧 É", "ΑΒΓ 復旧 é"), ("ABCDEFGH", "abcdefgh"),
  ])
  func `writes the capitals of ASCII and Latin-1 small`(text: String, lower: String) {
    var bytes = Array(text.utf8)
    bytes.lowercase()
    #expect(String(decoding: bytes, as: UTF8.self) == lower)
  }

  @Test func `tells UTF-8 as the standard library does`() {
    let ends: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF]
    for first in UInt8.min...UInt8.max {
      for second in ends {
        for rest in [[], [0x80], [0x80, 0x80], [0xBF, 0xBF, 0x41], [0x41], [0xC2]] as [[UInt8]] {
          for before in [0, 6, 8] {
            let bytes = Array(repeating: 0x61, count: before) + [first, second] + rest
            let isText = String(validating: bytes, as: UTF8.self) != nil
            #expect(bytes.span.isUTF8 == isText, "\(bytes)")
          }
        }
      }
    }
  }
}
