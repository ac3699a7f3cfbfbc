/// Bytes to which many small texts are appended.
///
/// An array would do the same; what it asks itself for each text takes longer than most of them.
@safe @usableFromInline
package struct ByteOutput: ~Copyable {
  // The smallest functions are part of those that call them.
  @usableFromInline var base: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0

  /// A word may be written that ends behind the last byte.
  private static let slack = 8

  package init(capacity: Int = 0) {
    self.capacity = capacity
    unsafe base = .allocate(byteCount: capacity + Self.slack, alignment: 1)
  }

  deinit { unsafe base.deallocate() }

  /// How many bytes were appended.
  @inlinable
  package var count: Int { used }

  /// All that was appended.
  package var bytes: [UInt8] {
    unsafe [UInt8](UnsafeRawBufferPointer(start: base, count: used))
  }

  /// The same as a text.
  package var text: String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: base, count: used), as: UTF8.self)
  }

  /// The byte that was appended last; nil where there is none.
  @inlinable
  package var last: UInt8? {
    used > 0 ? unsafe base.load(fromByteOffset: used - 1, as: UInt8.self) : nil
  }

  /// Whether one of the bytes fulfils a condition.
  @inlinable
  package func contains(where isSought: (UInt8) -> Bool) -> Bool {
    for place in 0..<used where isSought(unsafe base.load(fromByteOffset: place, as: UInt8.self)) {
      return true
    }
    return false
  }

  /// Takes the last byte away.
  @inlinable
  package mutating func removeLast() {
    precondition(used > 0)
    used -= 1
  }

  /// Takes all bytes away.
  @inlinable
  package mutating func removeAll() { used = 0 }

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if used == capacity { grow(by: 1) }
    unsafe base.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
    used &+= 1
  }

  /// Appends three bytes, in less time than one after the other.
  @inlinable @inline(__always)
  package mutating func append(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    if capacity &- used < 3 { grow(by: 3) }
    let word = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: used, as: UInt32.self)
    used &+= 3
  }

  /// Appends the first bytes of a word, the lowest of which is the first.
  @inlinable
  package mutating func append(_ word: UInt64, count: Int) {
    precondition(count <= 8)
    if capacity &- used < count { grow(by: count) }
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: used, as: UInt64.self)
    used &+= count
  }

  @inlinable
  package mutating func append(_ bytes: Span<UInt8>) {
    if capacity &- used < bytes.count { grow(by: bytes.count) }
    unsafe bytes.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + used).copyMemory(from: start, byteCount: source.count)
    }
    used &+= bytes.count
  }

  package mutating func append(_ text: String) { append(text.utf8.span) }

  @inlinable @inline(__always)
  package mutating func append(_ text: StaticString) {
    let size = text.utf8CodeUnitCount
    if capacity &- used < size { grow(by: size) }
    unsafe (base + used).copyMemory(from: text.utf8Start, byteCount: size)
    used &+= size
  }

  /// Appends the printable signs of ASCII from an offset on, up to one of two of them; gives where
  /// they end.
  package mutating func append(
    printableIn bytes: Span<UInt8>,
    from start: Int,
    upTo one: UInt8,
    or other: UInt8
  ) -> Int {
    if capacity - used < bytes.count - start { grow(by: bytes.count - start) }
    var index = start
    while index < bytes.count {
      let word = bytes.word(at: index)
      unsafe base.storeBytes(of: word.littleEndian, toByteOffset: used, as: UInt64.self)
      let found = Self.places(of: one, or: other, in: word).trailingZeroBitCount / 8
      index += found
      used += found
      if found < 8 { break }
    }
    return index
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
  @usableFromInline
  mutating func grow(by more: Int) {
    capacity = max(2 * capacity, used + more)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity + Self.slack, alignment: 1)
    unsafe grown.copyMemory(from: base, byteCount: used)
    unsafe base.deallocate()
    unsafe base = grown
  }
}
