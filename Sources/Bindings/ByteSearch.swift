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
}
