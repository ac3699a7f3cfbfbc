/// Bytes to which many small texts are appended.
///
/// An array would do the same; what it asks itself for each text takes longer than most of them.
@safe package struct ByteOutput: ~Copyable {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0

  /// A word may be written that ends behind the last byte.
  private static let slack = 8

  package init(capacity: Int = 0) {
    self.capacity = capacity
    unsafe base = .allocate(byteCount: capacity + Self.slack, alignment: 1)
  }

  deinit { unsafe base.deallocate() }

  /// All that was appended.
  package var bytes: [UInt8] {
    unsafe [UInt8](UnsafeRawBufferPointer(start: base, count: count))
  }

  /// The same as a text.
  package var text: String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// The byte that was appended last; nil where there is none.
  package var last: UInt8? {
    count > 0 ? unsafe base.load(fromByteOffset: count - 1, as: UInt8.self) : nil
  }

  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Appends three bytes, in less time than one after the other.
  package mutating func append(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    if capacity - count < 3 { grow(by: 3) }
    let word = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt32.self)
    count += 3
  }

  package mutating func append(_ bytes: Span<UInt8>) {
    if capacity - count < bytes.count { grow(by: bytes.count) }
    unsafe bytes.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).copyMemory(from: start, byteCount: source.count)
    }
    count += bytes.count
  }

  package mutating func append(_ text: String) { append(text.utf8.span) }

  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(unsafe $0.span) }
  }

  /// Appends the printable signs of ASCII from an offset on, up to one of two of them; gives where
  /// they end.
  package mutating func append(
    printableIn bytes: Span<UInt8>,
    from start: Int,
    upTo one: UInt8,
    or other: UInt8
  ) -> Int {
    if capacity - count < bytes.count - start { grow(by: bytes.count - start) }
    return unsafe bytes.withUnsafeBytes { source in
      var index = start
      while index < source.count {
        let word = unsafe Self.word(in: source, at: index)
        unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
        let found = Self.places(of: one, or: other, in: word).trailingZeroBitCount / 8
        index += found
        count += found
        if found < 8 { break }
      }
      return index
    }
  }

  /// The eight bytes at an offset, the first one lowest; 0, which is not printable, behind the end.
  @inline(__always)
  private static func word(in source: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    let rest = source.count - index
    if rest >= 8 { return unsafe load(source, index) }
    if source.count >= 8 {
      return unsafe load(source, source.count - 8) >> UInt64(8 * (8 - rest))
    }
    var word: UInt64 = 0
    var place = source.count
    while place > index {
      place -= 1
      word = word << 8 | UInt64(unsafe source[place])
    }
    return word
  }

  @inline(__always)
  private static func load(_ source: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: unsafe source.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The highest bit of the first byte of a word that is one of two, or not printable, and of none
  /// before it: a difference borrows from the bytes behind it alone.
  private static func places(of one: UInt8, or other: UInt8, in word: UInt64) -> UInt64 {
    let lows: UInt64 = 0x0101_0101_0101_0101
    let first = word ^ lows &* UInt64(one)
    let second = word ^ lows &* UInt64(other)
    let found =
      (first &- lows) & ~first | (second &- lows) & ~second | (word &- lows &* 0x20) & ~word
      | word | (word &+ lows)
    return found & (lows << 7)
  }

  // Rare, so that the others stay short.
  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity + Self.slack, alignment: 1)
    unsafe grown.copyMemory(from: base, byteCount: count)
    unsafe base.deallocate()
    unsafe base = grown
  }
}
