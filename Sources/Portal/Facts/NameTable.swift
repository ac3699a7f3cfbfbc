/// Names by their numbers: a word of a text is looked up once, and compared by its number from
/// there on.
struct NameTable: Sendable {
  /// A hash that takes a byte after the other.
  struct Hash {
    private var value: UInt32 = 2_166_136_261

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }

    fileprivate var mixed: UInt32 { value ^ value >> 15 }
  }

  /// The names in the order of their numbers; 0 is no name.
  private var names = [""]
  /// Where the bytes of each name begin, and where those of the last one end.
  private var starts = [0, 0]
  private var bytes: [UInt8] = []
  /// A power of two: the number of a name, with the upper bits of its hash above it; 0 for none.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 14)

  /// How many bits a number has.
  private static var width: UInt32 { 20 }

  init(_ names: [String]) { for name in names { add(name) } }

  /// One more than there are names.
  var count: Int { names.count }

  /// The name of a number.
  subscript(number: Int) -> String { names[number] }

  /// Adds a name that is not there yet; gives its number.
  @discardableResult
  mutating func add(_ name: String) -> Int {
    let known = number(of: name)
    guard known == 0, !name.isEmpty else { return known }
    names.append(name)
    bytes += name.utf8
    starts.append(bytes.count)
    if names.count * 4 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in 1..<names.count { place(number) }
    } else {
      place(names.count - 1)
    }
    return names.count - 1
  }

  private mutating func place(_ number: Int) {
    var hash = Hash()
    for index in starts[number]..<starts[number + 1] { hash.add(bytes[index]) }
    var slot = Int(hash.mixed) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (hash.mixed >> Self.width) << Self.width | UInt32(number)
  }

  /// The number of a name; 0 where it is none of them.
  func number(of name: String) -> Int { number(of: name.utf8.span, 0..<name.utf8.count) }

  /// The same for the bytes of a range.
  func number(of text: Swift.Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash = Hash()
    for index in range { hash.add(text[index]) }
    return number(of: text, range, hash)
  }

  /// The same for bytes whose hash is known.
  func number(of text: Swift.Span<UInt8>, _ range: Range<Int>, _ hash: Hash) -> Int {
    let hash = hash.mixed
    let slots = slots.span
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] & (1 << Self.width - 1))
      if slots[slot] >> Self.width == hash >> Self.width, has(number, text, range) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private func has(_ number: Int, _ text: Swift.Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    let bytes = bytes.span
    for place in 0..<range.count where bytes[start + place] != text[range.lowerBound + place] {
      return false
    }
    return true
  }
}

/// A set of numbers of names, a bit for each.
struct NumberSet: Sendable {
  private var bits: [UInt64] = []

  init(_ numbers: some Sequence<Int> = []) {
    for number in numbers where number > 0 {
      while bits.count <= number / 64 { bits.append(0) }
      bits[number / 64] |= 1 << UInt64(number % 64)
    }
  }

  mutating func formUnion(_ other: NumberSet) {
    while bits.count < other.bits.count { bits.append(0) }
    for index in other.bits.indices { bits[index] |= other.bits[index] }
  }

  func contains(_ number: Int) -> Bool {
    number / 64 < bits.count && bits[number / 64] >> UInt64(number % 64) & 1 == 1
  }
}
