internal import Glibc

extension Span<UInt8> {
  /// Where a byte first stands from an offset on; nil where it does not.
  ///
  /// `memchr` looks at 32 bytes at once, where a loop looks at one.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// How often a byte stands in them.
  package func count(of byte: UInt8) -> Int {
    var (count, next) = (0, 0)
    while let place = firstIndex(of: byte, from: next) {
      count += 1
      next = place + 1
    }
    return count
  }

  /// Whether the bytes are characters, all of them; of plain ASCII eight are looked at at once.
  package var isUTF8: Bool {
    var place = 0
    while place < count {
      let wide = ByteWord(self, at: place).wide
      guard wide != 0 else {
        place += 8
        continue
      }
      place += wide.trailingZeroBitCount / 8
      let length = characterLength(at: place)
      guard length > 0 else { return false }
      place += length
    }
    return true
  }

  /// How many bytes the character beyond ASCII takes that starts at an offset; 0 where none does.
  ///
  /// The Unicode Standard, table 3-7: what may follow the first byte depends on it.
  private func characterLength(at place: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch self[place] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard place + length <= count, second.contains(self[place + 1]) else { return 0 }
    for next in (place + 2)..<Swift.max(place + 2, place + length) where self[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }

  /// Where some bytes first stand from an offset on; nil where they do not.
  package func first(of sought: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
    guard sought.count > 0 else { return nil }
    var place = start
    while let found = firstIndex(of: sought[0], from: place) {
      if has(sought, at: found) { return found..<(found + sought.count) }
      place = found + 1
    }
    return nil
  }

  /// Whether some bytes stand at an offset.
  package func has(_ sought: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + sought.count <= count else { return false }
    for place in 0..<sought.count where self[offset + place] != sought[place] { return false }
    return true
  }
}
