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

  /// Whether the bytes are characters, all of them; for plain ASCII many are looked at at once.
  package var isUTF8: Bool {
    var all: UInt8 = 0
    for index in indices { all |= self[index] }
    return all < 0x80 || (try? UTF8Span(validating: self)) != nil
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
